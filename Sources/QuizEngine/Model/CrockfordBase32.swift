/// Douglas Crockford's base 32 in lower case: 128 bits in 26 characters that sort like the number.
package enum CrockfordBase32 {
  private static let alphabet = [UInt8]("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xff, count: 256)
    for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
    return table
  }()

  /// The letter of the low five bits.
  package static func letter(_ value: Int) -> UInt8 { alphabet[value & 31] }

  /// The same letter in capitals, for codes that people copy.
  package static func capital(_ value: Int) -> UInt8 {
    let letter = alphabet[value & 31]
    return letter >= 0x61 ? letter - 0x20 : letter
  }

  /// 26 characters, leading zeros kept.
  package static func encode(_ number: UInt128) -> String {
    String(unsafeUninitializedCapacity: 26) { buffer in
      var rest = number
      for position in stride(from: 25, through: 0, by: -1) {
        buffer.initializeElement(at: position, to: alphabet[Int(rest & 31)])
        rest >>= 5
      }
      return 26
    }
  }

  /// The number, when `text` is exactly what `encode` writes; nil otherwise.
  package static func decode(_ text: String) -> UInt128? {
    var text = text
    return text.withUTF8 { decode($0) }
  }

  /// The number, from the bytes of a request for instance.
  package static func decode(_ bytes: some Collection<UInt8>) -> UInt128? {
    // 26 × 5 = 130 bits: the first character carries three.
    guard bytes.count == 26, let first = bytes.first, values[Int(first)] < 8 else { return nil }
    var number: UInt128 = 0
    for byte in bytes {
      let value = values[Int(byte)]
      guard value != 0xff else { return nil }
      number = number << 5 | UInt128(value)
    }
    return number
  }

  /// The number that a person typed: either case, `o` for 0, `i` and `l` for 1, spaces and dashes of
  /// all kinds anywhere.
  package static func decodeTyped(_ text: String) -> UInt128? {
    TypedCode.folded(text, most: 26).flatMap { decode($0) }
  }
}
