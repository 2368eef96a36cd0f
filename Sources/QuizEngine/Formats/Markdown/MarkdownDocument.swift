/// A text in CommonMark 0.31.2, as lessons are written.
///
/// Reading never fails and takes time in proportion to the text, whatever it holds.
package struct MarkdownDocument: Hashable, Sendable {
  package let blocks: [MarkdownBlock]
  private let outline: MarkdownOutline

  package init(_ source: String) {
    let bytes = MarkdownSource.bytes(of: source)
    var parser = MarkdownBlockParser(bytes)
    parser.parse()
    var builder = MarkdownTreeBuilder(parser)
    blocks = builder.blocks(in: 0)
    var outliner = MarkdownOutliner(source: bytes)
    outliner.add(blocks)
    outline = outliner.outline
  }

  /// Links and images, in the order of the text.
  package var links: [MarkdownLinkUse] { outline.links }

  /// Headings, in the order of the text.
  package var headings: [MarkdownHeading] { outline.headings }

  /// Where raw HTML stands: the product shows it as text, and refuses content that has any.
  package var refusedHTML: [MarkdownPosition] { outline.refusedHTML }

  /// The page's markup.
  package func html(_ options: MarkdownOptions = MarkdownOptions()) -> HTML {
    var renderer = MarkdownRenderer(options)
    renderer.write(blocks)
    return renderer.html
  }

  /// The words alone, one line for each block.
  package var plainText: String {
    var lines: [String] = []
    Self.collectLines(of: blocks, into: &lines)
    return lines.joined(separator: "\n")
  }

  private static func collectLines(of blocks: [MarkdownBlock], into lines: inout [String]) {
    for block in blocks {
      switch block {
      case .paragraph(let content, _), .heading(_, let content, _):
        lines.append(MarkdownInline.plainText(content))
      case .blockQuote(let blocks, _): collectLines(of: blocks, into: &lines)
      case .list(let list, _):
        for item in list.items { collectLines(of: item.blocks, into: &lines) }
      case .code(let code, _, _):
        lines.append(code.last == "\n" ? String(code.dropLast()) : code)
      case .html, .thematicBreak: break
      }
    }
  }
}
