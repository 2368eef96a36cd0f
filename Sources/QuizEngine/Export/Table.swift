/// Rows under named columns, before anybody decided how they are shown.
///
/// Every row has exactly as many cells as there are columns.
package struct Table: Hashable, Sendable {
  package let columns: [Column]
  package var rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// One column: its key for programs, its title for people.
  package struct Column: Hashable, Sendable {
    package let key: String
    package let title: LocalizedText
    package let kind: Kind

    package init(_ key: String, vi: String, en: String, _ kind: Kind = .text) {
      self.init(key, LocalizedText(vi: vi, en: en), kind)
    }

    package init(_ key: String, _ title: LocalizedText, _ kind: Kind) {
      self.key = key
      self.title = title
      self.kind = kind
    }
  }

  /// What a column holds; numbers are aligned to the right.
  package enum Kind: String, CaseIterable, Sendable {
    case text
    case number
  }

  /// Properties of one thing, a line each.
  package init(properties: [(key: String, title: LocalizedText, value: Cell)]) {
    self.init(
      columns: [
        Column("property", vi: "Thuộc tính", en: "Property"),
        Column("value", vi: "Giá trị", en: "Value"),
      ],
      rows: properties.map { [.term($0.key, $0.title), $0.value] })
  }
}

/// One value of a table.
package enum Cell: Hashable, Sendable {
  /// Nothing to say: `—` for people, empty in CSV, null in JSON.
  case none
  case text(String)
  case count(Int)
  case points(Points)
  case rate(Rate)
  case instant(Instant)
  case span(Span)
  case flag(Bool)
  /// A word of ours: its key for programs, its texts for people.
  case term(String, LocalizedText)

  package static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }
  package static func count(_ count: Int?) -> Cell { count.map { .count($0) } ?? .none }
  package static func instant(_ instant: Instant?) -> Cell {
    instant.map { .instant($0) } ?? .none
  }
}
