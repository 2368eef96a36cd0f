/// A text with marks, as banks store it: paragraphs, lists, tables, and nothing a browser could run.
package struct RichText: Hashable, Sendable {
  package let blocks: [TextBlock]
  /// The inline Markdown that earlier releases stored, kept so that its digest stays the same.
  package let markdown: String?

  package init(_ blocks: [TextBlock], markdown: String? = nil) {
    self.blocks = blocks
    self.markdown = markdown
  }

  /// One paragraph of words without any mark; nothing at all for no words.
  package init(plain words: String) {
    self.init(words.utf8.isEmpty ? [] : [.paragraph([.text(words)])])
  }

  package var isEmpty: Bool { blocks.isEmpty }

  /// Containers in containers that a text may hold: a list in a quote counts three.
  package static let depthLimit = 8
}

/// A block of a text.
package indirect enum TextBlock: Hashable, Sendable {
  case paragraph([TextSpan])
  /// The items of a list; `start` is the first number, absent for bullets.
  case list([[TextBlock]], start: Int?)
  case quote([TextBlock])
  /// Lines kept as they were written.
  case code(String)
  /// Rows of cells.
  case table([[RichTextCell]])
  /// A picture of the bank by its id, and what it shows.
  case image(id: String, description: String)
}

/// One cell of a table.
package struct RichTextCell: Hashable, Sendable {
  package let isHeading: Bool
  package let content: [TextSpan]

  package init(isHeading: Bool, content: [TextSpan]) {
    self.isHeading = isHeading
    self.content = content
  }
}

/// A piece of running text.
package indirect enum TextSpan: Hashable, Sendable {
  case text(String)
  case lineBreak
  case code(String)
  /// TeX with its delimiters, as it was written.
  case formula(String)
  case bold([TextSpan])
  case italic([TextSpan])
  case subscripted([TextSpan])
  case superscripted([TextSpan])
  case link(address: String, [TextSpan])
}

/// A text with marks in both languages.
package struct LocalizedRichText: Hashable, Sendable {
  package let vietnamese: RichText
  package let english: RichText

  package init(vi vietnamese: RichText, en english: RichText) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// Words without any mark.
  package init(plain words: LocalizedText) {
    self.init(vi: RichText(plain: words.vietnamese), en: RichText(plain: words.english))
  }

  /// The text in one language.
  package subscript(language: Language) -> RichText {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  package var isEmpty: Bool { vietnamese.isEmpty && english.isEmpty }

  package static let empty = LocalizedRichText(vi: RichText([]), en: RichText([]))
}
