/// What is said about a class list as a whole: one message for one cause.
enum ClassListComplaints {
  /// What keeps the whole table from being read.
  static func fatal(
    _ layout: ClassListLayout, _ heading: TextRow, _ body: [TextRow], needsClass: Bool, year: Int
  ) -> [SourceIssue] {
    if !layout.hasName { return [missing("Họ và tên", layout, heading)] }
    let hasClass =
      layout.columns[.className] != nil || layout.columns[.unit] != nil
      || layout.columns[.role] != nil || layout.titleClass != nil
      || body.contains { ClassListTitle.className(in: $0) != nil }
    if needsClass, !hasClass { return [missing("Lớp", layout, heading)] }
    return layout.contradictions(heading, body, year: year)
  }

  static func noHeadings(_ sheet: TextSheet) -> SourceIssue {
    let head = sheet.rows.prefix(CSVReader.headRows)
    let damage = head.lazy.flatMap(\.cells).compactMap { LegacyLetters.damage(in: $0.text) }.first
    let place = head.first?.location() ?? SourceLocation(file: sheet.file, line: 1, column: 1)
    if let damage {
      return SourceIssue(
        place,
        LocalizedText(
          vi: "Không đọc được tên cột: chữ trong tệp \(damage.message.vietnamese)",
          en: "The headings cannot be read: the file's text \(damage.message.english)"))
    }
    return SourceIssue(
      place,
      LocalizedText(
        vi: "Không thấy dòng tên cột trong \(CSVReader.headRows) dòng đầu. Hãy thêm một dòng có ít "
          + "nhất “Họ và tên” và “Lớp” ngay trên các học sinh.",
        en: "No row among the first \(CSVReader.headRows) names the columns. Add one with at least "
          + "“Họ và tên” and “Lớp” right above the pupils."))
  }

  static func headingRow(_ heading: TextRow) -> SourceIssue {
    note(
      heading, "là dòng tên cột; các dòng phía trên được bỏ qua.",
      "names the columns; the lines above it were skipped.")
  }

  static func titleClass(_ name: String, _ line: Int, _ heading: TextRow) -> SourceIssue {
    SourceIssue(
      SourceLocation(file: heading.file, line: line, column: 1),
      LocalizedText(
        vi: "Tệp không có cột lớp: lấy lớp \(clipped(name, 40)) từ tiêu đề ở dòng \(line).",
        en:
          "The file has no class column: class \(clipped(name, 40)) is taken from the title on line \(line)."
      ))
  }

  static func skipped(_ row: TextRow) -> SourceIssue {
    let text = row.cells.map(\.text).first { !$0.isEmpty } ?? ""
    return note(
      row, "không phải dòng học sinh (“\(clipped(text, 40))”), được bỏ qua.",
      "is no pupil's (“\(clipped(text, 40))”) and was skipped.")
  }

  static func unread(_ layout: ClassListLayout, _ heading: TextRow) -> SourceIssue {
    let names = layout.unknown.prefix(12).compactMap { layout.heading($0) }
      .map { "“\($0)”" }.joined(separator: ", ")
    let more = layout.unknown.count > 12 ? "…" : ""
    return SourceIssue(
      heading.location(layout.unknown.first),
      LocalizedText(
        vi: "Không lấy gì từ các cột này: \(names)\(more).",
        en: "Nothing is read from these columns: \(names)\(more)."))
  }

  static func onlyHeadings(_ heading: TextRow) -> SourceIssue {
    SourceIssue(
      heading.location(),
      LocalizedText(
        vi: "Tệp chỉ có dòng tiêu đề. Hãy thêm mỗi người một dòng.",
        en: "The file has only its header. Add a row for each person."))
  }

  static func tooWide(_ row: TextRow, _ width: Int) -> SourceIssue {
    note(
      row,
      "có \(row.cells.count) ô, nhưng tiêu đề có \(width) cột. Hãy xem lại dấu phân cách và nháy kép.",
      "has \(row.cells.count) cells but the header has \(width) columns. Check separators and quotes."
    )
  }

  private static func missing(
    _ wanted: String, _ layout: ClassListLayout, _ heading: TextRow
  ) -> SourceIssue {
    let found = layout.headings.filter { !$0.isEmpty }
    let shown = found.prefix(12).map { "“\(clipped($0, 40))”" }.joined(separator: ", ")
    let more = found.count > 12 ? "…" : ""
    return SourceIssue(
      heading.location(),
      LocalizedText(
        vi: "Thiếu cột “\(wanted)”. Dòng \(heading.line) được đọc là dòng tên cột, hiện có: "
          + "\(shown)\(more).",
        en: "The column “\(wanted)” is missing. Line \(heading.line), read as the headings, has: "
          + "\(shown)\(more)."))
  }

  private static func note(
    _ row: TextRow, _ vietnamese: String, _ english: String
  ) -> SourceIssue {
    SourceIssue(
      row.location(),
      LocalizedText(vi: "Dòng \(row.line) \(vietnamese)", en: "Line \(row.line) \(english)"))
  }
}
