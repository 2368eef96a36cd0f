// Markup of a text: every word passes the escaping `HTML` type, every address is judged again.

extension RichText {
  /// Markup for a place that takes blocks; a lone paragraph stands without its tag.
  package var html: HTML {
    if blocks.count == 1, case .paragraph(let spans) = blocks[0] { return TextMarkup.inline(spans) }
    return TextMarkup.flow(blocks)
  }

  /// Markup in blocks, with one quiet mark at the end that opens the law it rests on.
  package func flow(citing laws: [String], _ label: String) -> HTML {
    guard !laws.isEmpty else { return TextMarkup.flow(blocks) }
    let mark = TextMarkup.lawMark(laws.joined(separator: ","), label)
    guard case .paragraph(let spans) = blocks.last else {
      return "\(TextMarkup.flow(blocks))<p>\(mark)</p>"
    }
    return "\(TextMarkup.flow(blocks.dropLast()))<p>\(TextMarkup.inline(spans))\(mark)</p>"
  }

  /// Markup for a label, a legend or a heading, which take running text only: blocks become lines.
  package var phrasing: HTML { TextMarkup.lines(blocks) }

  /// What stands in the legend of a question, and the blocks that follow it from the first list,
  /// table or quote on.
  package var heading: (lead: HTML, rest: HTML?) {
    let lead = blocks.prefix { if case .paragraph = $0 { true } else { false } }
    let rest = blocks.dropFirst(lead.count)
    return (
      TextMarkup.lines(Array(lead)), rest.isEmpty ? nil : TextMarkup.flow(Array(rest))
    )
  }
}

/// Blocks and spans as markup.
enum TextMarkup {
  static func flow(_ blocks: some Sequence<TextBlock>) -> HTML { HTML.joined(blocks, flow) }

  private static func flow(_ block: TextBlock) -> HTML {
    switch block {
    case .paragraph(let spans): "<p>\(inline(spans))</p>"
    case .list(let items, let start):
      if let start {
        start == 1
          ? "<ol>\(HTML.joined(items, item))</ol>"
          : "<ol start=\"\(start)\">\(HTML.joined(items, item))</ol>"
      } else {
        "<ul>\(HTML.joined(items, item))</ul>"
      }
    case .quote(let blocks): "<blockquote>\(flow(blocks))</blockquote>"
    case .code(let code): "<pre><code>\(code)</code></pre>"
    case .table(let rows):
      "<table>\(HTML.joined(rows) { "<tr>\(HTML.joined($0, cell))</tr>" })</table>"
    case .image(_, let description): "<p>\(description)</p>"
    }
  }

  private static func item(_ blocks: [TextBlock]) -> HTML {
    if blocks.count == 1, case .paragraph(let spans) = blocks[0] {
      return "<li>\(inline(spans))</li>"
    }
    return "<li>\(flow(blocks))</li>"
  }

  private static func cell(_ cell: RichTextCell) -> HTML {
    cell.isHeading
      ? "<th>\(inline(cell.content))</th>" : "<td>\(inline(cell.content))</td>"
  }

  static func inline(_ spans: [TextSpan]) -> HTML { HTML.joined(spans, inline) }

  private static func inline(_ span: TextSpan) -> HTML {
    switch span {
    case .text(let words): .escaped(words)
    case .lineBreak: "<br>"
    case .code(let code): "<code>\(code)</code>"
    case .formula(let source): "<span class=\"formula\">\(source)</span>"
    case .bold(let spans): "<strong>\(inline(spans))</strong>"
    case .italic(let spans): "<em>\(inline(spans))</em>"
    case .subscripted(let spans): "<sub>\(inline(spans))</sub>"
    case .superscripted(let spans): "<sup>\(inline(spans))</sup>"
    case .link(let address, let spans): link(address, spans)
    }
  }

  private static func link(_ address: String, _ spans: [TextSpan]) -> HTML {
    switch MarkdownLinkTarget(address) {
    case .address(let address), .site(let address):
      "<a href=\"\(LinkAddress.encoded(address))\">\(inline(spans))</a>"
    case .fragment(let name):
      "<a href=\"#\(LinkAddress.encoded(name))\">\(inline(spans))</a>"
    case .law(let id):
      // Codes are for authors: a citation without words of its own is a mark.
      TextLines.text(of: spans).utf8.elementsEqual(id.utf8)
        ? lawMark(id, "§") : "<a class=\"law\" href=\"/law/\(id)\">\(inline(spans))</a>"
    case .refused: inline(spans)
    }
  }

  static func lawMark(_ ids: String, _ label: String) -> HTML {
    """
    <a class="law law-mark" href="/law/\(ids)" aria-label="\(label)" title="\(label)">§</a>
    """
  }

  // MARK: Lines

  static func lines(_ blocks: [TextBlock]) -> HTML {
    separated(blocks.map(lines), by: "<br>")
  }

  private static func lines(_ block: TextBlock) -> HTML {
    switch block {
    case .paragraph(let spans): inline(spans)
    case .list(let items, let start):
      separated(
        items.enumerated().map { index, item in
          if let start { "\(start &+ index). \(lines(item))" } else { "• \(lines(item))" }
        }, by: "<br>")
    case .quote(let blocks): lines(blocks)
    case .code(let code): "<code class=\"lines\">\(code)</code>"
    case .table(let rows):
      separated(
        rows.map { row in separated(row.map { inline($0.content) }, by: " | ") }, by: "<br>")
    case .image(_, let description): .escaped(description)
    }
  }

  private static func separated(_ parts: [HTML], by separator: HTML) -> HTML {
    HTML.joined(parts.enumerated()) { index, part in
      index == 0 ? part : "\(separator)\(part)"
    }
  }
}
