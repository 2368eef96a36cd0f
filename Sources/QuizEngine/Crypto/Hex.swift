/// Base16 in lower case (RFC 4648, section 8).
package enum Hex {
  private static let digits = [UInt8]("0123456789abcdef".utf8)

  /// Two digits a byte.
  package static func encode(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      var position = 0
      for byte in bytes {
        buffer.initializeElement(at: position, to: digits[Int(byte >> 4)])
        buffer.initializeElement(at: position + 1, to: digits[Int(byte & 15)])
        position += 2
      }
      return position
    }
  }

  /// The bytes that the digits of either case stand for; nil for anything else.
  package static func decode(_ text: String) -> [UInt8]? {
    let digits = [UInt8](text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for position in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[position]), let low = value(digits[position + 1])
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}

extension Digest {
  /// 64 lower-case hexadecimal digits.
  package var hex: String { Hex.encode(bytes) }

  /// Reads `hex`; nil for anything else.
  package init?(hex: String) {
    guard let bytes = Hex.decode(hex) else { return nil }
    self.init(bytes)
  }
}
