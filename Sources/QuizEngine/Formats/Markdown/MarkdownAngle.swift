/// What begins with `<`: autolinks and raw HTML (sections 6.5 and 6.6), and code spans.
extension MarkdownInlineParser {
  mutating func readAngle() {
    if let close = addressEnd() {
      let target = String(decoding: text[position + 1..<close], as: UTF8.self)
      addAutolink(to: target, close: close)
    } else if let close = mailEnd() {
      let target = "mailto:" + String(decoding: text[position + 1..<close], as: UTF8.self)
      addAutolink(to: target, close: close)
    } else if let stop = htmlEnd() {
      tokens.append(
        MarkdownToken(
          kind: .html, start: position, end: stop, index: sourceOffset(of: position)))
      position = stop
    } else {
      addText(upTo: position + 1)
    }
  }

  private mutating func addAutolink(to destination: String, close: Int) {
    targets.append(
      MarkdownTarget(
        destination: destination, title: nil, isImage: false,
        offset: sourceOffset(of: position)))
    tokens.append(
      MarkdownToken(
        kind: .autolink, start: position + 1, end: close, index: targets.count - 1))
    position = close + 1
  }

  /// Where the `>` after an absolute address stands.
  private func addressEnd() -> Int? {
    var index = position + 1
    guard let first = byte(at: index), MarkdownByte.isLetter(first) else { return nil }
    while let byte = byte(at: index), isSchemeByte(byte) { index += 1 }
    let length = index - position - 1
    guard length >= 2, length <= 32, byte(at: index) == MarkdownByte.colon else { return nil }
    while let byte = byte(at: index) {
      if byte == MarkdownByte.greater { return index }
      if byte == MarkdownByte.less || byte == MarkdownByte.space || MarkdownByte.isControl(byte) {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func isSchemeByte(_ byte: UInt8) -> Bool {
    MarkdownByte.isAlphanumeric(byte) || byte == MarkdownByte.plus || byte == MarkdownByte.dot
      || byte == MarkdownByte.hyphen
  }

  /// Where the `>` after a mail address stands.
  private func mailEnd() -> Int? {
    var index = position + 1
    while let byte = byte(at: index), isMailByte(byte) { index += 1 }
    guard index > position + 1, byte(at: index) == MarkdownByte.at else { return nil }
    repeat {
      let label = index + 1
      index = label
      while let byte = byte(at: index),
        MarkdownByte.isAlphanumeric(byte) || byte == MarkdownByte.hyphen
      {
        index += 1
      }
      guard index > label, index - label <= 63, text[label] != MarkdownByte.hyphen,
        text[index - 1] != MarkdownByte.hyphen
      else { return nil }
    } while byte(at: index) == MarkdownByte.dot
    return byte(at: index) == MarkdownByte.greater ? index : nil
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case MarkdownByte.doubleQuote, MarkdownByte.openParenthesis, MarkdownByte.closeParenthesis,
      MarkdownByte.colon, MarkdownByte.semicolon, MarkdownByte.less, MarkdownByte.greater,
      MarkdownByte.at, MarkdownByte.openBracket, MarkdownByte.backslash,
      MarkdownByte.closeBracket, 0x2C:
      false
    default: byte > MarkdownByte.space && byte < 0x7F
    }
  }

  /// Where the raw HTML that starts here ends.
  private mutating func htmlEnd() -> Int? {
    let scanner = MarkdownTagScanner(text, end: end)
    guard let next = byte(at: position + 1) else { return nil }
    if next == MarkdownByte.question {
      return search("?>", from: position + 2, remembering: .instruction)
    }
    guard next == MarkdownByte.exclamation else { return scanner.tag(at: position) }
    let rest = text[position..<end]
    if rest.starts(with: "<!-->".utf8) { return position + 5 }
    if rest.starts(with: "<!--->".utf8) { return position + 6 }
    if rest.starts(with: "<!--".utf8) {
      return search("-->", from: position + 4, remembering: .comment)
    }
    if rest.starts(with: "<![CDATA[".utf8) {
      return search("]]>", from: position + 9, remembering: .characterData)
    }
    guard let letter = byte(at: position + 2), MarkdownByte.isLetter(letter) else { return nil }
    return search(">", from: position + 3, remembering: .declaration)
  }

  private mutating func search(
    _ terminator: StaticString, from index: Int, remembering kind: MarkdownMissing
  ) -> Int? {
    guard !missing.contains(kind) else { return nil }
    let stop = MarkdownTagScanner(text, end: end).end(of: terminator, from: index)
    if stop == nil { missing.insert(kind) }
    return stop
  }
}
