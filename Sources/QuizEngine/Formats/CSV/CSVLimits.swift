/// How much of a CSV file is read.
package struct CSVLimits: Hashable, Sendable {
  package let rows: Int
  /// Bytes of one cell.
  package let cellBytes: Int
  /// Cells of one row; more are allowed where they are empty.
  package let columns: Int
  /// Reading stops after so many issues: nobody reads more.
  package let issues: Int

  package init(
    rows: Int = 100_000, cellBytes: Int = 10_000, columns: Int = 256, issues: Int = 200
  ) {
    self.rows = rows
    self.cellBytes = cellBytes
    self.columns = columns
    self.issues = issues
  }
}
