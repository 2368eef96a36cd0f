/// What a character next to a run of `*` or `_` counts as (CommonMark 0.31.2, section 2.1).
enum MarkdownCharacter {
  case whitespace
  case punctuation
  case other

  /// The character that ends just before `index`; the start of the text counts as whitespace.
  init(before index: Int, in text: [UInt8], from start: Int) {
    guard index > start, index <= text.count else {
      self = .whitespace
      return
    }
    var first = index - 1
    while first > start, text[first] & 0xC0 == 0x80, index - first < 4 { first -= 1 }
    self.init(text: text, at: first, end: index)
  }

  /// The character at `index`; the end of the text counts as whitespace.
  init(at index: Int, in text: [UInt8], end: Int) {
    guard index < end, index >= 0, end <= text.count else {
      self = .whitespace
      return
    }
    self.init(text: text, at: index, end: end)
  }

  private init(text: [UInt8], at index: Int, end: Int) {
    let byte = text[index]
    if byte < 0x80 {
      if MarkdownByte.isWhitespace(byte) || byte == 0x0C {
        self = .whitespace
      } else {
        self = MarkdownByte.isPunctuation(byte) ? .punctuation : .other
      }
    } else {
      var decoder = UTF8()
      var bytes = text[index..<min(end, index + 4)].makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
        self = .other
        return
      }
      self.init(scalar)
    }
  }

  private init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      self = .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .punctuation
    default:
      self = .other
    }
  }
}
