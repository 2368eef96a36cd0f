/// A block while the document is being read; nodes refer to each other by index.
struct MarkdownNode {
  enum Kind {
    case document
    case blockQuote
    case list(MarkdownListMarker)
    case item(MarkdownListMarker)
    case fencedCode(MarkdownFence)
    case indentedCode
    case html(MarkdownHTMLBlock)
    case heading(level: Int)
    case paragraph
    case thematicBreak
    /// A paragraph that held nothing but link reference definitions.
    case dropped
  }

  var kind: Kind
  let parent: Int
  let depth: Int
  let line: Int
  var firstChild: Int?
  var lastChild: Int?
  var next: Int?
  var isOpen = true
  var endsBlank = false
  /// The block's own text, as a range of the parser's text.
  var textStart = 0
  var textEnd = 0
  /// The segment in which that text began.
  var firstSegment = 0

  init(kind: Kind, parent: Int, depth: Int, line: Int) {
    self.kind = kind
    self.parent = parent
    self.depth = depth
    self.line = line
  }

  var isParagraph: Bool {
    if case .paragraph = kind { true } else { false }
  }

  var isList: Bool {
    if case .list = kind { true } else { false }
  }

  var isItem: Bool {
    if case .item = kind { true } else { false }
  }

  /// Whether lines are added to the block's own text.
  var acceptsLines: Bool {
    switch kind {
    case .paragraph, .fencedCode, .indentedCode, .html: true
    default: false
    }
  }

  /// Whether a block may stand in this one; only items stand in a list, and only there.
  func canContain(item: Bool) -> Bool {
    switch kind {
    case .document, .blockQuote, .item: !item
    case .list: item
    default: false
    }
  }
}

/// The fence that opened a code block.
struct MarkdownFence {
  let character: UInt8
  let length: Int
  let indent: Int
}

/// Where a line of the parser's text stands in the source.
struct MarkdownSegment {
  let textOffset: Int
  let sourceOffset: Int
}
