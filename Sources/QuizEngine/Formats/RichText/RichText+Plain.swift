// Plain text for programs and for whoever reads without marks. It drops marks, never words: an
// address stands behind its words, a raised figure stays raised.

extension RichText {
  /// The words, one line for each paragraph, item and row.
  package var plainText: String {
    TextLines.lines(of: blocks).joined(separator: "\n")
  }
}

/// Blocks as lines of plain text.
enum TextLines {
  static func lines(of blocks: [TextBlock]) -> [String] {
    var lines: [String] = []
    for block in blocks { lines += self.lines(of: block) }
    return lines
  }

  private static func lines(of block: TextBlock) -> [String] {
    switch block {
    case .paragraph(let spans): [text(of: spans)]
    case .list(let items, let start):
      items.enumerated().flatMap { index, item in
        marked(lines(of: item), start.map { "\($0 &+ index). " } ?? "• ")
      }
    case .quote(let blocks): lines(of: blocks)
    case .code(let code): [code]
    case .table(let rows):
      rows.map { row in row.map { text(of: $0.content) }.joined(separator: " | ") }
    case .image(_, let description): [description]
    }
  }

  private static func marked(_ lines: [String], _ mark: String) -> [String] {
    lines.enumerated().map { ($0 == 0 ? mark : "  ") + $1 }
  }

  /// Running text without its marks.
  static func text(of spans: [TextSpan]) -> String {
    var text = ""
    for span in spans { append(span, to: &text) }
    return text
  }

  private static func append(_ span: TextSpan, to text: inout String) {
    switch span {
    case .text(let words), .code(let words), .formula(let words): text += words
    case .lineBreak: text += "\n"
    case .bold(let spans), .italic(let spans): for span in spans { append(span, to: &text) }
    case .subscripted(let spans): text += shifted(self.text(of: spans), "_", lowered)
    case .superscripted(let spans): text += shifted(self.text(of: spans), "^", raised)
    case .link(let address, let spans):
      let words = self.text(of: spans)
      let shown = visible(address)
      text += words.utf8.elementsEqual(shown.utf8) || shown.isEmpty ? words : "\(words) (\(shown))"
    }
  }

  /// A statement of law is cited by its id, which the words give; any other address is shown.
  private static func visible(_ address: String) -> String {
    switch MarkdownLinkTarget(address) {
    case .address: address
    case .law(let id): id
    case .site, .fragment, .refused: ""
    }
  }

  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
  private static let lowered = Array("₀₁₂₃₄₅₆₇₈₉".unicodeScalars)

  /// Figures as the signs that Unicode has for them, anything else behind a mark.
  private static func shifted(_ text: String, _ mark: String, _ signs: [Unicode.Scalar]) -> String {
    let digits = text.utf8.map { Int($0) - 0x30 }
    if !digits.isEmpty, digits.allSatisfy(signs.indices.contains) {
      var result = String.UnicodeScalarView()
      for digit in digits { result.append(signs[digit]) }
      return String(result)
    }
    return text.utf8.count < 2 ? mark + text : "\(mark)(\(text))"
  }
}
