/// Links and images (CommonMark 0.31.2, section 6.3).
extension MarkdownInlineParser {
  mutating func openBracket(isImage: Bool) {
    let stop = position + (isImage ? 2 : 1)
    if let last = brackets.indices.last { brackets[last].isFollowed = true }
    brackets.append(
      MarkdownBracket(
        token: tokens.count, isImage: isImage, textStart: stop, delimiter: lastDelimiter))
    tokens.append(MarkdownToken(kind: .bracket, start: position, end: stop))
    position = stop
  }

  mutating func closeBracket() {
    guard let bracket = brackets.popLast() else { return addText(upTo: position + 1) }
    let isActive = bracket.isImage || brackets.count >= inactiveHeight
    inactiveHeight = min(inactiveHeight, brackets.count)
    guard isActive, let link = inlineLink() ?? referenceLink(bracket) else {
      return addText(upTo: position + 1)
    }
    targets.append(
      MarkdownTarget(
        destination: link.destination, title: link.title, isImage: bracket.isImage,
        offset: sourceOffset(of: tokens[bracket.token].start)))
    tokens[bracket.token].kind = .linkStart
    tokens[bracket.token].index = targets.count - 1
    matchEmphasis(after: bracket.delimiter)
    tokens.append(
      MarkdownToken(
        kind: .linkEnd, start: position, end: link.end, index: targets.count - 1))
    position = link.end
    // No links in links.
    if !bracket.isImage { inactiveHeight = brackets.count }
  }

  private typealias Link = (destination: String, title: String?, end: Int)

  /// `(destination "title")` after the closing bracket.
  private func inlineLink() -> Link? {
    let scanner = MarkdownLinkScanner(text, end: end)
    guard scanner.byte(at: position + 1) == MarkdownByte.openParenthesis,
      let destination = scanner.destination(at: scanner.skipSpace(from: position + 2))
    else { return nil }
    var title: MarkdownLinkScanner.Part?
    var close = scanner.skipSpace(from: destination.end)
    if close > destination.end, let found = scanner.title(at: close) {
      title = found
      close = scanner.skipSpace(from: found.end)
    }
    guard scanner.byte(at: close) == MarkdownByte.closeParenthesis else { return nil }
    return (
      MarkdownEntity.resolved(text, destination.text),
      title.map { MarkdownEntity.resolved(text, $0.text) }, close + 1
    )
  }

  /// `[label]`, `[]` or nothing after the closing bracket.
  private mutating func referenceLink(_ bracket: MarkdownBracket) -> Link? {
    let scanner = MarkdownLinkScanner(text, end: end)
    let label = scanner.label(at: position + 1)
    let stop = label?.end ?? position + 1
    if let label, !label.text.isEmpty {
      return reference(label.text).map { ($0.destination, $0.title, stop) }
    }
    // Four bytes at most make a character: what is longer is no label.
    let own = bracket.textStart..<position
    guard !bracket.isFollowed, own.count <= MarkdownLimits.labelLength * 4 else { return nil }
    return reference(own).map { ($0.destination, $0.title, stop) }
  }
}
