/// Bounds that keep hostile input from costing more than its length.
enum MarkdownLimits {
  /// Nested containers, a list counting twice; what is nested deeper is read as text.
  static let blockDepth = 64

  /// Nested emphasis, links and images; marks nested deeper stay visible as text.
  static let inlineDepth = 64

  /// Nested parentheses in a bare link destination; the specification asks for at least three.
  static let parentheses = 32

  /// Characters in a link label (CommonMark 0.31.2, section 4.7).
  static let labelLength = 999

  /// Bytes that link references may add to a document at least, and its own length at most:
  /// otherwise one long definition used often multiplies.
  static let referenceBudget = 100_000
}
