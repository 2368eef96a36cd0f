/// How a document becomes a page.
package struct MarkdownOptions: Hashable, Sendable {
  /// What is put before the relative path of an image: `/courses/an-ninh-mang/`.
  package var mediaPrefix: String

  /// What becomes of raw HTML, of addresses and of headings.
  var rules = Rules.product

  enum Rules: Hashable {
    /// Raw HTML is shown as text, addresses pass `MarkdownLinkTarget`, headings get an `id`.
    case product
    /// What the specification's examples show, raw HTML included: for its test alone.
    case specification
  }

  package init(mediaPrefix: String = "") {
    self.mediaPrefix = mediaPrefix
  }

  /// The options under which the specification's examples are compared.
  static var specification: MarkdownOptions {
    var options = MarkdownOptions()
    options.rules = .specification
    return options
  }
}
