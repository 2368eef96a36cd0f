/// The sheets of a file, and which of them may be the list.
struct ClassListSheets {
  private let sheets: [TextSheet]
  /// The rows that somebody hid, by sheet.
  private let hiddenRows: [Set<Int>]
  /// Indices of what looks like a list, the hidden sheets only where no other does.
  private let candidates: [Int]

  init(_ sheets: [TextSheet]) {
    self.sheets = sheets
    hiddenRows = sheets.map { _ in [] }
    candidates = sheets.indices.filter { Self.isList(sheets[$0]) }
  }

  init(_ workbook: Workbook, file: String) {
    let place = SourceLocation(file: file, line: 1, column: 1)
    let sheets = workbook.sheets.map(\.unmerged)
    self.sheets =
      sheets.contains { !$0.rows.isEmpty || !$0.issues.isEmpty }
      ? sheets : [TextSheet(file: file, rows: [], issues: [SourceIssue(place, Self.empty)])]
    hiddenRows = workbook.sheets.map(\.hiddenRows)
    let lists = sheets.indices.filter { Self.isList(sheets[$0]) }
    let shown = lists.filter { !workbook.sheets[$0].isHidden }
    candidates = shown.isEmpty ? lists : shown
  }

  private static func isList(_ sheet: TextSheet) -> Bool {
    ClassListLayout(sheet.rows)?.hasName ?? false
  }

  private static let empty = LocalizedText(
    vi: "Sổ Excel không có dòng nào. Cần một dòng tên cột và mỗi người một dòng.",
    en: "The workbook has no row. It needs a row that names the columns and a row for each person.")

  /// What may be chosen where more than one sheet looks like a list.
  var choices: [ClassList.Sheet] {
    candidates.count < 2
      ? [] : candidates.map { ClassList.Sheet(number: $0 + 1, name: sheets[$0].name ?? "") }
  }

  /// The sheet to read; nil while the choice is open.
  func sheet(_ choice: SheetChoice?) throws(SheetFault) -> (number: Int, sheet: TextSheet)? {
    switch choice {
    case .number(let number):
      guard sheets.indices.contains(number - 1) else { throw unknown("\(number)") }
      return (number, sheets[number - 1])
    case .name(let name):
      let exact = sheets.firstIndex { $0.name?.hasSameOctets(as: name) ?? false }
      let wanted = foldedName(clipped(name, 100))
      guard let index = exact ?? sheets.firstIndex(where: { foldedName($0.name ?? "") == wanted })
      else { throw unknown(name) }
      return (index + 1, sheets[index])
    case nil:
      guard candidates.count < 2 else { return nil }
      return likeliest.map { ($0 + 1, sheets[$0]) }
    }
  }

  /// The only list, or what looks most like one.
  private var likeliest: Int? {
    if let only = candidates.first { return only }
    let scored = sheets.indices.map { index in
      (index, ClassListLayout.score(Array(sheets[index].rows.prefix(CSVReader.headRows))))
    }
    let best = scored.filter { !sheets[$0.0].rows.isEmpty }.max { $0.1 < $1.1 }
    return best?.0 ?? sheets.indices.first
  }

  /// What is said about the choice of a sheet.
  func notes(about number: Int) -> [SourceIssue] {
    guard sheets.indices.contains(number - 1) else { return [] }
    let sheet = sheets[number - 1]
    let place = SourceLocation(file: sheet.file, line: sheet.rows.first?.line ?? 1, column: 1)
    var notes: [SourceIssue] = []
    if sheets.count > 1, let name = sheet.name {
      notes.append(
        SourceIssue(
          place,
          LocalizedText(
            vi: "Đọc trang tính “\(clipped(name, 40))”; sổ có \(sheets.count) trang.",
            en: "The sheet “\(clipped(name, 40))” was read; the workbook has \(sheets.count).")))
    }
    let hidden = sheet.rows.count { hiddenRows[number - 1].contains($0.line) }
    if hidden > 0 {
      notes.append(
        SourceIssue(
          place,
          LocalizedText(
            vi: "\(hidden) dòng đang bị ẩn trong tệp cũng được đọc.",
            en: "\(hidden) rows that the file hides were read too.")))
    }
    return notes
  }

  private func unknown(_ name: String) -> SheetFault {
    let names = sheets.prefix(20).compactMap(\.name).map { "“\(clipped($0, 40))”" }
      .joined(separator: ", ")
    let place = SourceLocation(file: sheets.first?.file ?? "", line: 1, column: 1)
    let text =
      names.isEmpty
      ? LocalizedText(
        vi: "Tệp này không có trang tính nào để chọn. Hãy bỏ lựa chọn trang tính.",
        en: "This file has no sheets to choose from. Leave the choice out.")
      : LocalizedText(
        vi: "Không có trang tính “\(clipped(name, 40))”. Sổ có: \(names).",
        en: "There is no sheet “\(clipped(name, 40))”. The workbook has: \(names).")
    return SheetFault(issue: SourceIssue(place, text))
  }

  /// A sheet was named that is not there.
  struct SheetFault: Error {
    let issue: SourceIssue
  }
}
