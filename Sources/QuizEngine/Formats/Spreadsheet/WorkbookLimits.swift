/// How much of a workbook is read.
package struct WorkbookLimits: Hashable, Sendable {
  package let sheets: Int
  /// Rows with text, of each sheet.
  package let rows: Int
  /// Columns that may hold text.
  package let columns: Int
  /// Cells of all sheets, with the empty ones before the last of each row.
  package let cells: Int
  /// Octets of one cell.
  package let cellBytes: Int
  /// Octets of text in all cells.
  package let text: Int
  /// Reading a sheet stops after so many issues: nobody reads more.
  package let issues: Int
  /// Octets that may come out of the file.
  package let unpacked: Int

  package init(
    sheets: Int = 100, rows: Int = 100_000, columns: Int = 500, cells: Int = 1_000_000,
    cellBytes: Int = 10_000, text: Int = 50 << 20, issues: Int = 200, unpacked: Int = 50 << 20
  ) {
    self.sheets = sheets
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.cellBytes = cellBytes
    self.text = text
    self.issues = issues
    self.unpacked = unpacked
  }
}
