/// The markup of running text.
extension MarkdownRenderer {
  /// Recursion ends at `MarkdownLimits.inlineDepth`.
  mutating func write(_ inlines: [MarkdownInline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: MarkdownInline) {
    switch inline {
    case .text(let text):
      markup.writeEscaped(text)
    case .softBreak:
      markup.write("\n")
    case .hardBreak:
      markup.write("<br />\n")
    case .code(let code):
      markup.write("<code>")
      markup.writeEscaped(code)
      markup.write("</code>")
    case .html(let source, _):
      writeHTML(source)
    case .emphasis(let content):
      markup.write("<em>")
      write(content)
      markup.write("</em>")
    case .strong(let content):
      markup.write("<strong>")
      write(content)
      markup.write("</strong>")
    case .link(let link):
      writeLink(link)
    case .image(let image):
      writeImage(image)
    }
  }

  private mutating func writeHTML(_ source: String) {
    switch options.rules {
    case .product: markup.writeEscaped(source)
    case .specification: markup.writeUnescaped(source)
    }
  }

  private mutating func writeLink(_ link: MarkdownLink) {
    if options.rules == .specification { return writeAnchor(link, to: link.destination) }
    switch MarkdownLinkTarget(link.destination) {
    case .address(let address), .site(let address):
      writeAnchor(link, to: address)
    case .fragment(let name):
      writeAnchor(link, to: "#" + name)
    case .law(let identifier):
      writeLaw(identifier, link)
    case .refused:
      write(link.content)
    }
  }

  private mutating func writeAnchor(_ link: MarkdownLink, to address: String) {
    markup.write("<a href=\"")
    markup.writeAddress(address)
    markup.write("\"")
    writeTitle(link.title)
    markup.write(">")
    write(link.content)
    markup.write("</a>")
  }

  /// A citation whose words are only its code joins the mark at the paragraph's end.
  private mutating func writeLaw(_ identifier: String, _ link: MarkdownLink) {
    let words = MarkdownInline.plainText(link.content)
    if link.isAutolink || words.isEmpty || words.utf8.elementsEqual(identifier.utf8) {
      markup.removeTrailingSpaces()
      citations.add(identifier)
      return
    }
    markup.write("<a class=\"law\" href=\"/law/")
    markup.writeAddress(identifier)
    markup.write("\"")
    writeTitle(link.title)
    markup.write(">")
    write(link.content)
    markup.write("</a>")
  }

  private mutating func writeTitle(_ title: String?) {
    guard let title else { return }
    markup.write(" title=\"")
    markup.writeEscaped(title)
    markup.write("\"")
  }

  private mutating func writeImage(_ image: MarkdownLink) {
    let description = MarkdownInline.plainText(image.content)
    switch options.rules {
    case .specification:
      markup.write("<img src=\"")
      markup.writeAddress(image.destination)
    case .product:
      guard let path = MarkdownLinkTarget.mediaPath(image.destination) else {
        return markup.writeEscaped(description)
      }
      markup.write("<img src=\"")
      markup.writeAddress(options.mediaPrefix + path)
    }
    markup.write("\" alt=\"")
    markup.writeEscaped(description)
    markup.write("\"")
    writeTitle(image.title)
    markup.write(" />")
  }
}
