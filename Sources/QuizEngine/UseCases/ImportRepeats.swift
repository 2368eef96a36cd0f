/// Notices what may not occur twice in one file.
struct ImportRepeats {
  private var lines: [Key: Int] = [:]
  private var names: [Key: (line: Int, hasCode: Bool)] = [:]

  private enum Key: Hashable {
    case code(UnitID, String)
    case longCode(String)
    case number(PersonalNumber)
    case username(String)
    case name(UnitID, PersonNameKey, Int?)
  }

  /// What to say when somebody above in the file is the same.
  mutating func issue(about entry: ClassListLine, in unit: Unit) -> SourceIssue? {
    if let number = entry.personalNumber, let line = earlier(.number(number), entry) {
      return entry.places.code.issue(
        "số định danh cá nhân này đã có ở dòng \(line). Mỗi người một số: hãy sửa hoặc xoá.",
        "this personal number is on line \(line) already. One number a person: correct or delete it."
      )
    }
    if let code = entry.code, let issue = repeated(code, entry, unit) { return issue }
    if let username = entry.username, let line = earlier(.username(username), entry) {
      return entry.places.username.issue(
        "tên đăng nhập “\(username)” đã có ở dòng \(line). Hãy chọn tên khác.",
        "the sign-in name “\(username)” is on line \(line) already. Choose another.")
    }
    return repeatedName(entry, unit)
  }

  private mutating func repeated(
    _ code: String, _ entry: ClassListLine, _ unit: Unit
  ) -> SourceIssue? {
    if let line = earlier(.code(unit.id, code), entry) {
      return entry.places.code.issue(
        "mã “\(code)” đã có ở dòng \(line) trong cùng lớp. Mỗi người một mã: hãy sửa hoặc xoá.",
        "the code “\(code)” is on line \(line) of the same class already. One code a person: "
          + "correct or delete it.")
    }
    guard code.utf8.count > 3, let line = earlier(.longCode(code), entry) else { return nil }
    return entry.places.code.issue(
      "mã “\(code)” đã có ở dòng \(line) trong lớp khác. Mỗi người một mã: hãy sửa hoặc xoá.",
      "the code “\(code)” is on line \(line) of another class already. One code a person: "
        + "correct or delete it.")
  }

  private mutating func repeatedName(_ entry: ClassListLine, _ unit: Unit) -> SourceIssue? {
    let key = Key.name(unit.id, PersonNameKey(entry.name), entry.birthYear)
    let hasCode =
      entry.code != nil || entry.username != nil || entry.personalNumber != nil
      || entry.known?.id != nil
    guard let other = names[key] else {
      names[key] = (entry.line, hasCode)
      return nil
    }
    guard !hasCode || !other.hasCode else { return nil }
    return entry.places.name.issue(
      "“\(entry.name)” đã có ở dòng \(other.line), cùng lớp và cùng năm sinh. Nếu là hai người, hãy "
        + "thêm mã học sinh cho cả hai; nếu là một, hãy xoá một dòng.",
      "“\(entry.name)” is on line \(other.line) already, same class and year of birth. If they are "
        + "two people, give both a code; if one, delete a row.")
  }

  private mutating func earlier(_ key: Key, _ entry: ClassListLine) -> Int? {
    if let line = lines[key] { return line }
    lines[key] = entry.line
    return nil
  }
}
