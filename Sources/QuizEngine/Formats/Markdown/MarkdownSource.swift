/// The bytes that are parsed.
enum MarkdownSource {
  /// U+0000 is replaced (CommonMark 0.31.2, section 2.3), so that no NUL reaches a page.
  static func bytes(of source: String) -> [UInt8] {
    let bytes = Array(source.utf8)
    guard bytes.contains(0) else { return bytes }
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if byte == 0 { safe.append(contentsOf: "\u{FFFD}".utf8) } else { safe.append(byte) }
    }
    return safe
  }
}
