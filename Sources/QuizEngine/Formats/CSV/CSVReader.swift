import Foundation

/// Reads the tables that Excel, LibreOffice and other programs save as CSV.
package struct CSVReader {
  private let file: String
  private let limits: CSVLimits
  private var issues: [SourceIssue] = []

  /// The table in `bytes`; empty lines are skipped.
  ///
  /// A file that cannot be read at all gives an empty header, no rows and one issue.
  package static func read(
    _ bytes: [UInt8], file: String, limits: CSVLimits = CSVLimits()
  ) -> CSVTable {
    var reader = CSVReader(file: file, limits: limits)
    guard let text = CSVEncoding.utf8(bytes) else {
      return reader.table(delimiter: UInt8(ascii: ","), issue: CSVEncoding.issue(file: file))
    }
    return reader.read(text)
  }

  private init(file: String, limits: CSVLimits) {
    self.file = file
    self.limits = limits
  }

  private mutating func read(_ bytes: [UInt8]) -> CSVTable {
    let delimiter = CSVDelimiter(bytes)
    var scanner = CSVScanner(
      bytes, from: delimiter.start, line: delimiter.line, delimiter: delimiter.byte,
      cellLimit: limits.cellBytes)
    var header: CSVRow?
    var rows: [CSVRow] = []
    while let cells = scanner.row(), issues.count < limits.issues {
      if cells.allSatisfy({ $0.bytes.allSatisfy { $0 <= 0x20 } && !$0.isUnclosed }) { continue }
      guard let row = row(cells) else { continue }
      guard let width = header?.cells.count else {
        header = row
        continue
      }
      guard let fitted = fit(row, width: width) else { continue }
      guard rows.count < limits.rows else {
        report(row, tooManyRows)
        break
      }
      rows.append(fitted)
    }
    guard let header else {
      return table(
        delimiter: delimiter.byte,
        issue: SourceIssue(
          SourceLocation(file: file, line: 1, column: 1),
          LocalizedText(
            vi: "Tệp không có dòng nào. Dòng đầu phải là tiêu đề các cột.",
            en: "The file has no row. The first row must name the columns.")))
    }
    return CSVTable(header: header, rows: rows, delimiter: delimiter.byte, issues: issues)
  }

  private func table(delimiter: UInt8, issue: SourceIssue) -> CSVTable {
    CSVTable(
      header: CSVRow(file: file, cells: []), rows: [], delimiter: delimiter,
      issues: issues.isEmpty ? [issue] : issues)
  }

  /// The cells cleaned up, or nil after an issue about one of them.
  private mutating func row(_ cells: [RawCell]) -> CSVRow? {
    for cell in cells where cell.isUnclosed {
      report(
        cell,
        LocalizedText(
          vi: "Nháy kép mở ở đây không được đóng, nên phần còn lại của tệp không đọc được. "
            + "Hãy thêm nháy kép đóng.",
          en: "The double quote that opens here is never closed, so the rest of the file could "
            + "not be read. Add the closing quote."))
      return nil
    }
    for cell in cells where cell.isTooLong {
      report(
        cell,
        LocalizedText(
          vi: "Ô này dài quá \(limits.cellBytes) byte, nên dòng này không được đọc.",
          en: "This cell is longer than \(limits.cellBytes) bytes, so the row was not read."))
      return nil
    }
    return CSVRow(
      file: file,
      cells: cells.map { CSVCell(text: clean($0.bytes), line: $0.line, column: $0.column) })
  }

  /// The row at the header's width: Excel appends empty cells, which are dropped.
  private mutating func fit(_ row: CSVRow, width: Int) -> CSVRow? {
    if row.cells.count == width { return row }
    if row.cells.count > width, row.cells[width...].allSatisfy({ $0.text.isEmpty }) {
      return CSVRow(file: file, cells: Array(row.cells[..<width]))
    }
    report(
      row,
      LocalizedText(
        vi: "Dòng này có \(row.cells.count) ô, nhưng tiêu đề có \(width) cột. "
          + "Hãy xem lại dấu phân cách và nháy kép.",
        en: "This row has \(row.cells.count) cells but the header has \(width) columns. "
          + "Check separators and quotes."))
    return nil
  }

  private func clean(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.utf8.allSatisfy { $0 < 0x80 }
      ? trimmed : trimmed.precomposedStringWithCanonicalMapping
  }

  private var tooManyRows: LocalizedText {
    LocalizedText(
      vi: "Tệp có hơn \(limits.rows) dòng. Từ dòng này trở đi không được đọc; hãy chia nhỏ tệp.",
      en: "The file has more than \(limits.rows) rows. From here on nothing was read; split it.")
  }

  private mutating func report(_ cell: RawCell, _ message: LocalizedText) {
    issues.append(
      SourceIssue(SourceLocation(file: file, line: cell.line, column: cell.column), message))
  }

  private mutating func report(_ row: CSVRow, _ message: LocalizedText) {
    issues.append(SourceIssue(row.location(), message))
  }
}
