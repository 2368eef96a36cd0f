/// The 32 bytes of a SHA-256, held inline.
package struct Digest: Hashable, Sendable {
  /// Bytes 0–7, 8–15, 16–23 and 24–31, each big-endian.
  package let words: SIMD4<UInt64>

  package init(words: SIMD4<UInt64>) {
    self.words = words
  }

  /// A digest read back from storage; nil unless there are exactly 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words = SIMD4<UInt64>()
    for (position, byte) in bytes.enumerated() {
      words[position / 8] = words[position / 8] << 8 | UInt64(byte)
    }
    self.words = words
  }

  /// The 32 bytes in the order in which FIPS 180-4 prints them.
  package var bytes: [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(32)
    append(to: &octets)
    return octets
  }

  /// Appends the 32 bytes.
  package func append(to octets: inout [UInt8]) {
    for position in 0..<4 { octets.append(bigEndian: words[position]) }
  }

  /// Whether both are the same, in a time that does not depend on where they differ.
  package func equalsInConstantTime(_ other: Digest) -> Bool {
    let difference = words ^ other.words
    return difference[0] | difference[1] | difference[2] | difference[3] == 0
  }
}

extension [UInt8] {
  /// Appends eight bytes, most significant first.
  package mutating func append(bigEndian number: UInt64) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
