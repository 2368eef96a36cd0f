import Testing

@testable import QuizEngine

@Suite struct TakeIntoCohortTests {
  private let school: School

  init() throws {
    school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\nTrần Bình,6A\nLê Chi,6B\n")
  }

  private func schoolClass(_ name: String) throws -> Unit {
    try #require(
      try school.engine.units().children(of: school.unit.id).first { $0.name == name })
  }

  private func cohort(
    _ name: String, of unit: Unit, taking intake: CohortIntake?,
    by actor: Actor = .operatorAtMachine
  ) throws -> Cohort {
    try school.engine.createCohort(
      name: name, unit: unit.id, course: nil, dueAt: nil, taking: intake, by: actor,
      at: Given.monday)
  }

  private func learners(_ cohort: Cohort) throws -> [String] {
    try school.engine.read { try $0.persons.enrolled(in: cohort.id, as: .learner) }.map(\.name)
      .sorted()
  }

  private func hireTeacher() throws -> Person {
    let teacher = Person(
      id: PersonID(number: 900), name: "Cô Lan", roles: [.teacher], unit: school.unit.id,
      registeredAt: Given.monday)
    try school.engine.write { try $0.connection.persons.insert(teacher) }
    return teacher
  }

  @Test func `a class is made with the pupils of its unit and of those below`() throws {
    _ = try hireTeacher()
    #expect(
      try learners(cohort("7", of: schoolClass("Lớp 6A"), taking: .pupils))
        == ["Nguyễn An", "Trần Bình"])
    #expect(try learners(cohort("8", of: school.unit, taking: .pupils)).count == 3)
    #expect(try learners(cohort("9", of: school.unit, taking: .staff)) == ["Cô Lan"])
    #expect(try learners(cohort("10", of: school.unit, taking: nil)).isEmpty)
  }

  @Test func `whoever comes into the unit later is counted and taken in once`() throws {
    let unit = try schoolClass("Lớp 6A")
    let cohort = try cohort("6A", of: unit, taking: .pupils)
    #expect(try school.engine.outsiders(of: cohort, .pupils) == 0)
    try school.importPeople("Họ và tên,Lớp\nVũ Dung,6A\nĐỗ Em,6B\n")
    #expect(try school.engine.outsiders(of: cohort, .pupils) == 1)
    let take = { [school] in
      try school.engine.take(
        .pupils, into: cohort.id, by: .operatorAtMachine, at: Given.monday + .hours(1))
    }
    #expect(try take() == 1)
    #expect(try take() == 0)
    #expect(try learners(cohort) == ["Nguyễn An", "Trần Bình", "Vũ Dung"])
  }

  @Test func `who teaches a class goes on teaching it`() throws {
    let teacher = try hireTeacher()
    let cohort = try cohort("Tổ Tin", of: school.unit, taking: nil)
    try school.engine.enrol(
      [teacher.id], in: cohort.id, as: .teacher, by: .operatorAtMachine, at: Given.monday)
    let count = try school.engine.take(
      .staff, into: cohort.id, by: .operatorAtMachine, at: Given.monday)
    #expect(count == 0)
    #expect(try learners(cohort).isEmpty)
  }

  @Test func `nobody fills a class of another unit, and a teacher fills none`() throws {
    let cohort = try cohort("6A", of: schoolClass("Lớp 6A"), taking: nil)
    let teacher = Actor.person(try school.session(hireTeacher()))
    #expect(throws: Refusal.self) {
      try school.engine.take(.pupils, into: cohort.id, by: teacher, at: Given.monday)
    }
    let elsewhere = try school.engine.createUnit(
      code: "thcs-khac", name: "Trường khác", kind: .school, parent: nil, by: .operatorAtMachine,
      at: Given.monday)
    let organizer = Person(
      id: PersonID(number: 901), name: "Thầy Minh", roles: [.organizer], unit: elsewhere.id,
      registeredAt: Given.monday)
    try school.engine.write { try $0.connection.persons.insert(organizer) }
    let outside = Actor.person(try school.session(organizer))
    #expect(throws: Refusal.notFound(.cohort)) {
      try school.engine.take(.pupils, into: cohort.id, by: outside, at: Given.monday)
    }
    #expect(try learners(cohort).isEmpty)
  }

  @Test func `a province does not go into one class`() throws {
    _ = try school.engine.write { transaction in
      try transaction.connection.run(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= ?)
        INSERT INTO person (id, name, roles, unit, may_be_named, registered_at)
        SELECT randomblob(16), 'Nguyễn An', 'student', ?, 0, 0 FROM n
        """, [.count(CohortIntake.limit), .id(school.unit.id)])
    }
    #expect(throws: Refusal.invalid(field: "people", .tooMany)) {
      _ = try cohort("Cả tỉnh", of: school.unit, taking: .pupils)
    }
    #expect(try school.engine.cohorts(for: .operatorAtMachine).isEmpty)
    let empty = try cohort("Trống", of: school.unit, taking: nil)
    #expect(throws: Refusal.invalid(field: "people", .tooMany)) {
      try school.engine.take(
        .pupils, into: empty.id, by: .operatorAtMachine, at: Given.monday)
    }
    #expect(try learners(empty).isEmpty)
  }
}
