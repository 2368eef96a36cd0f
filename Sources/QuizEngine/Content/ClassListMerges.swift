/// Cells that a workbook shows as one.
extension WorkbookSheet {
  /// With a class that was merged downwards beside its pupils in the row of each.
  var unmerged: TextSheet {
    guard let layout = ClassListLayout(text.rows), let column = layout.columns[.className],
      text.rows.indices.contains(layout.bodyStart),
      text.rows.count * (column + 1) <= ClassListFile.workbookLimits.cells
    else { return text }
    let first = text.rows[layout.bodyStart].line
    var ends: [Int: Int] = [:]
    for range in merged where range.columns == column + 1...column + 1 {
      if range.rows.lowerBound >= first { ends[range.rows.lowerBound] = range.rows.upperBound }
    }
    guard !ends.isEmpty else { return text }
    var above = (text: "", end: 0)
    let rows = text.rows.map { row in
      if let end = ends[row.line] { above = (row[column], end) }
      return row.line <= above.end ? row.filling(column, with: above.text) : row
    }
    return TextSheet(file: text.file, name: text.name, rows: rows, issues: text.issues)
  }
}

extension TextRow {
  /// With the text in a column that is empty.
  fileprivate func filling(_ column: Int, with text: String) -> TextRow {
    guard self[column].isEmpty else { return self }
    var cells = cells
    while cells.count <= column {
      cells.append(TextCell(text: "", line: line, column: cells.count + 1))
    }
    cells[column] = TextCell(text: text, line: line, column: column + 1)
    return TextRow(file: file, line: line, cells: cells)
  }
}
