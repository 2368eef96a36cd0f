/// Recognizes raw HTML (CommonMark 0.31.2, section 6.6).
struct MarkdownTagScanner {
  let bytes: [UInt8]
  let end: Int

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = min(end, bytes.count)
  }

  private func byte(at index: Int) -> UInt8? {
    index >= 0 && index < end ? bytes[index] : nil
  }

  private func skipSpace(from index: Int) -> Int {
    var index = index
    while let byte = byte(at: index), MarkdownByte.isWhitespace(byte) { index += 1 }
    return index
  }

  /// Where the opening or closing tag that starts with the `<` at `start` ends.
  func tag(at start: Int) -> Int? {
    byte(at: start + 1) == MarkdownByte.slash ? closingTag(at: start) : openingTag(at: start)
  }

  private func closingTag(at start: Int) -> Int? {
    guard let nameEnd = name(at: start + 2) else { return nil }
    let index = skipSpace(from: nameEnd)
    return byte(at: index) == MarkdownByte.greater ? index + 1 : nil
  }

  private func openingTag(at start: Int) -> Int? {
    guard var index = name(at: start + 1) else { return nil }
    while true {
      let next = skipSpace(from: index)
      guard next > index, let attributeEnd = attribute(at: next) else {
        index = next
        break
      }
      index = attributeEnd
    }
    if byte(at: index) == MarkdownByte.slash { index += 1 }
    return byte(at: index) == MarkdownByte.greater ? index + 1 : nil
  }

  private func name(at start: Int) -> Int? {
    guard let first = byte(at: start), MarkdownByte.isLetter(first) else { return nil }
    var index = start + 1
    while let byte = byte(at: index),
      MarkdownByte.isAlphanumeric(byte) || byte == MarkdownByte.hyphen
    {
      index += 1
    }
    return index
  }

  /// Where an attribute and its value end; nil when none starts here or its value is broken.
  private func attribute(at start: Int) -> Int? {
    guard let first = byte(at: start),
      MarkdownByte.isLetter(first) || first == MarkdownByte.underscore
        || first == MarkdownByte.colon
    else { return nil }
    var index = start + 1
    while let byte = byte(at: index), isAttributeName(byte) { index += 1 }
    let equals = skipSpace(from: index)
    guard byte(at: equals) == MarkdownByte.equals else { return index }
    return attributeValue(at: skipSpace(from: equals + 1))
  }

  private func isAttributeName(_ byte: UInt8) -> Bool {
    MarkdownByte.isAlphanumeric(byte) || byte == MarkdownByte.underscore
      || byte == MarkdownByte.colon || byte == MarkdownByte.dot || byte == MarkdownByte.hyphen
  }

  private func attributeValue(at start: Int) -> Int? {
    guard let first = byte(at: start) else { return nil }
    var index = start
    if first == MarkdownByte.doubleQuote || first == MarkdownByte.singleQuote {
      index += 1
      while let byte = byte(at: index), byte != first { index += 1 }
      return index < end ? index + 1 : nil
    }
    while let byte = byte(at: index), !isForbiddenInBareValue(byte) { index += 1 }
    return index > start ? index : nil
  }

  private func isForbiddenInBareValue(_ byte: UInt8) -> Bool {
    switch byte {
    case MarkdownByte.doubleQuote, MarkdownByte.singleQuote, MarkdownByte.equals,
      MarkdownByte.less, MarkdownByte.greater, MarkdownByte.backtick:
      true
    default: MarkdownByte.isWhitespace(byte)
    }
  }

  /// Where `terminator` ends when searched from `start`.
  func end(of terminator: StaticString, from start: Int) -> Int? {
    guard let first = terminator.firstByte else { return nil }
    var index = start
    while index < end {
      if bytes[index] == first,
        MarkdownByte.hasPrefix(terminator, in: bytes, at: index, before: end)
      {
        return index + terminator.utf8CodeUnitCount
      }
      index += 1
    }
    return nil
  }
}

extension StaticString {
  fileprivate var firstByte: UInt8? { withUTF8Buffer { $0.first } }
}
