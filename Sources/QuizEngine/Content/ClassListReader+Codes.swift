extension ClassListReader {
  /// The school's code, or the ministry's where it is the only one.
  mutating func code(_ row: TextRow, _ personal: PersonalNumber?) -> String? {
    guard let column = codeColumn(row) else { return nil }
    let code = row[column].shownLetters
    if personal != nil, PersonalNumber(code) == personal { return nil }
    let place = place(row, column, "Mã học sinh")
    if code.utf8.count > 60 {
      report(
        place.issue(
          "mã dài quá 60 ký tự. Hãy dùng mã của trường, ví dụ HS0123.",
          "the code is longer than 60 characters. Use the school's code, such as HS0123."))
    } else if let damage = SpreadsheetDamage.ofCode(code) {
      report(place.issue(damage.vietnamese, damage.english))
    }
    return code.isEmpty ? nil : code
  }

  func codeColumn(_ row: TextRow) -> Int? {
    if let column = layout.columns[.code], !row[column].isEmpty { return column }
    if systemIDColumn(row) != nil { return layout.columns[.code] }
    return layout.columns[.identity] ?? layout.columns[.code]
  }

  /// The national number, wherever it stands: schools use it as their own code too.
  mutating func personalNumber(_ row: TextRow) -> PersonalNumber? {
    for field in [ClassListField.personalNumber, .identity, .code] {
      guard let column = layout.columns[field], !row[column].isEmpty else { continue }
      if let number = PersonalNumber(row[column]), field != .code || number.namesProvince {
        return number
      }
      if field == .personalNumber || (field == .identity && lostZero(row[column])) {
        report(shortNumber(row, column))
      }
    }
    return nil
  }

  private func lostZero(_ text: String) -> Bool {
    text.utf8.count == 11 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A number that is none: its letters are not repeated, it may be nearly whole.
  private func shortNumber(_ row: TextRow, _ column: Int) -> SourceIssue {
    let place = place(row, column, "Số định danh cá nhân")
    if let damage = SpreadsheetDamage.ofCode(row[column]) {
      return place.issue(damage.vietnamese, damage.english)
    }
    return place.issue(
      "số định danh cá nhân có đúng 12 chữ số, ô này có \(row[column].unicodeScalars.count) ký tự. "
        + "Excel có bỏ số 0 ở đầu không? Hãy định dạng cột là Văn bản (Text) rồi sửa lại.",
      "a personal number has exactly 12 digits, this cell has \(row[column].unicodeScalars.count) "
        + "characters. Did Excel drop leading zeros? Format the column as Text and correct it.")
  }
}
