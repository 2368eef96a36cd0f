/// The containers that are open while a text is read, and the blocks that are finished.
struct BlockStack {
  enum Kind: Equatable {
    case root, quote, item, list, table
  }

  private struct Container {
    let kind: Kind
    var start: Int?
    var blocks: [TextBlock] = []
    var items: [[TextBlock]] = []
    var rows: [[RichTextCell]] = []
    var row: [RichTextCell] = []
    var isHeading = false
  }

  private var containers = [Container(kind: .root)]
  /// Containers that were nested too deep to be opened.
  private var overflow = 0

  var isInTable: Bool { containers.last?.kind == .table }

  // MARK: Blocks

  mutating func add(_ block: TextBlock) {
    let last = containers.count - 1
    switch containers[last].kind {
    case .root, .quote, .item: containers[last].blocks.append(block)
    case .list: containers[last].items.append([block])
    case .table: break
    }
  }

  mutating func open(_ kind: Kind, start: Int? = nil) {
    guard overflow == 0, containers.count <= RichText.depthLimit else {
      overflow += 1
      return
    }
    // Only items stand in a list, and only there.
    let isInList = containers.last?.kind == .list
    if isInList, kind != .item {
      open(.item)
      guard overflow == 0 else { return }
    } else if !isInList, kind == .item {
      if containers.contains(where: { $0.kind == .list }), containers.last?.kind == .item {
        close(.item)
      } else {
        open(.list)
        guard overflow == 0 else { return }
      }
    }
    guard containers.count <= RichText.depthLimit else {
      overflow += 1
      return
    }
    containers.append(Container(kind: kind, start: start))
  }

  /// Closes the innermost container of the kind, and whatever is open inside.
  mutating func close(_ kind: Kind) {
    if overflow > 0 {
      overflow -= 1
      return
    }
    guard kind != .root, let index = containers.lastIndex(where: { $0.kind == kind }) else {
      return
    }
    while containers.count > index { closeLast() }
  }

  /// Everything, closed.
  mutating func finish() -> [TextBlock] {
    while containers.count > 1 { closeLast() }
    return containers.first?.blocks ?? []
  }

  private mutating func closeLast() {
    if containers.last?.kind == .table { endRow() }
    guard containers.count > 1, let closed = containers.popLast() else { return }
    switch closed.kind {
    case .root: break
    case .quote: if !closed.blocks.isEmpty { add(.quote(closed.blocks)) }
    case .item:
      if !closed.blocks.isEmpty { containers[containers.count - 1].items.append(closed.blocks) }
    case .list:
      if !closed.items.isEmpty { add(.list(closed.items, start: closed.start)) }
    case .table: if !closed.rows.isEmpty { add(.table(closed.rows)) }
    }
  }

  // MARK: Tables

  mutating func beginCell(isHeading: Bool) {
    containers[containers.count - 1].isHeading = isHeading
  }

  /// Ends the cell of the open table; the words between cells make one of their own.
  mutating func endCell(_ content: [TextSpan], wasOpen: Bool) {
    let last = containers.count - 1
    guard containers[last].kind == .table, wasOpen || !content.isEmpty else { return }
    containers[last].row.append(
      RichTextCell(isHeading: wasOpen && containers[last].isHeading, content: content))
  }

  /// Ends the row of the open table; a row without words is none.
  mutating func endRow() {
    let last = containers.count - 1
    if containers[last].row.contains(where: { !$0.content.isEmpty }) {
      containers[last].rows.append(containers[last].row)
    }
    containers[last].row = []
  }
}
