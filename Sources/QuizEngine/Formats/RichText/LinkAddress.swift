/// Addresses that a bank's text may lead to.
enum LinkAddress {
  private static let longest = 2_000

  /// The address as it is stored, percent-encoded; nil where it leads nowhere a pupil should go.
  static func allowed(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let octets = text.utf8.drop(while: MarkdownByte.isWhitespace)
    let end = octets.lastIndex { !MarkdownByte.isWhitespace($0) }.map(octets.index(after:))
    let trimmed = String(decoding: octets[..<(end ?? octets.endIndex)], as: UTF8.self)
    guard case .address(let address) = MarkdownLinkTarget(trimmed) else { return nil }
    return encoded(address)
  }

  /// Percent-encoded where it must be; what is encoded already stays, so that twice is once.
  static func encoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(address.utf8.count)
    for byte in address.utf8 {
      if MarkdownMarkup.isAllowedInAddress(byte) {
        bytes.append(byte)
      } else {
        bytes.append(0x25)
        bytes.append(MarkdownMarkup.hexDigit(byte >> 4))
        bytes.append(MarkdownMarkup.hexDigit(byte & 0x0F))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
