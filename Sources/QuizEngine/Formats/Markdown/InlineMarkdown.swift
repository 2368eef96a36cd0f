/// One run of text with inline marks only: a question's prompt, an option.
///
/// Blocks are not recognized: `# 1` stays as it is. Blank lines count as a line ending.
package struct InlineMarkdown: Hashable, Sendable {
  package let content: [MarkdownInline]
  private let outline: MarkdownOutline

  package init(_ source: String) {
    let bytes = MarkdownSource.bytes(of: source)
    var line = MarkdownLine(bytes)
    var text: [UInt8] = []
    var segments: [MarkdownSegment] = []
    text.reserveCapacity(bytes.count)
    while line.next() {
      line.findText()
      if line.isBlank { continue }
      if !text.isEmpty { text.append(MarkdownByte.newline) }
      segments.append(
        MarkdownSegment(textOffset: text.count, sourceOffset: line.textOffset))
      text.append(contentsOf: bytes[line.textOffset..<line.end])
    }
    while let last = text.last, MarkdownByte.isWhitespace(last) { text.removeLast() }
    var parser = MarkdownInlineParser(text: text, segments: segments, references: [:])
    content = parser.parse(0..<text.count)
    var outliner = MarkdownOutliner(source: bytes)
    outliner.add(content)
    outline = outliner.outline
  }

  /// Links and images, in the order of the text.
  package var links: [MarkdownLinkUse] { outline.links }

  /// Where raw HTML stands, which the product shows as text.
  package var refusedHTML: [MarkdownPosition] { outline.refusedHTML }

  /// The words alone.
  package var plainText: String { MarkdownInline.plainText(content) }

  /// The rendered markup, safe to show.
  package func html(_ options: MarkdownOptions = MarkdownOptions()) -> HTML {
    var renderer = MarkdownRenderer(options)
    renderer.write(content)
    renderer.writeLawMark()
    return renderer.html
  }
}

/// The markup of a question's prompt or option: inline marks only.
package func renderInlineMarkdown(
  _ source: String, _ options: MarkdownOptions = MarkdownOptions()
) -> HTML {
  InlineMarkdown(source).html(options)
}
