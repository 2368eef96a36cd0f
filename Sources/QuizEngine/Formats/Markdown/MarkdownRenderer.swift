/// Writes the markup of a document.
struct MarkdownRenderer {
  let options: MarkdownOptions
  var markup = MarkdownMarkup()
  var citations = MarkdownCitations()
  private var slugs = MarkdownSlugs()

  init(_ options: MarkdownOptions) {
    self.options = options
    for law in options.laws { citations.add(law) }
  }

  var html: HTML { HTML(renderedFromMarkdown: String(decoding: markup.bytes, as: UTF8.self)) }

  mutating func write(_ blocks: [MarkdownBlock]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: MarkdownBlock) {
    switch block {
    case .paragraph(let content, _):
      markup.write("<p>")
      write(content)
      writeLawMark()
      markup.write("</p>\n")
    case .heading(let level, let content, _):
      writeHeading(level, content)
    case .blockQuote(let blocks, _):
      markup.write("<blockquote>\n")
      write(blocks)
      markup.write("</blockquote>\n")
    case .list(let list, _):
      write(list)
    case .code(let code, let info, _):
      writeCode(code, info: info)
    case .html(let source, _, _):
      writeHTMLBlock(source)
    case .thematicBreak:
      markup.write("<hr />\n")
    }
  }

  private mutating func writeHeading(_ level: Int, _ content: [MarkdownInline]) {
    markup.write("<h")
    markup.writeUnescaped(String(level))
    if options.rules == .product {
      markup.write(" id=\"")
      markup.writeEscaped(slugs.slug(for: MarkdownInline.plainText(content)))
      markup.write("\"")
    }
    markup.write(">")
    write(content)
    writeLawMark()
    markup.write("</h")
    markup.writeUnescaped(String(level))
    markup.write(">\n")
  }

  private mutating func writeCode(_ code: String, info: String) {
    markup.write("<pre><code")
    if let language = info.split(whereSeparator: { $0 == " " || $0 == "\t" }).first {
      markup.write(" class=\"language-")
      markup.writeEscaped(String(language))
      markup.write("\"")
    }
    markup.write(">")
    markup.writeEscaped(code)
    markup.write("</code></pre>\n")
  }

  private mutating func writeHTMLBlock(_ source: String) {
    switch options.rules {
    case .product:
      markup.write("<p>")
      markup.writeEscaped(source)
      markup.write("</p>\n")
    case .specification:
      markup.writeUnescaped(source)
      markup.write("\n")
    }
  }

  private mutating func write(_ list: MarkdownList) {
    if let start = list.start {
      markup.write("<ol")
      if start != 1 {
        markup.write(" start=\"")
        markup.writeUnescaped(String(start))
        markup.write("\"")
      }
      markup.write(">\n")
    } else {
      markup.write("<ul>\n")
    }
    citations.beginList()
    for item in list.items { write(item, isTight: list.isTight) }
    citations.endList()
    markup.write(list.start == nil ? "</ul>\n" : "</ol>\n")
  }

  /// In a tight list, paragraphs stand without their tags.
  private mutating func write(_ item: MarkdownListItem, isTight: Bool) {
    markup.write("<li>")
    var isAtLineStart = false
    for (index, block) in item.blocks.enumerated() {
      if isTight, case .paragraph(let content, _) = block {
        if index > 0, !isAtLineStart { markup.write("\n") }
        write(content)
        writeLawMark()
        isAtLineStart = false
      } else {
        if !isAtLineStart { markup.write("\n") }
        write(block)
        isAtLineStart = true
      }
    }
    markup.write("</li>\n")
  }
}
