/// Reads the parts of links and of link reference definitions (sections 4.7 and 6.3).
struct MarkdownLinkScanner {
  let bytes: [UInt8]
  let end: Int

  /// A part's text without its delimiters, and where the part ends.
  struct Part {
    let text: Range<Int>
    let end: Int
  }

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
  }

  func byte(at index: Int) -> UInt8? {
    index >= 0 && index < end ? bytes[index] : nil
  }

  func skipSpace(from index: Int) -> Int {
    var index = index
    while let byte = byte(at: index), MarkdownByte.isWhitespace(byte) { index += 1 }
    return index
  }

  /// `[…]` without brackets inside, of at most 999 characters.
  func label(at start: Int) -> Part? {
    guard byte(at: start) == MarkdownByte.openBracket else { return nil }
    var index = start + 1
    var length = 0
    while let byte = byte(at: index) {
      if byte == MarkdownByte.closeBracket { return Part(text: start + 1..<index, end: index + 1) }
      if byte == MarkdownByte.openBracket { return nil }
      if byte & 0xC0 != 0x80 { length += 1 }
      if byte == MarkdownByte.backslash, let next = self.byte(at: index + 1),
        MarkdownByte.isPunctuation(next)
      {
        index += 1
        length += 1
      }
      if length > MarkdownLimits.labelLength { return nil }
      index += 1
    }
    return nil
  }

  /// `<…>` on one line, or text without space whose parentheses balance; it may be empty.
  func destination(at start: Int) -> Part? {
    byte(at: start) == MarkdownByte.less
      ? pointedDestination(at: start) : bareDestination(at: start)
  }

  private func pointedDestination(at start: Int) -> Part? {
    var index = start + 1
    while let byte = byte(at: index) {
      switch byte {
      case MarkdownByte.greater: return Part(text: start + 1..<index, end: index + 1)
      case MarkdownByte.less, MarkdownByte.newline: return nil
      case MarkdownByte.backslash where self.byte(at: index + 1) != MarkdownByte.newline:
        index += 2
      default: index += 1
      }
    }
    return nil
  }

  private func bareDestination(at start: Int) -> Part? {
    var index = start
    var depth = 0
    scan: while let byte = byte(at: index) {
      switch byte {
      case MarkdownByte.backslash:
        if let next = self.byte(at: index + 1), MarkdownByte.isPunctuation(next) { index += 1 }
      case MarkdownByte.openParenthesis:
        depth += 1
        if depth > MarkdownLimits.parentheses { return nil }
      case MarkdownByte.closeParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      default:
        if byte == MarkdownByte.space || MarkdownByte.isControl(byte) { break scan }
      }
      index += 1
    }
    return depth == 0 ? Part(text: start..<index, end: index) : nil
  }

  /// A title in `"…"`, `'…'` or `(…)`; it may span lines.
  func title(at start: Int) -> Part? {
    guard let open = byte(at: start) else { return nil }
    let close: UInt8
    switch open {
    case MarkdownByte.doubleQuote, MarkdownByte.singleQuote: close = open
    case MarkdownByte.openParenthesis: close = MarkdownByte.closeParenthesis
    default: return nil
    }
    var index = start + 1
    while let byte = byte(at: index) {
      if byte == close { return Part(text: start + 1..<index, end: index + 1) }
      if byte == MarkdownByte.openParenthesis, open == byte { return nil }
      index += byte == MarkdownByte.backslash && index + 1 < end ? 2 : 1
    }
    return nil
  }
}
