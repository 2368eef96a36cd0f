/// Compares a class list with who is known already; changes nothing.
struct ImportPlanning {
  private var classes: ImportClasses
  private let school: Unit
  private let newID: () -> PersonID
  private let instant: Instant
  private let members: (UnitID) throws -> [Person]
  private let holder: (String) throws -> Person?

  private var knownByUnit: [UnitID: [Person]] = [:]
  private var claimed: Set<PersonID> = []
  private var firstLines: [Key: Int] = [:]
  private var issues: [SourceIssue]

  /// What may not occur twice in one file.
  private enum Key: Hashable {
    case code(UnitID, String)
    case username(String)
    case name(UnitID, String, Int?)
  }

  init(
    _ classes: ImportClasses, school: Unit, issues: [SourceIssue], at instant: Instant,
    newID: @escaping () -> PersonID, members: @escaping (UnitID) throws -> [Person],
    holder: @escaping (String) throws -> Person?
  ) {
    self.classes = classes
    self.school = school
    self.issues = issues
    self.instant = instant
    self.newID = newID
    self.members = members
    self.holder = holder
  }

  mutating func plan(_ entries: [ClassListLine]) throws -> ImportPlan {
    var rows: [ImportPlan.Row] = []
    for entry in entries {
      do {
        if let row = try row(entry) { rows.append(row) }
      } catch let complaint as ImportComplaint {
        issues.append(SourceIssue(entry.places.className, complaint.message))
      }
    }
    issues.sort {
      ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
    }
    return ImportPlan(rows: rows, classes: classes.classes, issues: issues)
  }

  private mutating func row(_ entry: ClassListLine) throws -> ImportPlan.Row? {
    let unit = try entry.className.map { try classes.unit(named: $0) } ?? school
    guard isFirst(entry, in: unit) else { return nil }
    let found: Person?
    if let username = entry.username, let person = try holder(username) {
      guard person.unit == unit.id || person.unit == school.id, person.roles == [.teacher] else {
        report(
          entry.places.username,
          "Tên đăng nhập “\(username)” đã có người khác dùng. Hãy chọn tên khác.",
          "The sign-in name “\(username)” is taken by somebody else. Choose another.")
        return nil
      }
      found = person
    } else {
      found = try known(entry, in: unit)
    }
    guard let found else { return created(entry, in: unit) }
    claimed.insert(found.id)
    let updated = found.updated(from: entry, unit: unit.id)
    return ImportPlan.Row(
      line: entry.line, person: updated, className: unit.name,
      change: updated == found ? .unchanged : .changed)
  }

  private func created(_ entry: ClassListLine, in unit: Unit) -> ImportPlan.Row {
    let person = Person(
      id: newID(), name: entry.name, roles: [entry.role], unit: unit.id,
      birthYear: entry.birthYear, code: entry.code, username: entry.username,
      registeredAt: instant)
    return ImportPlan.Row(
      line: entry.line, person: person, className: unit.name, change: .created)
  }

  /// The known person that the entry speaks of: by code, else by name and year of birth.
  private mutating func known(_ entry: ClassListLine, in unit: Unit) throws -> Person? {
    let people = try knownByUnit[unit.id] ?? members(unit.id)
    knownByUnit[unit.id] = people
    if let code = entry.code, let person = people.first(where: { $0.code == code }) {
      if !person.roles.contains(entry.role) {
        report(
          entry.places.code,
          "Mã “\(code)” đang thuộc về một người có vai trò khác. Hãy kiểm tra lại mã hoặc vai trò.",
          "The code “\(code)” belongs to somebody of another role. Check the code or the role.")
      }
      return person
    }
    let namesakes = people.filter {
      $0.name == entry.name && $0.roles.contains(entry.role) && !claimed.contains($0.id)
        && ($0.birthYear == entry.birthYear) && (entry.code == nil || $0.code == nil)
    }
    if namesakes.count > 1 {
      report(
        entry.places.name,
        "Trong \(unit.name) đã có \(namesakes.count) người tên “\(entry.name)” cùng năm sinh. "
          + "Hãy thêm cột “Mã học sinh” để phân biệt.",
        "\(unit.name) already has \(namesakes.count) people called “\(entry.name)” born in the "
          + "same year. Add a column “Mã học sinh” to tell them apart.")
    }
    return namesakes.first
  }

  /// Whether nobody above in the file is the same; says so otherwise.
  private mutating func isFirst(_ entry: ClassListLine, in unit: Unit) -> Bool {
    if let code = entry.code, let line = repeated(.code(unit.id, code), entry) {
      report(
        entry.places.code,
        "Mã “\(code)” đã có ở dòng \(line) trong cùng lớp. Mỗi người một mã: hãy sửa hoặc xoá.",
        "The code “\(code)” is on line \(line) of the same class already. One code a person: "
          + "correct or delete it.")
      return false
    }
    if let username = entry.username, let line = repeated(.username(username), entry) {
      report(
        entry.places.username,
        "Tên đăng nhập “\(username)” đã có ở dòng \(line). Hãy chọn tên khác.",
        "The sign-in name “\(username)” is on line \(line) already. Choose another.")
      return false
    }
    guard entry.code == nil, entry.username == nil else { return true }
    if let line = repeated(.name(unit.id, entry.name, entry.birthYear), entry) {
      report(
        entry.places.name,
        "“\(entry.name)” đã có ở dòng \(line), cùng lớp và cùng năm sinh. Nếu là hai người, hãy "
          + "thêm mã học sinh cho cả hai; nếu là một, hãy xoá một dòng.",
        "“\(entry.name)” is on line \(line) already, same class and year of birth. If they are "
          + "two people, give both a code; if one, delete a row.")
      return false
    }
    return true
  }

  private mutating func repeated(_ key: Key, _ entry: ClassListLine) -> Int? {
    if let line = firstLines[key] { return line }
    firstLines[key] = entry.line
    return nil
  }

  private mutating func report(
    _ location: SourceLocation, _ vietnamese: String, _ english: String
  ) {
    issues.append(SourceIssue(location, LocalizedText(vi: vietnamese, en: english)))
  }
}

extension Person {
  /// The person with what the file says; what it leaves out stays.
  fileprivate func updated(from entry: ClassListLine, unit: UnitID) -> Person {
    var person = self
    person.name = entry.name
    person.birthYear = entry.birthYear ?? birthYear
    person.code = entry.code ?? code
    person.username = entry.username ?? username
    person.unit = unit
    return person
  }
}
