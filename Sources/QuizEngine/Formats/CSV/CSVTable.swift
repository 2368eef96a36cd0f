/// One cell: trimmed, in Unicode normal form C, with the place of its first byte.
package struct CSVCell: Hashable, Sendable {
  package let text: String
  package let line: Int
  package let column: Int
}

/// One row below the header, with exactly as many cells as the header has.
package struct CSVRow: Hashable, Sendable {
  package let file: String
  package let cells: [CSVCell]

  /// The text of a column, empty for one that does not exist.
  package subscript(column: Int) -> String {
    cells.indices.contains(column) ? cells[column].text : ""
  }

  /// The text of a column that the file may lack.
  package subscript(column: Int?) -> String {
    column.map { self[$0] } ?? ""
  }

  /// Where a cell stands; the start of the row for a column that does not exist.
  package func location(_ column: Int? = nil) -> SourceLocation {
    let index = column ?? 0
    let cell = cells.indices.contains(index) ? cells[index] : cells.first
    return SourceLocation(file: file, line: cell?.line ?? 1, column: cell?.column ?? 1)
  }
}

/// A table read from CSV: a header, rows of its width, and what was wrong with the rest.
package struct CSVTable: Sendable {
  package let header: CSVRow
  /// The rows that could be read; those named in `issues` are left out.
  package let rows: [CSVRow]
  /// The byte that parts the cells: comma, semicolon or tab.
  package let delimiter: UInt8
  package let issues: [SourceIssue]

  /// The first column whose heading is one of `names`, whatever the case, the diacritics and the
  /// punctuation: “Họ và tên”, “ho ten” and “HO_VA_TEN” only need to be listed once each way.
  package func column(_ names: String...) -> Int? { column(names) }

  /// The first column whose heading is one of `names`.
  package func column(_ names: [String]) -> Int? {
    let folded = names.map { foldedName($0) }
    return header.cells.firstIndex { folded.contains(foldedName($0.text)) }
  }

  /// What to say when a column that is needed is missing; `names` begins with the usual one.
  package func missingColumn(_ names: [String]) -> SourceIssue {
    let found = header.cells.map { "“\($0.text)”" }.joined(separator: ", ")
    let wanted = names.first ?? ""
    return SourceIssue(
      header.location(),
      LocalizedText(
        vi: "Thiếu cột “\(wanted)”. Dòng tiêu đề hiện có: \(found).",
        en: "The column “\(wanted)” is missing. The header has: \(found)."))
  }
}
