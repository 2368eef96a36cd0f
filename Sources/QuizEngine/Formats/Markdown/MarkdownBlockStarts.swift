/// What may begin a block, tried in the order of the specification's appendix.
extension MarkdownBlockParser {
  enum BlockStart {
    case none
    case container
    case leaf
  }

  mutating func openBlock(in container: Int) -> BlockStart {
    if line.isIndented { return openIndentedCode() }
    guard let first = line.first else { return .none }
    switch first {
    case MarkdownByte.greater:
      return openBlockQuote(in: container)
    case MarkdownByte.hash:
      return openHeading()
    case MarkdownByte.backtick, MarkdownByte.tilde:
      return openFence(first)
    case MarkdownByte.less:
      return openHTML(in: container)
    case MarkdownByte.equals:
      return closeSetextHeading(in: container, level: 1)
    case MarkdownByte.hyphen:
      if closeSetextHeading(in: container, level: 2) == .leaf { return .leaf }
      return openThematicBreak(first) == .leaf ? .leaf : openItem(in: container)
    case MarkdownByte.star:
      return openThematicBreak(first) == .leaf ? .leaf : openItem(in: container)
    case MarkdownByte.underscore:
      return openThematicBreak(first)
    case MarkdownByte.plus:
      return openItem(in: container)
    default:
      return MarkdownByte.isDigit(first) ? openItem(in: container) : .none
    }
  }

  private mutating func openIndentedCode() -> BlockStart {
    guard !nodes[tip].isParagraph, !line.isBlank else { return .none }
    line.advance(columns: 4)
    closeUnmatched()
    add(.indentedCode)
    return .leaf
  }

  private func isTooDeep(_ container: Int) -> Bool {
    nodes[container].depth + 2 > MarkdownLimits.blockDepth
  }

  private mutating func openBlockQuote(in container: Int) -> BlockStart {
    guard !isTooDeep(container), skipQuoteMark() else { return .none }
    closeUnmatched()
    add(.blockQuote)
    return .container
  }

  private mutating func openItem(in container: Int) -> BlockStart {
    guard !isTooDeep(container),
      let marker = MarkdownListMarker.read(
        from: &line, inParagraph: nodes[container].isParagraph)
    else { return .none }
    closeUnmatched()
    if case .list(let first) = nodes[tip].kind, first.continues(marker) {
      add(.item(marker))
    } else {
      add(.list(marker))
      add(.item(marker))
    }
    return .container
  }

  private mutating func openHeading() -> BlockStart {
    var start = line.textOffset
    while line.byte(at: start) == MarkdownByte.hash { start += 1 }
    let level = start - line.textOffset
    guard level <= 6, line.byte(at: start).map(MarkdownByte.isSpaceOrTab) ?? true else {
      return .none
    }
    closeUnmatched()
    add(.heading(level: level))
    while let byte = line.byte(at: start), MarkdownByte.isSpaceOrTab(byte) { start += 1 }
    let end = headingEnd(from: start)
    segments.append(MarkdownSegment(textOffset: text.count, sourceOffset: start))
    text.append(contentsOf: line.source[start..<end])
    nodes[tip].textEnd = text.count
    line.advanceToEnd()
    return .leaf
  }

  /// Where a heading's text ends, before space and a closing run of `#`.
  private func headingEnd(from start: Int) -> Int {
    let source = line.source
    var end = line.end
    while end > start, MarkdownByte.isSpaceOrTab(source[end - 1]) { end -= 1 }
    var mark = end
    while mark > start, source[mark - 1] == MarkdownByte.hash { mark -= 1 }
    guard mark < end, mark == start || MarkdownByte.isSpaceOrTab(source[mark - 1]) else {
      return end
    }
    while mark > start, MarkdownByte.isSpaceOrTab(source[mark - 1]) { mark -= 1 }
    return mark
  }

  private mutating func openFence(_ character: UInt8) -> BlockStart {
    var stop = line.textOffset
    while line.byte(at: stop) == character { stop += 1 }
    let length = stop - line.textOffset
    guard length >= 3 else { return .none }
    if character == MarkdownByte.backtick, line.source[stop..<line.end].contains(character) {
      return .none
    }
    let fence = MarkdownFence(character: character, length: length, indent: line.indent)
    closeUnmatched()
    add(.fencedCode(fence))
    line.advanceToText()
    line.advance(bytes: length)
    return .leaf
  }

  private mutating func openHTML(in container: Int) -> BlockStart {
    guard let kind = MarkdownHTMLBlock(startingIn: line) else { return .none }
    let isLazy = !allClosed && nodes[tip].isParagraph
    if nodes[container].isParagraph || isLazy, !kind.interruptsParagraph { return .none }
    closeUnmatched()
    add(.html(kind))
    return .leaf
  }

  private mutating func closeSetextHeading(in container: Int, level: Int) -> BlockStart {
    guard nodes[container].isParagraph, let mark = line.first else { return .none }
    var stop = line.textOffset
    while line.byte(at: stop) == mark { stop += 1 }
    guard line.source[stop..<line.end].allSatisfy(MarkdownByte.isSpaceOrTab) else { return .none }
    closeUnmatched()
    takeReferences(from: container)
    guard nodes[container].isParagraph else {
      nodes[container].kind = .paragraph  // It held definitions only; this line is its text.
      return .none
    }
    nodes[container].kind = .heading(level: level)
    line.advanceToEnd()
    return .leaf
  }

  private mutating func openThematicBreak(_ mark: UInt8) -> BlockStart {
    var count = 0
    for byte in line.source[line.textOffset..<line.end] {
      if byte == mark {
        count += 1
      } else if !MarkdownByte.isSpaceOrTab(byte) {
        return .none
      }
    }
    guard count >= 3 else { return .none }
    closeUnmatched()
    add(.thematicBreak)
    line.advanceToEnd()
    return .leaf
  }
}
