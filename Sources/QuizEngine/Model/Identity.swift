/// A globally unique, time-ordered 128-bit name of one `Noun`.
///
/// Laid out as RFC 9562 UUIDv7: 48 bits of Unix milliseconds, then random bits, so that rows made
/// together lie together. Written as 26 characters of Crockford's base 32, lower case.
package struct ID<Noun>: Hashable, Comparable, Sendable {
  package let number: UInt128

  package init(number: UInt128) {
    self.number = number
  }

  /// A new name from the moment and two random words.
  package init(at instant: Instant, random: (UInt64, UInt64)) {
    let time = UInt64(clamping: instant.milliseconds) << 16
    let high = time | 0x7000 | (random.0 & 0x0FFF)
    let low = 0x8000_0000_0000_0000 | (random.1 >> 2)
    number = UInt128(high) << 64 | UInt128(low)
  }

  /// The name in 16 bytes, most significant first.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    number = bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
      for index in 0..<16 {
        let byte = UInt8(truncatingIfNeeded: number >> UInt128(120 - index * 8))
        buffer.initializeElement(at: index, to: byte)
      }
      count = 16
    }
  }

  package static func < (left: ID, right: ID) -> Bool { left.number < right.number }

  /// The one spelling of 26 characters.
  package var text: String { CrockfordBase32.encode(number) }

  /// Reads the spelling of `text` from the octets of a request; nil for any other.
  package init?(text: ArraySlice<UInt8>) {
    guard let number = CrockfordBase32.decode(text) else { return nil }
    self.number = number
  }

  /// Reads the spelling of `text`; nil for any other.
  package init?(text: String) {
    guard let number = CrockfordBase32.decode(text) else { return nil }
    self.number = number
  }
}

/// The seed of one person's paper; stored with the attempt, so that the paper can be rebuilt.
package struct Seed: Hashable, Sendable {
  package let value: UInt64

  package init(_ value: UInt64) {
    self.value = value
  }
}
