/// Whether a line continues the blocks that are open.
extension MarkdownBlockParser {
  enum Continuation {
    case matched
    case failed
    /// The line closed the block and belongs to nothing else.
    case closed
  }

  mutating func continuation(of index: Int) -> Continuation {
    switch nodes[index].kind {
    case .document, .list:
      return .matched
    case .blockQuote:
      return skipQuoteMark() ? .matched : .failed
    case .item(let marker):
      return continueItem(marker, isEmpty: nodes[index].firstChild == nil)
    case .fencedCode(let fence):
      return continueFence(fence, of: index)
    case .indentedCode:
      guard line.isIndented || line.isBlank else { return .failed }
      if line.isIndented { line.advance(columns: 4) } else { line.advanceToText() }
      return .matched
    case .html(let kind):
      return line.isBlank && kind.endsAtBlankLine ? .failed : .matched
    case .paragraph:
      return line.isBlank ? .failed : .matched
    case .heading, .thematicBreak, .dropped:
      return .failed
    }
  }

  /// Moves past `>` and one space, if the line's text starts so.
  mutating func skipQuoteMark() -> Bool {
    guard !line.isIndented, line.first == MarkdownByte.greater else { return false }
    line.advanceToText()
    line.advance(bytes: 1)
    line.skipSpace()
    return true
  }

  private mutating func continueItem(_ marker: MarkdownListMarker, isEmpty: Bool) -> Continuation {
    if line.isBlank {
      if isEmpty { return .failed }
      line.advanceToText()
      return .matched
    }
    guard line.indent >= marker.indent + marker.padding else { return .failed }
    line.advance(columns: marker.indent + marker.padding)
    return .matched
  }

  private mutating func continueFence(_ fence: MarkdownFence, of index: Int) -> Continuation {
    if !line.isIndented, line.first == fence.character, closes(fence) {
      close(index)
      return .closed
    }
    var left = fence.indent
    while left > 0, line.skipSpace() { left -= 1 }
    return .matched
  }

  private func closes(_ fence: MarkdownFence) -> Bool {
    var stop = line.textOffset
    while line.byte(at: stop) == fence.character { stop += 1 }
    return stop - line.textOffset >= fence.length
      && line.source[stop..<line.end].allSatisfy(MarkdownByte.isSpaceOrTab)
  }
}
