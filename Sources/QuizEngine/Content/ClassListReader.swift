/// Reads the class list of a school, a CSV file as Excel saves it.
package struct ClassListReader {
  private let columns: ClassListColumns
  private let latestBirthYear: Int
  private let needsClass: Bool
  private var issues: [SourceIssue]

  /// Everybody in the file, and everything wrong with it.
  ///
  /// - Parameters:
  ///   - needsClass: whether pupils must name their class.
  ///   - year: the present year; nobody was born after it.
  package static func read(
    _ bytes: [UInt8], file: String, needsClass: Bool, year: Int
  ) -> ClassList {
    read(
      ClassListFile.sheets(bytes, file: file, score: ClassListColumns.score),
      needsClass: needsClass, year: year)
  }

  /// Everybody in the sheet that looks most like a class list.
  package static func read(
    _ sheets: [TextSheet], needsClass: Bool, year: Int
  ) -> ClassList {
    let scored = sheets.map { (ClassListColumns.score(Array($0.rows.prefix(15))), $0) }
    guard let sheet = scored.max(by: { $0.0 < $1.0 })?.1, let header = sheet.rows.first
    else { return ClassList(entries: [], issues: sheets.flatMap(\.issues)) }
    let columns = ClassListColumns(header)
    var missing: [SourceIssue] = []
    if !columns.hasName { missing.append(missingColumn(ClassListColumns.names, in: header)) }
    if needsClass, columns.className == nil {
      missing.append(missingColumn(ClassListColumns.classes, in: header))
    }
    guard missing.isEmpty else { return ClassList(entries: [], issues: sheet.issues + missing) }
    var reader = ClassListReader(
      columns: columns, latestBirthYear: year, needsClass: needsClass, issues: sheet.issues)
    let entries = sheet.rows.dropFirst().compactMap { reader.entry($0, header) }
    if entries.isEmpty, reader.issues.isEmpty {
      reader.report(
        header.location(), "Tệp chỉ có dòng tiêu đề. Hãy thêm mỗi người một dòng.",
        "The file has only its header. Add a row for each person.")
    }
    return ClassList(entries: entries, issues: reader.issues.sorted(by: isEarlier))
  }

  private static func missingColumn(_ names: [String], in header: TextRow) -> SourceIssue {
    let found = header.cells.prefix(12).map { "“\($0.text.prefix(40))”" }.joined(separator: ", ")
    let wanted = names.first ?? ""
    return SourceIssue(
      header.location(),
      LocalizedText(
        vi: "Thiếu cột “\(wanted)”. Dòng tiêu đề hiện có: \(found).",
        en: "The column “\(wanted)” is missing. The header has: \(found)."))
  }

  private mutating func entry(_ row: TextRow, _ header: TextRow) -> ClassListLine? {
    let before = issues.count
    if row.cells.dropFirst(header.cells.count).contains(where: { !$0.text.isEmpty }) {
      report(
        row.location(),
        "Dòng này có \(row.cells.count) ô, nhưng tiêu đề có \(header.cells.count) cột. "
          + "Hãy xem lại dấu phân cách và nháy kép.",
        "This row has \(row.cells.count) cells but the header has \(header.cells.count) columns. "
          + "Check separators and quotes.")
    }
    let name = self.name(row)
    let role = self.role(row)
    let className = self.className(row, role: role)
    let birthYear = self.year(row)
    let code = self.code(row)
    let username = self.username(row, role: role)
    guard issues.count == before else { return nil }
    return ClassListLine(
      name: name, className: className, birthYear: birthYear, code: code, role: role,
      username: username,
      places: .init(
        name: row.location(columns.nameColumn), className: row.location(columns.className),
        code: row.location(columns.code), username: row.location(columns.username)))
  }

  private mutating func name(_ row: TextRow) -> String {
    let written =
      columns.name.map { row[$0] } ?? (row[columns.family] + " " + row[columns.given])
    let name = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let place = row.location(columns.nameColumn)
    if name.isEmpty {
      report(
        place, "Dòng này chưa có họ và tên. Hãy điền hoặc xoá cả dòng.",
        "This row has no name. Fill it in or delete the row.")
    } else if name.utf8.count > 200 || !name.contains(where: \.isLetter)
      || name.contains(where: \.isNumber) || name.hasHiddenControls
    {
      report(
        place, "“\(name.prefix(60))” không phải họ và tên. Có phải cột bị lệch không?",
        "“\(name.prefix(60))” is no person's name. Did the columns shift?")
    }
    return name
  }

  private mutating func role(_ row: TextRow) -> Role {
    if let role = classListRole(row[columns.role]) { return role }
    report(
      row.location(columns.role),
      "Vai trò “\(row[columns.role])” không nhập bằng tệp được. Hãy viết “học sinh” hoặc “giáo viên”.",
      "The role “\(row[columns.role])” cannot be imported. Write “học sinh” or “giáo viên”.")
    return .student
  }

  private mutating func className(_ row: TextRow, role: Role) -> String? {
    let name = row[columns.className]
    if name.isEmpty, role == .student, needsClass {
      report(
        row.location(columns.className), "Học sinh này chưa có lớp. Hãy điền tên lớp, ví dụ 6A.",
        "This pupil has no class. Write its name, such as 6A.")
    }
    return name.isEmpty ? nil : name
  }

  private mutating func year(_ row: TextRow) -> Int? {
    let text = row[columns.birth]
    guard !text.isEmpty else { return nil }
    if let year = birthYear(text), (1900...latestBirthYear).contains(year) { return year }
    report(
      row.location(columns.birth),
      "“\(text.prefix(40))” không phải ngày sinh. Hãy viết ngày/tháng/năm, hoặc chỉ năm như 2013.",
      "“\(text.prefix(40))” is no date of birth. Write day/month/year, or only the year as 2013.")
    return nil
  }

  private mutating func code(_ row: TextRow) -> String? {
    let code = row[columns.code]
    if code.utf8.count > 60 {
      report(
        row.location(columns.code), "Mã dài quá 60 ký tự. Hãy dùng mã của trường, ví dụ HS0123.",
        "The code is longer than 60 characters. Use the school's code, such as HS0123.")
    }
    return code.isEmpty ? nil : code
  }

  private mutating func username(_ row: TextRow, role: Role) -> String? {
    let name = row[columns.username].lowercased()
    guard !name.isEmpty else { return nil }
    if role == .student {
      report(
        row.location(columns.username),
        "Học sinh đăng nhập bằng thẻ nên không có tên đăng nhập. Hãy để trống ô này.",
        "Pupils sign in with cards and have no sign-in name. Leave this cell empty.")
    } else if !isUsername(name) {
      report(
        row.location(columns.username),
        "Tên đăng nhập gồm 3–64 chữ thường không dấu, số và các dấu . _ - @.",
        "A sign-in name is 3 to 64 letters a–z, digits and . _ - @.")
    }
    return name
  }

  private mutating func report(
    _ location: SourceLocation, _ vietnamese: String, _ english: String
  ) {
    issues.append(SourceIssue(location, LocalizedText(vi: vietnamese, en: english)))
  }
}

private func isUsername(_ name: String) -> Bool {
  (3...64).contains(name.utf8.count)
    && name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || [0x2e, 0x5f, 0x2d, 0x40].contains($0)
    }
}

private func isEarlier(_ one: SourceIssue, _ other: SourceIssue) -> Bool {
  (one.location.line, one.location.column) < (other.location.line, other.location.column)
}
