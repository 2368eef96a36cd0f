/// One appended fact about an attempt; never changed, hash-linked to the one before.
package struct Step: Hashable, Sendable {
  /// 1, 2, 3 … within the attempt.
  package let sequence: Int
  package let at: Instant
  package let action: StepAction
  package let digest: Digest

  package init(sequence: Int, at: Instant, action: StepAction, digest: Digest) {
    self.sequence = sequence
    self.at = at
    self.action = action
    self.digest = digest
  }
}

/// What a step did.
package enum StepAction: Hashable, Sendable {
  case saved(slot: Int, revision: Int, response: Response)
  case predicted(revision: Int, value: Int)
  case submitted
  /// Closed by the clock at the deadline, with nobody acting.
  case expired

  package var closes: Bool {
    switch self {
    case .saved, .predicted: false
    case .submitted, .expired: true
    }
  }
}

/// Proof of one step that a pupil can keep: its place and the head of its hash.
package struct Receipt: Hashable, Sendable {
  package let sequence: Int
  package let digest: Digest

  package init(sequence: Int, digest: Digest) {
    self.sequence = sequence
    self.digest = digest
  }

  /// `7-K3M9-QX2A-…`: the sequence and the first 80 bits in four groups of base 32.
  package var code: String {
    var bits: UInt64 = 0
    var count = 0
    var letters: [UInt8] = []
    for byte in digest.bytes.prefix(10) {
      bits = bits << 8 | UInt64(byte)
      count += 8
      while count >= 5 {
        count -= 5
        if letters.count % 5 == 4 { letters.append(UInt8(ascii: "-")) }
        letters.append(CrockfordBase32.letter(Int(bits >> UInt64(count) & 31)))
      }
    }
    return "\(sequence)-" + String(decoding: letters, as: UTF8.self).uppercased()
  }
}
