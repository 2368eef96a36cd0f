/// Reads the class list of a school as other programs save it.
package struct ClassListReader {
  let layout: ClassListLayout
  private let latestBirthYear: Int
  private let needsClass: Bool
  private var list: ClassList
  /// The class that the last title row named.
  private var titleClass: String?
  /// Whether the rows below the table have begun.
  private var isBelow = false
  /// Everything found wrong, told or not.
  private var faults = 0

  /// Everybody in the file, and everything wrong with it.
  ///
  /// - Parameters:
  ///   - choice: which sheet is the list; asked where several may be.
  ///   - needsClass: whether pupils must name their class.
  ///   - year: the present year; nobody was born after it.
  package static func read(
    _ bytes: [UInt8], file: String, sheet choice: SheetChoice? = nil, needsClass: Bool, year: Int
  ) -> ClassList {
    let sheets = ClassListFile.read(bytes, file: file)
    do throws(ClassListSheets.SheetFault) {
      guard let (number, sheet) = try sheets.sheet(choice) else {
        return ClassList(sheets: sheets.choices)
      }
      var list = read(sheet, needsClass: needsClass, year: year)
      list.sheets = sheets.choices
      list.sheet = number
      list.notes = sheets.notes(about: number) + list.notes
      return list
    } catch {
      return ClassList(issues: [error.issue], isReadable: false)
    }
  }

  private static func read(_ sheet: TextSheet, needsClass: Bool, year: Int) -> ClassList {
    if sheet.rows.isEmpty, !sheet.issues.isEmpty {
      return ClassList(issues: sheet.issues, isReadable: false)
    }
    guard var layout = ClassListLayout(sheet.rows) else {
      return ClassList(
        issues: sheet.issues + [ClassListComplaints.noHeadings(sheet)], isReadable: false)
    }
    let body = Array(sheet.rows.dropFirst(layout.bodyStart))
    var notes = layout.takeUnnamedGiven(body, in: sheet)
    let heading = sheet.rows[min(layout.bodyStart, sheet.rows.count) - 1]
    if heading.line > 1, let first = sheet.rows.first, first.line < heading.line {
      notes.append(ClassListComplaints.headingRow(heading))
    }
    if !layout.unknown.isEmpty { notes.append(ClassListComplaints.unread(layout, heading)) }
    let fatal = ClassListComplaints.fatal(
      layout, heading, body, needsClass: needsClass, year: year)
    guard fatal.isEmpty else {
      return ClassList(issues: sheet.issues + fatal, notes: notes, isReadable: false)
    }
    var reader = ClassListReader(
      layout: layout, latestBirthYear: year, needsClass: needsClass,
      list: ClassList(issues: sheet.issues, refusedRows: sheet.issues.count, notes: notes),
      titleClass: layout.titleClass?.name)
    reader.take(body, below: heading)
    return reader.list
  }

  private mutating func take(_ body: [TextRow], below heading: TextRow) {
    if let title = layout.titleClass, layout.columns[.className] == nil {
      list.notes.append(ClassListComplaints.titleClass(title.name, title.line, heading))
    }
    for row in body where !skips(row) {
      let before = faults
      let entry = entry(row)
      if faults == before {
        list.entries.append(entry)
      } else {
        list.refusedRows += 1
      }
    }
    if list.entries.isEmpty, list.issues.isEmpty {
      list.issues.append(ClassListComplaints.onlyHeadings(heading))
      list.isReadable = false
    }
    list.issues.sort {
      ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
    }
  }

  /// Whether the row is nobody's: a title between the pupils, or what stands below the table.
  private mutating func skips(_ row: TextRow) -> Bool {
    let read: [ClassListField] = [
      .className, .birth, .code, .identity, .personalNumber, .username, .systemID,
    ]
    let isEmpty = read.allSatisfy { row[layout.columns[$0]].isEmpty }
    if isEmpty, layout.columns[.className] == nil, let name = ClassListTitle.className(in: row),
      row.cells.count(where: { !$0.text.isEmpty }) <= 2
    {
      titleClass = name
      isBelow = false
      return true
    }
    let name = writtenName(row)
    let first = row.cells.lazy.map(\.text).first { !$0.isEmpty } ?? ""
    // Totals and signatures stand in whatever column looks good.
    let isNobodys = isBelow || ClassListTitle.isFooter(first) || ClassListTitle.isFooter(name)
    guard isEmpty && name.isEmpty || isNobodys && (isEmpty || name.isEmpty) else {
      isBelow = isBelow && isEmpty
      return false
    }
    isBelow = true
    if list.notes.count < ClassList.issueLimit {
      list.notes.append(ClassListComplaints.skipped(row))
    }
    return true
  }

  private mutating func entry(_ row: TextRow) -> ClassListLine {
    if row.cells.dropFirst(layout.headings.count).contains(where: { !$0.text.isEmpty }) {
      report(ClassListComplaints.tooWide(row, layout.headings.count))
    }
    let name = self.name(row)
    let roles = self.roles(row)
    let personal = self.personalNumber(row)
    return ClassListLine(
      name: name, className: className(row, roles), birthYear: year(row),
      code: code(row, personal), personalNumber: personal, roles: roles,
      username: username(row, roles), known: known(row),
      places: .init(
        name: place(row, layout.nameColumn, "Họ và tên"),
        className: place(row, layout.columns[.className] ?? layout.columns[.unit], "Lớp"),
        code: place(row, codeColumn(row), "Mã học sinh"),
        username: place(row, layout.columns[.username], "Tên đăng nhập")))
  }

  private func writtenName(_ row: TextRow) -> String {
    nameCells(row).shownLetters.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether signs that turn the reading direction stand in it; line breaks in a cell are spaces.
  private func steersReader(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { String($0).hasHiddenControls }
  }

  private func nameCells(_ row: TextRow) -> String {
    let parts =
      layout.columns[.name] == nil
      ? [ClassListField.family, .middle, .given].map { row[layout.columns[$0]] }
      : [row[layout.columns[.name]], layout.givenCompletesName ? row[layout.columns[.given]] : ""]
    return parts.joined(separator: " ")
  }

  private mutating func name(_ row: TextRow) -> String {
    let name = writtenName(row)
    let place = place(row, layout.nameColumn, "Họ và tên")
    if name.isEmpty {
      report(
        place.issue(
          "dòng này chưa có họ và tên. Hãy điền hoặc xoá cả dòng.",
          "this row has no name. Fill it in or delete the row."))
    } else if let damage = LegacyLetters.damage(in: nameCells(row))?.message {
      report(
        place.issue(
          "“\(clipped(name, 60))” \(damage.vietnamese)", "“\(clipped(name, 60))” \(damage.english)")
      )
    } else if name.utf8.count > 200 || !name.contains(where: \.isLetter)
      || name.contains(where: \.isNumber) || steersReader(nameCells(row))
    {
      report(
        place.issue(
          "“\(clipped(name, 60))” không phải họ và tên. Có phải cột bị lệch không?",
          "“\(clipped(name, 60))” is no person's name. Did the columns shift?"))
    }
    return name
  }

  private mutating func roles(_ row: TextRow) -> Set<Role> {
    let text = row[layout.columns[.role]]
    if let role = classListRole(text) { return [role] }
    let words = clipped(text, 200).split(separator: " ").map { Role(rawValue: String($0)) }
    let roles = Set(words.compactMap { $0 })
    if !words.contains(nil), !roles.isEmpty, roles.count == words.count,
      row[layout.columns[.systemID]].utf8.count > 0
    {
      return roles
    }
    report(
      place(row, layout.columns[.role], "Vai trò").issue(
        "vai trò “\(clipped(text, 40))” không nhập bằng tệp được. Hãy viết “học sinh” hoặc “giáo viên”.",
        "the role “\(clipped(text, 40))” cannot be imported. Write “học sinh” or “giáo viên”."))
    return [.student]
  }

  private mutating func className(_ row: TextRow, _ roles: Set<Role>) -> String? {
    let written = row[layout.columns[.className]].shownLetters
    let name =
      layout.columns[.className] == nil && roles == [.student] ? (titleClass ?? "") : written
    let place = place(row, layout.columns[.className], "Lớp")
    if name.isEmpty, roles == [.student], needsClass, layout.columns[.unit] == nil {
      report(
        place.issue(
          "học sinh này chưa có lớp. Hãy điền tên lớp, ví dụ 6A.",
          "this pupil has no class. Write its name, such as 6A."))
    }
    let damage = LegacyLetters.damage(in: name)?.message
    if let damage {
      report(
        place.issue(
          "“\(clipped(name, 40))” \(damage.vietnamese)", "“\(clipped(name, 40))” \(damage.english)")
      )
    } else if let damage = SpreadsheetDamage.ofClass(name) {
      report(place.issue(damage.vietnamese, damage.english))
    }
    return name.isEmpty ? nil : name
  }

  private mutating func year(_ row: TextRow) -> Int? {
    let column = layout.columns[.birth]
    let text: String
    if let parts = layout.dateColumns {
      text = [row[parts.day], row[parts.month], row[parts.year]].filter { !$0.isEmpty }
        .joined(separator: "/")
    } else {
      text = row[column]
    }
    guard !text.isEmpty else { return nil }
    if let year = QuizEngine.birthYear(text, latest: latestBirthYear) { return year }
    if let damage = SpreadsheetDamage.ofBirth(text) {
      report(place(row, column, "Ngày sinh").issue(damage.vietnamese, damage.english))
      return nil
    }
    report(
      place(row, column, "Ngày sinh").issue(
        "“\(clipped(text, 40))” không phải ngày sinh. Hãy viết ngày/tháng/năm, hoặc chỉ năm như 2013.",
        "“\(clipped(text, 40))” is no date of birth. Write day/month/year, or only the year as 2013."
      ))
    return nil
  }

  private mutating func username(_ row: TextRow, _ roles: Set<Role>) -> String? {
    let name = row[layout.columns[.username]].lowercased()
    guard !name.isEmpty else { return nil }
    let place = place(row, layout.columns[.username], "Tên đăng nhập")
    if roles == [.student] {
      report(
        place.issue(
          "học sinh đăng nhập bằng thẻ nên không có tên đăng nhập. Hãy để trống ô này.",
          "pupils sign in with cards and have no sign-in name. Leave this cell empty."))
    } else if !isUsername(name) {
      report(
        place.issue(
          "tên đăng nhập gồm 3–64 chữ thường không dấu, số và các dấu . _ - @.",
          "a sign-in name is 3 to 64 letters a–z, digits and . _ - @."))
    }
    return name
  }

  private func known(_ row: TextRow) -> ClassListLine.Known? {
    guard let column = layout.columns[.systemID] ?? systemIDColumn(row) else { return nil }
    let unit = row[layout.columns[.unit]]
    return .init(id: PersonID(text: row[column]), unit: unit.isEmpty ? nil : unit)
  }

  /// An older export of ours headed its ids “Mã định danh”.
  func systemIDColumn(_ row: TextRow) -> Int? {
    guard let column = layout.columns[.identity], layout.columns[.unit] != nil,
      PersonID(text: row[column]) != nil
    else { return nil }
    return column
  }

  func place(_ row: TextRow, _ column: Int?, _ usual: String) -> ClassListPlace {
    ClassListPlace(location: row.location(column), heading: layout.heading(column) ?? usual)
  }

  mutating func report(_ issue: SourceIssue) {
    faults += 1
    if list.issues.count < ClassList.issueLimit { list.issues.append(issue) }
  }
}

/// Reads the words of a role column.
func classListRole(_ text: String) -> Role? {
  switch foldedName(text) {
  case "", "hoc sinh", "hs", "student", "pupil", "hoc vien": .student
  case "giao vien", "gv", "teacher", "gvcn", "giao vien chu nhiem": .teacher
  default: nil
  }
}

private func isUsername(_ name: String) -> Bool {
  (3...64).contains(name.utf8.count)
    && name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || [0x2e, 0x5f, 0x2d, 0x40].contains($0)
    }
}
