/// Rows of text cells as a file holds them, whatever its format, before anybody knows what they
/// mean: the one value that readers of CSV and of workbooks make and readers of lists take.
package struct TextSheet: Sendable {
  package let file: String
  /// The sheet's name in a workbook; nil where a file is one sheet.
  package let name: String?
  /// The rows with any text, as wide as each is; those named in `issues` are left out.
  package let rows: [TextRow]
  /// What parts the cells in a text file: comma, semicolon or tab.
  package let separator: UInt8?
  /// What could not be read.
  package let issues: [SourceIssue]

  package init(
    file: String, name: String? = nil, rows: [TextRow], separator: UInt8? = nil,
    issues: [SourceIssue] = []
  ) {
    self.file = file
    self.name = name
    self.rows = rows
    self.separator = separator
    self.issues = issues
  }
}

/// One row of a sheet.
package struct TextRow: Hashable, Sendable {
  package let file: String
  /// The line of a text file, or the row's number in a sheet.
  package let line: Int
  package let cells: [TextCell]

  package init(file: String, line: Int, cells: [TextCell]) {
    self.file = file
    self.line = line
    self.cells = cells
  }

  /// The text of a column, empty for one that the row does not reach.
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
    return SourceLocation(file: file, line: cell?.line ?? line, column: cell?.column ?? 1)
  }
}

/// One cell: trimmed, in Unicode normal form C, with the place of its first letter.
package struct TextCell: Hashable, Sendable {
  package let text: String
  package let line: Int
  /// In a text file the column of an editor, in a sheet the column's number; both from 1.
  package let column: Int

  package init(text: String, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
  }
}
