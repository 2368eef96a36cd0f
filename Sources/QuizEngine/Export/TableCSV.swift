/// Writes a table as CSV for spreadsheets, piece by piece in constant memory.
package struct TableCSV: Sendable {
  private var writer: CSVWriter
  private let language: Language
  private let decimalMark: String

  /// Begins with the byte order mark and the row of titles.
  ///
  /// Behind a semicolon the decimal mark is a comma, as Vietnamese Excel expects; behind a comma
  /// it is a point. The language's own separator is taken unless another one is named.
  package init(
    columns: [Table.Column], separator: CSVWriter.Separator? = nil, language: Language
  ) {
    let separator = separator ?? CSVWriter.Separator(language)
    writer = CSVWriter(separator: separator)
    self.language = language
    switch separator {
    case .comma: decimalMark = "."
    case .semicolon: decimalMark = ","
    case .tab: decimalMark = language.decimalMark
    }
    writer.row(columns.map { $0.title[language] })
  }

  /// Appends rows below those written before.
  package mutating func rows(_ rows: [[Cell]]) {
    for row in rows {
      writer.row(row.map { $0.spreadsheetText(language, decimalMark: decimalMark) })
    }
  }

  /// The bytes so far; what comes next begins with an empty buffer.
  package mutating func drain() -> [UInt8] { writer.drain() }
}

extension Table {
  /// The table as a CSV file that Excel opens with a double click.
  package func csv(separator: CSVWriter.Separator? = nil, language: Language) -> [UInt8] {
    var csv = TableCSV(columns: columns, separator: separator, language: language)
    csv.rows(rows)
    return csv.drain()
  }
}
