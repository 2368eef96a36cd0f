/// A block of a Markdown document; `line` counts from 1 and is where the block begins.
package enum MarkdownBlock: Hashable, Sendable {
  case paragraph([MarkdownInline], line: Int)
  case heading(level: Int, [MarkdownInline], line: Int)
  case blockQuote([MarkdownBlock], line: Int)
  case list(MarkdownList, line: Int)
  /// A code block; `info` is what stands after the fence, empty for an indented block.
  case code(String, info: String, line: Int)
  /// Raw HTML; `offset` is the byte of the source at which it starts.
  case html(String, offset: Int, line: Int)
  case thematicBreak(line: Int)

  /// The line on which the block begins.
  package var line: Int {
    switch self {
    case .paragraph(_, let line), .heading(_, _, let line), .blockQuote(_, let line),
      .list(_, let line), .code(_, _, let line), .html(_, _, let line), .thematicBreak(let line):
      line
    }
  }
}

/// A list and what stands in it.
package struct MarkdownList: Hashable, Sendable {
  /// The first number of an ordered list; absent for bullets.
  package let start: Int?
  /// Whether the paragraphs of its items stand without space between them.
  package let isTight: Bool
  package let items: [MarkdownListItem]
}

/// One item of a list; `line` counts from 1.
package struct MarkdownListItem: Hashable, Sendable {
  package let blocks: [MarkdownBlock]
  package let line: Int
}
