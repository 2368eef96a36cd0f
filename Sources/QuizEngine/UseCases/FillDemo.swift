/// How one demo person signs in: by card, or by name and password.
package struct DemoSignIn: Sendable {
  package let role: Role
  package let name: String
  package let card: String?
  package let username: String?
  package let password: String?
}

extension Engine {
  /// Fills an empty data folder with an invented school, its people, two cohorts, a contest that
  /// runs and one that opens in ten minutes.
  ///
  /// - Returns: how everybody signs in; nil when the folder already holds people, which are kept.
  /// - Throws: `SourceIssues` or `Refusal` when the courses lack what the demo uses.
  package func fillDemo(at instant: Instant) throws -> [DemoSignIn]? {
    guard try read({ try $0.persons.all().isEmpty }) else { return nil }
    var people = DemoPeople(seed: Seed(2026))
    let school = try demoSchool(at: instant)
    var signIns: [DemoSignIn] = []
    var teachers: [Person] = []
    for (role, username) in demoStaff {
      let password = Base64URL.encode(environment.secret(bytes: 9))
      let unit = role == .teacher ? school.id : (school.parent ?? school.id)
      let person = try createPerson(
        name: people.name(), roles: [role], unit: unit, username: username, password: password,
        by: .operatorAtMachine, at: instant)
      if role == .teacher { teachers.append(person) }
      signIns.append(
        DemoSignIn(
          role: role, name: person.name, card: nil, username: username, password: password))
    }
    let pupils = try demoPupils(&people, school: school, at: instant)
    signIns += pupils.map {
      DemoSignIn(
        role: .student, name: $0.person.name, card: $0.card.text, username: nil, password: nil)
    }
    try demoCohorts(school: school, teachers: teachers, pupils: pupils.map(\.person), at: instant)
    try demoContests(unit: school.parent ?? school.id, at: instant)
    return signIns
  }

  private func demoSchool(at instant: Instant) throws -> Unit {
    let office = try createUnit(
      code: "so-mau", name: "Sở Giáo dục và Đào tạo (dữ liệu mẫu)", kind: .department, parent: nil,
      by: .operatorAtMachine, at: instant)
    let school = try createUnit(
      code: "thcs-hoa-sen", name: "Trường THCS Hoa Sen (dữ liệu mẫu)", kind: .school,
      parent: office.id, headcount: 220, by: .operatorAtMachine, at: instant)
    for name in demoClasses {
      _ = try createUnit(
        code: "thcs-hoa-sen-\(name.lowercased())", name: "Lớp \(name)", kind: .schoolClass,
        parent: school.id, headcount: 40, by: .operatorAtMachine, at: instant)
    }
    return school
  }

  private func demoPupils(
    _ people: inout DemoPeople, school: Unit, at instant: Instant
  ) throws -> [(person: Person, card: CardSecret)] {
    let year = CalendarTime(instant, offset: vietnamOffset).year
    var pupils: [(person: Person, card: CardSecret)] = []
    for (index, schoolClass) in try units().children(of: school.id).enumerated() {
      for number in 1...40 {
        let person = Person(
          id: environment.newID(at: instant), name: people.name(), roles: [.student],
          unit: schoolClass.id, birthYear: year - 11 - index,
          code: "HS\(index + 1)\(padded(number, 3))", registeredAt: instant)
        pupils.append((person, CardSecret(environment)))
      }
    }
    let rows = pupils
    try write { transaction in
      for (person, card) in rows {
        try transaction.connection.persons.insert(person)
        try transaction.connection.signIns.insertCard(card.digest, person: person.id, at: instant)
      }
      try transaction.audit("demo fill", "demo", by: nil, at: instant)
    }
    return pupils
  }

  private func demoCohorts(
    school: Unit, teachers: [Person], pupils: [Person], at instant: Instant
  ) throws {
    let due = instant + .days(30)
    if let course = catalogue.courses.first(where: { $0.audience == .student }) {
      let cohort = try createCohort(
        name: "Năm học 2026–2027: \(course.title.vietnamese)", unit: school.id,
        course: course.slug, dueAt: due, by: .operatorAtMachine, at: instant)
      try enrol(
        pupils.map(\.id), in: cohort.id, as: .learner, by: .operatorAtMachine, at: instant)
      try enrol(
        teachers.map(\.id), in: cohort.id, as: .teacher, by: .operatorAtMachine, at: instant)
    }
    if let course = catalogue.courses.first(where: { $0.audience == .teacher }) {
      let cohort = try createCohort(
        name: "Bồi dưỡng giáo viên 2026", unit: school.id, course: course.slug, dueAt: due,
        by: .operatorAtMachine, at: instant)
      try enrol(
        teachers.map(\.id), in: cohort.id, as: .learner, by: .operatorAtMachine, at: instant)
    }
  }

  private func demoContests(unit: UnitID, at instant: Instant) throws {
    let windows = [
      Window(opens: instant + .minutes(-60), closes: instant + .hours(23)),
      // Over before the other shows its answers: both draw from one bank.
      Window(opens: instant + .minutes(10), closes: instant + .hours(22)),
    ]
    guard let files = catalogue.files else { return }
    for (path, window) in zip(demoSheets, windows) {
      _ = try openContest(
        sheet: try files.bytes(path), file: files.name(path), unit: unit, windows: [window],
        by: .operatorAtMachine, at: instant)
    }
  }
}

private let demoClasses = ["6A", "7A", "8A", "9A", "9B"]
private let demoStaff: [(Role, String)] = [
  (.teacher, "giaovien"), (.teacher, "giaovien2"), (.organizer, "bantochuc"), (.admin, "quantri"),
  (.auditor, "giamsat"),
]
private let demoSheets = [
  "tim-hieu-luat-an-ninh-mang/contests/tuan-an-ninh-mang.json",
  "tim-hieu-luat-an-ninh-mang/contests/chung-ket-truong.json",
]
