/// The bytes of the markup being written, with the escaping that text and addresses need.
struct MarkdownMarkup {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Takes back the spaces before something that is not written after all.
  mutating func removeTrailingSpaces() {
    while bytes.last == MarkdownByte.space { bytes.removeLast() }
  }

  /// A number, or raw HTML under the specification's rules.
  mutating func writeUnescaped(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Text, safe in content and in double-quoted attributes.
  mutating func writeEscaped(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for (index, byte) in buffer.enumerated() {
        guard let reference = Self.reference(for: byte) else { continue }
        bytes.append(contentsOf: buffer[start..<index])
        write(reference)
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
  }

  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case MarkdownByte.ampersand: "&amp;"
    case MarkdownByte.less: "&lt;"
    case MarkdownByte.greater: "&gt;"
    case MarkdownByte.doubleQuote: "&quot;"
    default: nil
    }
  }

  /// An address: percent-encoded where it must be (what is already encoded stays), then escaped.
  mutating func writeAddress(_ address: String) {
    for byte in address.utf8 {
      if let reference = Self.reference(for: byte), byte == MarkdownByte.ampersand {
        write(reference)
      } else if Self.isAllowedInAddress(byte) {
        bytes.append(byte)
      } else {
        bytes.append(0x25)
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 0x0F))
      }
    }
  }

  static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }

  /// Letters, digits and ``!#$%&'()*+,-./:;=?@_~``.
  static func isAllowedInAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case MarkdownByte.doubleQuote, MarkdownByte.less, MarkdownByte.greater,
      MarkdownByte.openBracket, MarkdownByte.backslash, MarkdownByte.closeBracket, 0x5E,
      MarkdownByte.backtick, 0x7B, 0x7C, 0x7D:
      false
    default: byte > MarkdownByte.space && byte < 0x7F
    }
  }
}
