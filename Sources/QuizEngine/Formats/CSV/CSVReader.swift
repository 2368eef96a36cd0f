import Foundation

/// Reads the tables that Excel, LibreOffice and other programs save as CSV.
package struct CSVReader {
  private let file: String
  private let limits: CSVLimits
  private var issues: [SourceIssue] = []

  /// The rows in `bytes`; empty lines are skipped.
  ///
  /// A file that cannot be read at all gives no rows and one issue.
  ///
  /// - Parameter score: how well the first rows look when cut in one way: a title above the table
  ///   may hold more commas than the heading has semicolons. Called once for each separator.
  package static func read(
    _ bytes: [UInt8], file: String, limits: CSVLimits = CSVLimits(),
    score: (([TextRow]) -> Int)? = nil
  ) -> TextSheet {
    guard let text = CSVEncoding.utf8(bytes) else {
      return TextSheet(file: file, rows: [], issues: [CSVEncoding.issue(file: file)])
    }
    let delimiter = CSVDelimiter(text)
    let best = Self.best(of: delimiter, text, file: file, limits: limits, score)
    var reader = CSVReader(file: file, limits: limits)
    let rows = reader.rows(text, delimiter, best, atMost: limits.rows)
    if rows.isEmpty, reader.issues.isEmpty {
      reader.issues.append(Self.emptyFile(file))
    }
    return TextSheet(file: file, rows: rows, separator: best, issues: reader.issues)
  }

  /// Rows looked at to find the heading.
  package static let headRows = 15

  private static func best(
    of delimiter: CSVDelimiter, _ text: [UInt8], file: String, limits: CSVLimits,
    _ score: (([TextRow]) -> Int)?
  ) -> UInt8 {
    let first = delimiter.candidates.first ?? UInt8(ascii: ",")
    guard let score, delimiter.candidates.count > 1 else { return first }
    var best = (byte: first, score: Int.min)
    for candidate in delimiter.candidates {
      var reader = CSVReader(file: file, limits: limits)
      let found = score(reader.rows(text, delimiter, candidate, atMost: headRows, isHead: true))
      if found > best.score { best = (candidate, found) }
    }
    return best.byte
  }

  private init(file: String, limits: CSVLimits) {
    self.file = file
    self.limits = limits
  }

  private mutating func rows(
    _ text: [UInt8], _ delimiter: CSVDelimiter, _ byte: UInt8, atMost count: Int,
    isHead: Bool = false
  ) -> [TextRow] {
    var scanner = CSVScanner(
      text, from: delimiter.start, line: delimiter.line, delimiter: byte, limits: limits)
    var rows: [TextRow] = []
    while issues.count < limits.issues, let raw = scanner.row() {
      guard let row = row(raw), row.cells.contains(where: { !$0.text.isEmpty }) else { continue }
      guard rows.count < count else {
        if !isHead { issues.append(SourceIssue(row.location(), tooManyRows)) }
        break
      }
      rows.append(row)
    }
    // A list that is read in part would be taken in part.
    return isHead || issues.count < limits.issues ? rows : []
  }

  /// The cells cleaned up, or nil after an issue about one of them.
  private mutating func row(_ raw: RawRow) -> TextRow? {
    if let cell = raw.cells.first(where: \.isUnclosed) ?? raw.tooFar.flatMap(unclosed) {
      return refuse(
        cell,
        "Nháy kép mở ở đây không được đóng, nên phần còn lại của tệp không đọc được. "
          + "Hãy thêm nháy kép đóng.",
        "The double quote that opens here is never closed, so the rest of the file could "
          + "not be read. Add the closing quote.")
    }
    if let cell = raw.tooFar {
      return refuse(
        cell, "Dòng này có hơn \(limits.columns) ô, nên không được đọc. Hãy xem lại dấu phân cách.",
        "This row has more than \(limits.columns) cells and was not read. Check the separators.")
    }
    if let cell = raw.cells.first(where: \.isTooLong) {
      return refuse(
        cell, "Ô này dài quá \(limits.cellBytes) byte, nên dòng này không được đọc.",
        "This cell is longer than \(limits.cellBytes) bytes, so the row was not read.")
    }
    var cells: [TextCell] = []
    for cell in raw.cells {
      guard let text = plainText(cell.bytes) else {
        return refuse(
          cell, "Ô này có quá nhiều dấu chồng lên một chữ, nên dòng này không được đọc.",
          "This cell piles too many marks on one letter, so the row was not read.")
      }
      cells.append(TextCell(text: text, line: cell.line, column: cell.column))
    }
    return TextRow(file: file, line: raw.cells.first?.line ?? 1, cells: cells)
  }

  private func unclosed(_ cell: RawCell) -> RawCell? { cell.isUnclosed ? cell : nil }

  private var tooManyRows: LocalizedText {
    LocalizedText(
      vi: "Tệp có hơn \(limits.rows) dòng. Từ dòng này trở đi không được đọc; hãy chia nhỏ tệp.",
      en: "The file has more than \(limits.rows) rows. From here on nothing was read; split it.")
  }

  private mutating func refuse(
    _ cell: RawCell, _ vietnamese: String, _ english: String
  ) -> TextRow? {
    issues.append(
      SourceIssue(
        SourceLocation(file: file, line: cell.line, column: cell.column),
        LocalizedText(
          vi: "Dòng \(cell.line): \(vietnamese)", en: "Line \(cell.line): \(english)")))
    return nil
  }

  private static func emptyFile(_ file: String) -> SourceIssue {
    SourceIssue(
      SourceLocation(file: file, line: 1, column: 1),
      LocalizedText(
        vi: "Tệp không có dòng nào. Cần một dòng tên cột và mỗi người một dòng.",
        en: "The file has no row. It needs a row that names the columns and a row for each person."
      ))
  }
}
