/// A globally unique, time-ordered 128-bit name of one `Noun`.
///
/// Laid out as RFC 9562 UUIDv7: 48 bits of Unix milliseconds, then random bits, so that rows made
/// together lie together. Written as 26 characters of Crockford's base 32, lower case.
package struct ID<Noun>: Hashable, Comparable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new name from the moment and two random words.
  package init(at instant: Instant, random: (UInt64, UInt64)) {
    let time = UInt64(clamping: instant.milliseconds) << 16
    high = time | 0x7000 | (random.0 & 0x0FFF)
    low = 0x8000_0000_0000_0000 | (random.1 >> 2)
  }

  /// The name in 16 bytes, most significant first.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        words.0 = words.0 << 8 | UInt64(byte)
      } else {
        words.1 = words.1 << 8 | UInt64(byte)
      }
    }
    (high, low) = words
  }

  package var bytes: [UInt8] {
    (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8)) }
  }

  package static func < (left: ID, right: ID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension ID {
  /// The 26-character text; 130 bits hold the 128, so the first character is at most `7`.
  package var text: String {
    var digits = [UInt8](repeating: 0, count: 26)
    var words = (high, low)
    for index in stride(from: 25, through: 0, by: -1) {
      digits[index] = base32Alphabet[Int(words.1 & 31)]
      words.1 = words.1 >> 5 | words.0 << 59
      words.0 >>= 5
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads the text form; upper case is accepted, look-alike letters are not.
  package init?(text: some StringProtocol) {
    let utf8 = text.utf8
    guard utf8.count == 26 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in utf8.enumerated() {
      let lower = (65...90).contains(byte) ? byte + 32 : byte
      guard let value = base32Alphabet.firstIndex(of: lower), index > 0 || value <= 7 else {
        return nil
      }
      words.0 = words.0 << 5 | words.1 >> 59
      words.1 = words.1 << 5 | UInt64(value)
    }
    self.init(high: words.0, low: words.1)
  }
}

/// Crockford's base 32: digits and letters without i, l, o and u.
package let base32Alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

/// The seed of one person's paper; stored with the attempt, so that the paper can be rebuilt.
package struct Seed: Hashable, Sendable {
  package let value: UInt64

  package init(_ value: UInt64) {
    self.value = value
  }
}

/// A SHA-256 digest: 32 bytes.
package struct Digest: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Nil unless there are exactly 32 bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }
}
