/// Reads the block structure of a document, line by line (CommonMark 0.31.2, appendix).
///
/// Leaf blocks collect their lines in `text`; only one leaf is open at a time, so the text of
/// each is one range.
struct MarkdownBlockParser {
  var line: MarkdownLine
  var nodes = [MarkdownNode(kind: .document, parent: 0, depth: 0, line: 1)]
  var text: [UInt8] = []
  var segments: [MarkdownSegment] = []
  var references: [[UInt8]: MarkdownReference] = [:]

  /// The deepest open block.
  var tip = 0
  /// The tip as it was before this line.
  private var oldTip = 0
  private var lastMatched = 0
  private(set) var allClosed = true

  init(_ source: [UInt8]) {
    line = MarkdownLine(source)
    text.reserveCapacity(source.count + 1)
  }

  mutating func parse() {
    while line.next() { readLine() }
    while tip != 0 { close(tip) }
    close(0)
  }

  private mutating func readLine() {
    oldTip = tip
    guard let matched = continueOpenBlocks() else { return }
    lastMatched = matched
    allClosed = matched == oldTip
    addText(to: openNewBlocks(in: matched))
  }

  /// Goes down the open blocks that this line continues; nil when it closed a fenced block.
  private mutating func continueOpenBlocks() -> Int? {
    var container = 0
    while let child = nodes[container].lastChild, nodes[child].isOpen {
      line.findText()
      switch continuation(of: child) {
      case .matched: container = child
      case .failed: return container
      case .closed: return nil
      }
    }
    return container
  }

  /// Opens the blocks that begin on this line and returns the innermost.
  private mutating func openNewBlocks(in matched: Int) -> Int {
    var container = matched
    if nodes[container].acceptsLines, !nodes[container].isParagraph {
      line.findText()
      return container
    }
    while true {
      line.findText()
      switch openBlock(in: container) {
      case .none:
        line.advanceToText()
        return container
      case .container:
        container = tip
      case .leaf:
        return tip
      }
    }
  }

  /// Gives the rest of the line to the block it belongs to.
  private mutating func addText(to container: Int) {
    if !allClosed, !line.isBlank, nodes[tip].isParagraph {
      addLine()  // A lazy continuation line (section 5.1).
      return
    }
    closeUnmatched()
    markBlank(container)
    switch nodes[container].kind {
    case .html(let kind):
      addLine()
      if kind.ends(in: line) { close(container) }
    case .paragraph, .fencedCode, .indentedCode:
      addLine()
    default:
      guard line.offset < line.end, !line.isBlank else { return }
      add(.paragraph)
      line.advanceToText()
      addLine()
    }
  }

  /// Remembers which blocks end with a blank line, for tight and loose lists (section 5.3).
  private mutating func markBlank(_ container: Int) {
    if line.isBlank, let child = nodes[container].lastChild { nodes[child].endsBlank = true }
    let node = nodes[container]
    switch node.kind {
    case .blockQuote, .heading, .thematicBreak, .fencedCode:
      nodes[container].endsBlank = false
    case .item where node.firstChild == nil && node.line == line.number:
      nodes[container].endsBlank = false
    default:
      nodes[container].endsBlank = line.isBlank
    }
    var above = container
    while above != 0 {
      above = nodes[above].parent
      nodes[above].endsBlank = false
    }
  }

  /// Adds the rest of the line to the tip's text.
  mutating func addLine() {
    segments.append(MarkdownSegment(textOffset: text.count, sourceOffset: line.offset))
    var start = line.offset
    if line.hasPartialTab {
      text.append(contentsOf: repeatElement(MarkdownByte.space, count: line.columnsToTabStop))
      start += 1
    }
    if start < line.end { text.append(contentsOf: line.source[start..<line.end]) }
    text.append(MarkdownByte.newline)
    nodes[tip].textEnd = text.count
  }

  /// Closes the blocks that this line did not continue.
  mutating func closeUnmatched() {
    guard !allClosed else { return }
    while oldTip != lastMatched {
      let parent = nodes[oldTip].parent
      close(oldTip)
      oldTip = parent
    }
    allClosed = true
  }

  /// Opens a block in the innermost open block that can hold it.
  mutating func add(_ kind: MarkdownNode.Kind) {
    var node = MarkdownNode(kind: kind, parent: tip, depth: 0, line: line.number)
    while !nodes[tip].canContain(item: node.isItem), tip != 0 { close(tip) }
    node = MarkdownNode(
      kind: kind, parent: tip, depth: nodes[tip].depth + 1, line: line.number)
    node.textStart = text.count
    node.textEnd = text.count
    node.firstSegment = segments.count
    nodes.append(node)
    let index = nodes.count - 1
    if let last = nodes[tip].lastChild {
      nodes[last].next = index
    } else {
      nodes[tip].firstChild = index
    }
    nodes[tip].lastChild = index
    tip = index
  }

  mutating func close(_ index: Int) {
    nodes[index].isOpen = false
    if nodes[index].isParagraph { takeReferences(from: index) }
    tip = nodes[index].parent
  }

  /// Takes the link reference definitions off the start of a paragraph.
  mutating func takeReferences(from index: Int) {
    var start = nodes[index].textStart
    let end = nodes[index].textEnd
    while start < end, text[start] == MarkdownByte.openBracket,
      let definition = MarkdownReference.read(in: text, at: start, before: end)
    {
      if references[definition.key] == nil { references[definition.key] = definition.reference }
      start = definition.end
    }
    nodes[index].textStart = start
    if start >= end { nodes[index].kind = .dropped }
  }
}
