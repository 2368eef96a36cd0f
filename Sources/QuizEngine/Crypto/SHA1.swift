/// SHA-1 (FIPS 180-4, 6.1), for two formats that name it.
///
/// They are lists of breached passwords and the one-time codes of RFC 6238; it protects nothing
/// else.
package enum SHA1 {
  /// The 20 bytes of the digest of `message`.
  package static func hash(_ message: [UInt8]) -> [UInt8] {
    var state = State()
    for block in padded(message) { state.absorb(block) }
    return state.bytes
  }

  /// The message, one bit, zeros and its length, in blocks of 64 bytes.
  private static func padded(_ message: [UInt8]) -> [ArraySlice<UInt8>] {
    var text = message + [0x80]
    text += [UInt8](repeating: 0, count: (120 - text.count % 64) % 64)
    let bits = UInt64(message.count) &* 8
    text += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - $0 * 8)) }
    return stride(from: 0, to: text.count, by: 64).map { text[$0..<$0 + 64] }
  }

  private struct State {
    private var words: [5 of UInt32] = [
      0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0,
    ]

    var bytes: [UInt8] {
      words.indices.flatMap { index in
        (0..<4).map { UInt8(truncatingIfNeeded: words[index] >> (24 - $0 * 8)) }
      }
    }

    mutating func absorb(_ block: ArraySlice<UInt8>) {
      var (a, b, c, d, e) = (words[0], words[1], words[2], words[3], words[4])
      for (round, input) in schedule(block).enumerated() {
        let (mix, constant) = Self.step(round, b, c, d)
        let next = Self.rotated(a, 5) &+ mix &+ e &+ constant &+ input
        (a, b, c, d, e) = (next, a, Self.rotated(b, 30), c, d)
      }
      words[0] &+= a
      words[1] &+= b
      words[2] &+= c
      words[3] &+= d
      words[4] &+= e
    }

    private func schedule(_ block: ArraySlice<UInt8>) -> [UInt32] {
      var schedule: [UInt32] = []
      schedule.reserveCapacity(80)
      var word: UInt32 = 0
      for (place, byte) in block.enumerated() {
        word = word << 8 | UInt32(byte)
        if place % 4 == 3 { schedule.append(word) }
      }
      for place in 16..<80 {
        let mixed =
          schedule[place - 3] ^ schedule[place - 8] ^ schedule[place - 14] ^ schedule[place - 16]
        schedule.append(Self.rotated(mixed, 1))
      }
      return schedule
    }

    /// The function and the constant of one of the eighty rounds.
    private static func step(
      _ round: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32
    ) -> (mix: UInt32, constant: UInt32) {
      switch round {
      case ..<20: (b & c | ~b & d, 0x5a82_7999)
      case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
      case ..<60: (b & c | b & d | c & d, 0x8f1b_bcdc)
      default: (b ^ c ^ d, 0xca62_c1d6)
      }
    }

    private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
      word << count | word >> (32 - count)
    }
  }
}
