/// Reads one sheet's XML (ECMA-376 part 1, 18.3.1) into rows of text.
struct SheetReader {
  private let file: String
  private let strings: SharedStrings
  private let formats: CellFormats
  private let startsIn1904: Bool
  private let limits: WorkbookLimits
  /// How many cells may still be made, the empty ones before others too.
  private(set) var cellsLeft: Int
  /// Octets of text that cells may still hold: one string may be named by all of them.
  private(set) var textLeft: Int
  /// Whether a row or a cell stands before one that it should follow.
  private var isDisordered = false
  private var rows: [TextRow] = []
  private var hiddenRows: Set<Int> = []
  private var merged: [CellRange] = []
  private var issues: [SourceIssue] = []

  init(
    file: String, strings: SharedStrings, formats: CellFormats, startsIn1904: Bool,
    limits: WorkbookLimits, cellsLeft: Int, textLeft: Int
  ) {
    self.file = file
    self.strings = strings
    self.formats = formats
    self.startsIn1904 = startsIn1904
    self.limits = limits
    self.cellsLeft = cellsLeft
    self.textLeft = textLeft
  }

  mutating func read(
    _ reader: XMLReader, name: String, isHidden: Bool
  ) throws(WorkbookFault) -> WorkbookSheet {
    var reader = reader
    do throws(XMLFault) { try read(&reader) } catch { throw WorkbookFault(error) }
    guard cellsLeft >= 0, textLeft >= 0 else { throw .tooLarge }
    // Which row is meant nobody can tell; none is left out unsaid.
    guard !isDisordered else { throw .damaged }
    let text = TextSheet(file: file, name: name, rows: rows, issues: issues)
    return WorkbookSheet(text: text, isHidden: isHidden, merged: merged, hiddenRows: hiddenRows)
  }

  private mutating func read(_ reader: inout XMLReader) throws(XMLFault) {
    var last = 0
    while cellsLeft >= 0, textLeft >= 0, !isDisordered, let event = try reader.next() {
      guard case .start(let tag) = event, reader.depth == 3 else { continue }
      if tag.isNamed("row") {
        let number = tag.octets("r").flatMap { Int(decimal: $0) } ?? last + 1
        guard number > last, number <= 1_048_576 else {
          isDisordered = true
          return
        }
        last = number
        guard rows.count < limits.rows else { return reportTooManyRows(number) }
        // A list that is read in part would be taken in part.
        guard issues.count < limits.issues else { return rows.removeAll() }
        if isTrue(tag.octets("hidden")) { hiddenRows.insert(number) }
        try readRow(&reader, number)
      } else if tag.isNamed("mergeCell"), merged.count < 10_000,
        let range = tag.octets("ref").flatMap(CellRange.init)
      {
        merged.append(range)
      }
    }
  }

  private mutating func readRow(_ reader: inout XMLReader, _ number: Int) throws(XMLFault) {
    let (outside, before) = (reader.depth - 1, issues.count)
    var cells: [TextCell] = []
    var last = 0
    while reader.depth > outside, let event = try reader.next() {
      guard case .start(let tag) = event else { continue }
      guard tag.isNamed("c") else {
        try reader.skipElement()
        continue
      }
      let column = tag.octets("r").flatMap { CellPlace($0)?.column } ?? last + 1
      let text = try readCell(&reader, tag, row: number, column: column)
      guard column > last else {
        isDisordered = true
        return
      }
      last = column
      guard !text.isEmpty else { continue }
      guard column <= limits.columns else {
        report(
          number, limits.columns,
          "từ cột thứ \(limits.columns) trở đi không được đọc. Hãy xoá các cột thừa.",
          "columns after the \(limits.columns)th are not read. Delete what is not needed.")
        continue
      }
      cellsLeft -= column - cells.count
      textLeft -= text.utf8.count
      guard cellsLeft >= 0, textLeft >= 0 else { return }
      while cells.count < column - 1 {
        cells.append(TextCell(text: "", line: number, column: cells.count + 1))
      }
      cells.append(TextCell(text: text, line: number, column: column))
    }
    // A row with a cell that cannot be read is left out whole, as it is told.
    guard issues.count == before else { return }
    if !cells.isEmpty { rows.append(TextRow(file: file, line: number, cells: cells)) }
  }

  private mutating func readCell(
    _ reader: inout XMLReader, _ cell: XMLTag, row: Int, column: Int
  ) throws(XMLFault) -> String {
    let outside = reader.depth - 1
    var value: [UInt8] = []
    var inline: [UInt8]?
    var hasFormula = false
    var isValue = false
    while reader.depth > outside, let event = try reader.next() {
      switch event {
      case .start(let tag):
        isValue = tag.isNamed("v")
        if tag.isNamed("is") {
          inline = try WorkbookText.read(&reader)
        } else if tag.isNamed("f") {
          hasFormula = true
          try reader.skipElement()
        }
      case .text(let octets): if isValue { value += octets }
      case .end: isValue = false
      }
    }
    if hasFormula, value.isEmpty, inline == nil, cell.octets("t")?.elementsEqual("str".utf8) != true
    {
      report(
        row, column,
        "có công thức nhưng tệp không có kết quả. Hãy mở bằng Excel, lưu lại rồi gửi lại.",
        "has a formula but the file holds no result. Open it in Excel, save it and send it again.")
    }
    return text(inline, value, cell, row, column)
  }

  private mutating func text(
    _ inline: [UInt8]?, _ value: [UInt8], _ cell: XMLTag, _ row: Int, _ column: Int
  ) -> String {
    switch cell["t"] ?? "n" {
    case "s":
      guard let number = Int(decimal: value) else { return "" }
      guard let text = strings[number] else { return refuse(row, column) }
      return text
    case "inlineStr": return clean(inline ?? value, row, column)
    case "b": return value == [0x31] ? "TRUE" : value == [0x30] ? "FALSE" : ""
    case "n":
      guard !value.isEmpty else { return "" }
      let style = cell.octets("s").flatMap { Int(decimal: $0) } ?? 0
      return CellNumber.text(value, formats[style], startsIn1904: startsIn1904)
    case "d":
      let midnight = Array("T00:00:00".utf8)
      let isDay = value.count == 19 && value.suffix(9).elementsEqual(midnight)
      return clean(isDay ? Array(value.prefix(10)) : value, row, column)
    // Results of formulas and errors such as #N/A.
    default: return clean(WorkbookText.unescaped(value), row, column)
    }
  }

  private mutating func clean(_ octets: [UInt8], _ row: Int, _ column: Int) -> String {
    guard octets.count <= limits.cellBytes, let text = plainText(octets) else {
      return refuse(row, column)
    }
    return text
  }

  private mutating func refuse(_ row: Int, _ column: Int) -> String {
    report(
      row, column, "dài quá \(limits.cellBytes) byte hoặc có quá nhiều dấu nên không được đọc.",
      "is longer than \(limits.cellBytes) bytes or has too many marks, so it was not read.")
    return ""
  }

  private func isTrue(_ octets: ArraySlice<UInt8>?) -> Bool {
    octets.map { $0.elementsEqual("1".utf8) || $0.elementsEqual("true".utf8) } ?? false
  }

  private mutating func report(_ row: Int, _ column: Int, _ vietnamese: String, _ english: String) {
    guard issues.count < limits.issues else { return }
    let cell = CellPlace.name(row: row, column: column)
    issues.append(
      SourceIssue(
        SourceLocation(file: file, line: row, column: column),
        LocalizedText(vi: "Ô \(cell) \(vietnamese)", en: "Cell \(cell) \(english)")))
  }

  private mutating func reportTooManyRows(_ row: Int) {
    issues.append(
      SourceIssue(
        SourceLocation(file: file, line: row, column: 1),
        LocalizedText(
          vi: "Trang tính có hơn \(limits.rows) dòng. Từ dòng này trở đi không được đọc; hãy chia "
            + "nhỏ tệp.",
          en: "The sheet has more than \(limits.rows) rows. From here on nothing was read; split "
            + "it.")))
  }
}
