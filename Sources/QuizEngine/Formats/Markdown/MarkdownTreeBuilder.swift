/// Turns the blocks that were read into the document's tree.
struct MarkdownTreeBuilder {
  private let nodes: [MarkdownNode]
  private let text: [UInt8]
  private var inlines: MarkdownInlineParser

  init(_ parser: MarkdownBlockParser) {
    nodes = parser.nodes
    text = parser.text
    inlines = MarkdownInlineParser(
      text: parser.text, segments: parser.segments, references: parser.references)
  }

  /// Recursion ends at `MarkdownLimits.blockDepth`.
  mutating func blocks(in parent: Int) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var child = nodes[parent].firstChild
    while let index = child {
      if let block = block(nodes[index], at: index) { blocks.append(block) }
      child = nodes[index].next
    }
    return blocks
  }

  private mutating func block(_ node: MarkdownNode, at index: Int) -> MarkdownBlock? {
    switch node.kind {
    case .document, .item, .dropped:
      return nil
    case .blockQuote:
      return .blockQuote(blocks(in: index), line: node.line)
    case .list(let marker):
      return .list(list(marker, at: index), line: node.line)
    case .fencedCode:
      let (info, code) = fencedCode(node)
      return .code(code, info: info, line: node.line)
    case .indentedCode:
      return .code(string(withoutBlankEnd(node)) + "\n", info: "", line: node.line)
    case .html:
      let offset = inlines.sourceOffset(of: skipSpace(node))
      return .html(string(withoutBlankEnd(node)), offset: offset, line: node.line)
    case .heading(let level):
      return .heading(level: level, inlines.parse(trimmed(node)), line: firstLine(node))
    case .paragraph:
      return .paragraph(inlines.parse(trimmed(node)), line: firstLine(node))
    case .thematicBreak:
      return .thematicBreak(line: node.line)
    }
  }

  private mutating func list(_ marker: MarkdownListMarker, at index: Int) -> MarkdownList {
    var items: [MarkdownListItem] = []
    var child = nodes[index].firstChild
    while let item = child {
      items.append(MarkdownListItem(blocks: blocks(in: item), line: nodes[item].line))
      child = nodes[item].next
    }
    return MarkdownList(start: marker.start, isTight: isTight(index), items: items)
  }

  /// Loose when a blank line stands between two items, or between two blocks of one.
  private func isTight(_ list: Int) -> Bool {
    var child = nodes[list].firstChild
    while let item = child {
      child = nodes[item].next
      if nodes[item].endsBlank, child != nil { return false }
      var part = nodes[item].firstChild
      while let block = part {
        part = nodes[block].next
        if child != nil || part != nil, endsBlank(block) { return false }
      }
    }
    return true
  }

  /// Lists and items end blank when their last block does.
  private func endsBlank(_ index: Int) -> Bool {
    var index = index
    while nodes[index].isList || nodes[index].isItem, let last = nodes[index].lastChild {
      index = last
    }
    return nodes[index].endsBlank
  }

  /// A paragraph begins after the definitions taken off its start.
  private func firstLine(_ node: MarkdownNode) -> Int {
    node.line + max(0, inlines.segmentIndex(of: node.textStart) - node.firstSegment)
  }
}

/// The text of leaf blocks.
extension MarkdownTreeBuilder {
  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func trimmed(_ node: MarkdownNode) -> Range<Int> {
    let start = skipSpace(node)
    var end = node.textEnd
    while end > start, MarkdownByte.isWhitespace(text[end - 1]) { end -= 1 }
    return start..<max(start, end)
  }

  private func skipSpace(_ node: MarkdownNode) -> Int {
    var start = node.textStart
    while start < node.textEnd, MarkdownByte.isSpaceOrTab(text[start]) { start += 1 }
    return start
  }

  /// Blank lines at the end dropped, with the last line's own ending.
  private func withoutBlankEnd(_ node: MarkdownNode) -> Range<Int> {
    var end = node.textEnd
    while end > node.textStart, MarkdownByte.isWhitespace(text[end - 1]) { end -= 1 }
    while end < node.textEnd, text[end] != MarkdownByte.newline { end += 1 }
    return node.textStart..<end
  }

  /// The first line is what follows the fence; the rest is code.
  private func fencedCode(_ node: MarkdownNode) -> (info: String, code: String) {
    let newline = text[node.textStart..<node.textEnd].firstIndex(of: MarkdownByte.newline)
    let lineEnd = newline ?? node.textEnd
    var start = node.textStart
    var end = lineEnd
    while start < end, MarkdownByte.isSpaceOrTab(text[start]) { start += 1 }
    while end > start, MarkdownByte.isSpaceOrTab(text[end - 1]) { end -= 1 }
    let info = MarkdownEntity.resolved(text, start..<end)
    return (info, string(min(lineEnd + 1, node.textEnd)..<node.textEnd))
  }
}
