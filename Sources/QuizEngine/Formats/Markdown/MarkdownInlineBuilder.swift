/// Builds the tree of a paragraph from its tokens.
struct MarkdownInlineBuilder {
  private let parser: MarkdownInlineParser
  /// What was built in each open emphasis or link.
  private var levels: [[MarkdownInline]] = [[]]
  /// Emphasis and links opened beyond the depth that is built.
  private var overflow = 0
  private var pending: [UInt8] = []

  init(_ parser: MarkdownInlineParser) {
    self.parser = parser
  }

  mutating func build() -> [MarkdownInline] {
    for token in parser.tokens { add(token) }
    flush()
    return levels.first ?? []
  }

  private mutating func add(_ token: MarkdownToken) {
    switch token.kind {
    case .text, .bracket:
      pending.append(contentsOf: parser.text[token.start..<token.end])
    case .resolved:
      pending.append(contentsOf: parser.resolved[token.start..<token.end])
    case .softBreak:
      append(.softBreak)
    case .hardBreak:
      append(.hardBreak)
    case .code:
      append(.code(parser.codeText(token.start..<token.end)))
    case .html:
      append(.html(source(token), offset: token.index))
    case .autolink:
      let target = parser.targets[token.index]
      append(.link(link(target, content: [.text(source(token))], isAutolink: true)))
    case .delimiter:
      addEmphasis(token)
    case .linkStart:
      if !open() { pending.append(contentsOf: parser.text[token.start..<token.end]) }
    case .linkEnd:
      addLink(token)
    }
  }

  private func source(_ token: MarkdownToken) -> String {
    String(decoding: parser.text[token.start..<token.end], as: UTF8.self)
  }

  private func link(
    _ target: MarkdownTarget, content: [MarkdownInline], isAutolink: Bool
  ) -> MarkdownLink {
    MarkdownLink(
      destination: target.destination, title: target.title, content: content,
      offset: target.offset, isAutolink: isAutolink)
  }

  private mutating func addLink(_ token: MarkdownToken) {
    guard let content = close() else {
      pending.append(contentsOf: parser.text[token.start..<token.end])
      return
    }
    let target = parser.targets[token.index]
    let link = link(target, content: content, isAutolink: false)
    append(target.isImage ? .image(link) : .link(link))
  }

  /// A run closes first, then shows what is left of it, then opens.
  private mutating func addEmphasis(_ token: MarkdownToken) {
    let run = parser.delimiters[token.index]
    var closed = run.firstClosed
    while let mark = closed {
      let isStrong = parser.marks[mark].isStrong
      if let content = close() {
        append(isStrong ? .strong(content) : .emphasis(content))
      } else {
        addCharacters(run.character, count: isStrong ? 2 : 1)
      }
      closed = parser.marks[mark].next
    }
    addCharacters(run.character, count: run.count)
    var opened = run.firstOpened
    while let mark = opened {
      if !open() { addCharacters(run.character, count: parser.marks[mark].isStrong ? 2 : 1) }
      opened = parser.marks[mark].next
    }
  }

  private mutating func addCharacters(_ character: UInt8, count: Int) {
    pending.append(contentsOf: repeatElement(character, count: count))
  }

  /// Begins a level; false beyond the depth that is built.
  private mutating func open() -> Bool {
    guard levels.count <= MarkdownLimits.inlineDepth else {
      overflow += 1
      return false
    }
    flush()
    levels.append([])
    return true
  }

  /// Ends a level and returns what was built in it; nil for one that was not begun.
  private mutating func close() -> [MarkdownInline]? {
    if overflow > 0 {
      overflow -= 1
      return nil
    }
    flush()
    return levels.count > 1 ? levels.popLast() : nil
  }

  private mutating func append(_ inline: MarkdownInline) {
    flush()
    levels[levels.count - 1].append(inline)
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    levels[levels.count - 1].append(.text(String(decoding: pending, as: UTF8.self)))
    pending.removeAll(keepingCapacity: true)
  }
}
