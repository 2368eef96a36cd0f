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
    let head = UInt128(digest.words[0]) << 64 | UInt128(digest.words[1])
    var octets: [UInt8] = []
    octets.reserveCapacity(32)
    octets.append(decimal: sequence)
    for letter in 0..<16 {
      if letter % 4 == 0 { octets.append(UInt8(ascii: "-")) }
      let value = Int(truncatingIfNeeded: head >> UInt128(123 - letter * 5)) & 31
      octets.append(CrockfordBase32.capital(value))
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
