/// A mark that runs over words.
struct TextMark: Equatable {
  enum Kind: Equatable {
    case bold, italic, subscripted, superscripted, code, link
  }

  let kind: Kind
  /// Where a link leads.
  let address: String

  init(_ kind: Kind, address: String = "") {
    self.kind = kind
    self.address = address
  }

  /// The words under this mark.
  func span(_ content: [TextSpan]) -> TextSpan {
    switch kind {
    case .bold: .bold(content)
    case .italic: .italic(content)
    case .subscripted: .subscripted(content)
    case .superscripted: .superscripted(content)
    case .link: .link(address: address, content)
    case .code: .code(Self.words(content))
    }
  }

  /// Code takes words alone.
  private static func words(_ content: [TextSpan]) -> String {
    var words = ""
    for span in content {
      switch span {
      case .text(let text), .code(let text), .formula(let text): words += text
      case .lineBreak: words += " "
      case .bold(let spans), .italic(let spans), .subscripted(let spans), .superscripted(let spans),
        .link(_, let spans):
        words += Self.words(spans)
      }
    }
    return words
  }
}
