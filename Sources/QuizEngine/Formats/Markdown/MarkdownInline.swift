/// A piece of running text.
package enum MarkdownInline: Hashable, Sendable {
  case text(String)
  case softBreak
  case hardBreak
  case code(String)
  /// Raw HTML; `offset` is the byte of the source at which it starts.
  case html(String, offset: Int)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  indirect case link(MarkdownLink)
  indirect case image(MarkdownLink)

  /// The words alone: marks dropped, images by their description, raw HTML left out.
  package static func plainText(_ inlines: [MarkdownInline]) -> String {
    var text = ""
    for inline in inlines { inline.appendPlainText(to: &text) }
    return text
  }

  private func appendPlainText(to text: inout String) {
    switch self {
    case .text(let words), .code(let words): text += words
    case .softBreak, .hardBreak: text += " "
    case .html: break
    case .emphasis(let content), .strong(let content):
      for inline in content { inline.appendPlainText(to: &text) }
    case .link(let link), .image(let link):
      for inline in link.content { inline.appendPlainText(to: &text) }
    }
  }
}

/// Where a link or an image leads, and its text.
package struct MarkdownLink: Hashable, Sendable {
  /// The address as meant: escapes and character references resolved, nothing percent-encoded.
  package let destination: String
  package let title: String?
  /// The text of the link, or the description of the image.
  package let content: [MarkdownInline]
  /// The byte of the source at which the link starts.
  package let offset: Int
  /// Whether the address itself is the text, as in `<https://…>`.
  package let isAutolink: Bool
}
