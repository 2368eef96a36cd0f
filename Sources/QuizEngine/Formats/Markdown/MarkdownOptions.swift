/// How a document becomes a page.
package struct MarkdownOptions: Hashable, Sendable {
  /// What is put before the relative path of an image: `/courses/an-ninh-mang/`.
  package var mediaPrefix: String

  /// The accessible name of the mark that opens the law cited in a paragraph.
  package var lawLabel: String

  /// Facts of law that the whole text rests on besides those it cites: of a question.
  package var laws: [String]

  /// Facts that one mark opens at most; whatever a paragraph cites beyond them is left out.
  package static let lawsOfMark = 16

  /// What becomes of raw HTML, of addresses and of headings.
  var rules = Rules.product

  enum Rules: Hashable {
    /// Raw HTML is shown as text, addresses pass `MarkdownLinkTarget`, headings get an `id`.
    case product
    /// What the specification's examples show, raw HTML included: for its test alone.
    case specification
  }

  package init(mediaPrefix: String = "", lawLabel: String = "§", laws: [String] = []) {
    self.mediaPrefix = mediaPrefix
    self.lawLabel = lawLabel
    self.laws = laws
  }

  /// The options under which the specification's examples are compared.
  static var specification: MarkdownOptions {
    var options = MarkdownOptions()
    options.rules = .specification
    return options
  }
}
