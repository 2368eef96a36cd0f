// CommonMark as a bank's text.

extension RichText {
  /// One run of inline Markdown, as earlier releases stored every text of a bank.
  ///
  /// Words without any mark are the same text however they were written; any other string is kept
  /// beside what it means, because the digest of its question rests on it.
  package init(inlineMarkdown source: String) {
    let spans = MarkdownSpans.spans(InlineMarkdown(source).content)
    var isPlain = false
    // By octets: comparing strings would normalise them.
    if spans.count == 1, case .text(let words) = spans[0] {
      isPlain = words.utf8.elementsEqual(source.utf8)
    }
    self.init(
      spans.isEmpty ? [] : [.paragraph(spans)], markdown: isPlain ? nil : source)
  }

  /// A whole text in CommonMark, and whether it had pictures, which become their descriptions.
  package static func markdown(_ source: String) -> (text: RichText, losses: Set<RichTextLoss>) {
    let document = MarkdownDocument(source)
    let blocks = MarkdownSpans.blocks(document.blocks, depth: 0)
    return (RichText(blocks), document.links.contains(where: \.isImage) ? [.picture] : [])
  }

  /// Words in which nothing is markup: line breaks are kept, an empty line parts paragraphs.
  package init(lines source: String) {
    var blocks: [TextBlock] = []
    var spans: [TextSpan] = []
    func finish() {
      if !spans.isEmpty { blocks.append(.paragraph(spans)) }
      spans = []
    }
    for line in source.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
      guard line.contains(where: { !MarkdownByte.isWhitespace($0) }) else {
        finish()
        continue
      }
      if !spans.isEmpty { spans.append(.lineBreak) }
      spans.append(.text(String(decoding: line.filter { $0 != 0x0d }, as: UTF8.self)))
    }
    finish()
    self.init(blocks)
  }
}

/// The nodes of a Markdown text as blocks and spans of a bank's text.
private enum MarkdownSpans {
  static func blocks(_ blocks: [MarkdownBlock], depth: Int) -> [TextBlock] {
    var result: [TextBlock] = []
    for block in blocks { append(block, depth, to: &result) }
    return result
  }

  private static func append(_ block: MarkdownBlock, _ depth: Int, to result: inout [TextBlock]) {
    // What is nested deeper than anybody reads stands one beside the other.
    let isDeep = depth + 2 > RichText.depthLimit
    switch block {
    case .paragraph(let content, _): addParagraph(spans(content), to: &result)
    case .heading(_, let content, _):
      let words = spans(content)
      if !words.isEmpty { result.append(.paragraph([.bold(words)])) }
    case .blockQuote(let blocks, _):
      let inner = self.blocks(blocks, depth: depth + 1)
      if isDeep { result += inner } else if !inner.isEmpty { result.append(.quote(inner)) }
    case .list(let list, _):
      let items = list.items.map { blocks($0.blocks, depth: depth + 2) }.filter { !$0.isEmpty }
      if isDeep {
        result += items.flatMap(\.self)
      } else if !items.isEmpty {
        result.append(.list(items, start: list.start))
      }
    case .code(let code, _, _):
      let lines =
        code.utf8.last == 0x0a ? String(decoding: code.utf8.dropLast(), as: UTF8.self) : code
      if !lines.utf8.isEmpty { result.append(.code(lines)) }
    case .html(let source, _, _): result += RichText(lines: source).blocks
    case .thematicBreak: break
    }
  }

  private static func addParagraph(_ spans: [TextSpan], to result: inout [TextBlock]) {
    if !spans.isEmpty { result.append(.paragraph(spans)) }
  }

  /// Recursion ends at `MarkdownLimits.inlineDepth`.
  static func spans(_ inlines: [MarkdownInline]) -> [TextSpan] {
    var result: [TextSpan] = []
    var words = ""
    func flush() {
      if !words.utf8.isEmpty { result.append(.text(words)) }
      words = ""
    }
    for inline in inlines {
      switch inline {
      case .text(let text): words += text
      case .softBreak: words += " "
      // Raw HTML is shown as text: Markdown's own marks say the same.
      case .html(let source, _): words += source
      case .image(let image): words += MarkdownInline.plainText(image.content)
      case .hardBreak:
        flush()
        result.append(.lineBreak)
      case .code(let code):
        flush()
        result.append(.code(code))
      case .emphasis(let content):
        flush()
        result.append(.italic(spans(content)))
      case .strong(let content):
        flush()
        result.append(.bold(spans(content)))
      case .link(let link):
        flush()
        result += self.link(link)
      }
    }
    flush()
    return result
  }

  private static func link(_ link: MarkdownLink) -> [TextSpan] {
    let content = spans(link.content)
    switch MarkdownLinkTarget(link.destination) {
    case .refused: return content
    case .law(let id) where link.isAutolink || content.isEmpty:
      return [.link(address: link.destination, [.text(id)])]
    default: return [.link(address: link.destination, content)]
    }
  }
}
