import Testing

@testable import QuizEngine

@Suite struct UndoImportTests {
  private static let list = """
    Họ và tên,Lớp,Mã HS,Năm sinh
    Nguyễn An,6A,HS1,2014
    Trần Bình,6A,HS2,2014

    """

  private func undo(_ school: School, _ plan: ImportPlan) throws -> ImportUndoing {
    try school.engine.undoImport(
      try #require(plan.run), by: .operatorAtMachine, at: Given.monday + .hours(1))
  }

  @Test func `a whole import is taken back, its classes too`() throws {
    let school = try School(catalogue: .oneLesson)
    let cohort = try school.engine.createCohort(
      name: "Khối 6", unit: school.unit.id, course: "khoa-mau", dueAt: nil, by: .operatorAtMachine,
      at: Given.monday)
    let plan = try school.importPeople(Self.list, cohort: cohort.id)
    let person = try #require(plan.rows.first).person.id
    let digest = CardSecret(school.engine.environment).digest
    try school.engine.write {
      try $0.connection.signIns.insertCard(digest, person: person, at: Given.monday)
    }
    let undoing = try undo(school, plan)
    #expect([undoing.removed, undoing.restored, undoing.removedClasses] == [2, 0, 1])
    #expect(undoing.kept.isEmpty)
    #expect(try school.people().isEmpty)
    #expect(try school.engine.units().children(of: school.unit.id).isEmpty)
    #expect(try school.engine.read { try $0.signIns.holder(ofCard: digest) } == nil)
    #expect(throws: Refusal.self) { try undo(school, plan) }
    #expect(try school.importPeople(Self.list).created == 2)
  }

  @Test func `a class that was made of the list goes with it, but who teaches stays`() throws {
    let school = try School()
    let plan = try school.importPeople(Self.list)
    let unit = try #require(plan.rows.first).person.unit
    let cohort = try school.engine.createCohort(
      name: "6A", unit: unit, course: nil, dueAt: nil, taking: .pupils, by: .operatorAtMachine,
      at: Given.monday)
    let other = try school.engine.createCohort(
      name: "Tổ", unit: unit, course: nil, dueAt: nil, by: .operatorAtMachine, at: Given.monday)
    try school.engine.enrol(
      [plan.rows[1].person.id], in: other.id, as: .teacher, by: .operatorAtMachine,
      at: Given.monday)
    let undoing = try undo(school, plan)
    #expect(undoing.removed == 1)
    #expect(undoing.kept.map(\.reason) == [.teaches])
    #expect(undoing.keptClasses == ["Lớp 6A"])
    let left = try school.engine.read { try $0.persons.enrolled(in: cohort.id, as: .learner) }
    #expect(left.map(\.name) == ["Trần Bình"])
  }

  private func organizer(_ school: School, in unit: UnitID, _ number: UInt128) throws -> Actor {
    let person = Person(
      id: PersonID(number: number), name: "Cô Hạnh", roles: [.organizer], unit: unit,
      registeredAt: Given.monday)
    try school.engine.write { try $0.connection.persons.insert(person) }
    return .person(try school.session(person))
  }

  @Test func `an undo reaches no cohort and no school of somebody else`() throws {
    let school = try School()
    let office = try school.engine.createUnit(
      code: "so-mau", name: "Sở Mẫu", kind: .department, parent: nil, by: .operatorAtMachine,
      at: Given.monday)
    let elsewhere = try school.engine.createUnit(
      code: "thcs-khac", name: "Trường khác", kind: .school, parent: nil, by: .operatorAtMachine,
      at: Given.monday)
    let own = try organizer(school, in: school.unit.id, 910)
    try school.importPeople("Họ và tên,Năm sinh,Lớp\nLê Chi,2014,6C\n", into: elsewhere.id)
    let cohort = try school.engine.createCohort(
      name: "Của Sở", unit: office.id, course: nil, dueAt: nil, by: .operatorAtMachine,
      at: Given.monday)
    let intoCohort = try school.importPeople(Self.list, cohort: cohort.id)
    var decisions = ImportDecisions.makingClasses
    decisions.everybody = .same
    let moved = try school.importPeople(
      "Họ và tên,Năm sinh,Lớp\nLê Chi,2014,6C\n", decisions: decisions)
    #expect(moved.moved == 1)
    for plan in [intoCohort, moved] {
      let run = try #require(plan.run)
      for isDryRun in [true, false] {
        #expect(throws: Refusal.notFound(.page)) {
          try school.engine.undoImport(run, isDryRun: isDryRun, by: own, at: Given.monday)
        }
      }
    }
    #expect(try school.engine.recentImports(by: own).isEmpty)
    let plain = try school.importPeople("Họ và tên,Lớp\nVũ Dung,6A\n")
    for _ in 0..<30 { try school.importPeople(Self.list, cohort: cohort.id) }
    for _ in 0..<60 { try school.importPeople("Họ và tên,Lớp\nAn,6A\n", into: elsewhere.id) }
    #expect(try school.engine.recentImports(by: own).map(\.id) == [try #require(plain.run)])
  }

  @Test func `known people leave the cohort again, and both looks say how many`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let cohort = try school.engine.createCohort(
      name: "Khối 6", unit: school.unit.id, course: nil, dueAt: nil, by: .operatorAtMachine,
      at: Given.monday)
    let plan = try school.importPeople(Self.list, cohort: cohort.id)
    #expect(plan.unchanged == 2)
    let run = try #require(plan.run)
    let look = try school.engine.undoImport(
      run, isDryRun: true, by: .operatorAtMachine, at: Given.monday)
    #expect(look.left == 2 && !look.isEmpty)
    let undoing = try undo(school, plan)
    #expect([undoing.removed, undoing.restored, undoing.left] == [0, 0, 2])
    #expect(
      try school.engine.read { try $0.persons.enrolled(in: cohort.id, as: .learner) }.isEmpty)
    #expect(try school.people().count == 2)
  }

  @Test func `what was changed is as before`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let before = try school.people()
    var decisions = ImportDecisions.makingClasses
    decisions.everybody = .same
    let plan = try school.importPeople(
      "Họ và tên,Lớp,Mã HS,Năm sinh\nNguyễn Ân,6A,HS1,2013\nTrần Bình,6B,HS2,2014\nLê Chi,6B,,2014\n",
      decisions: decisions)
    #expect(plan.rows.map(\.change) == [.changed, .moved, .created])
    let undoing = try undo(school, plan)
    #expect([undoing.removed, undoing.restored, undoing.removedClasses] == [1, 2, 1])
    #expect(try school.people() == before)
  }

  @Test func `a personal number that changed is a change and goes back`() throws {
    let school = try School()
    let list = { (number: String) in
      "Họ và tên,Lớp,Năm sinh,Số định danh cá nhân\nHồ Xuân,6A,2012,\(number)\n"
    }
    try school.importPeople(list("001212000001"))
    let plan = try school.importPeople(list("001212000002"))
    #expect(plan.rows.map(\.change) == [.changed])
    #expect(try school.importPeople(list("001212000002")).rows.map(\.change) == [.unchanged])
    #expect(try undo(school, plan).restored == 1)
    let again = try school.importPeople(list("001212000001"))
    #expect(again.rows.map(\.change) == [.unchanged])
  }

  @Test func `who was used meanwhile is kept and named`() throws {
    let school = try School()
    let plan = try school.importPeople(Self.list + "Lê Chi,6A,,2014\n")
    let people = plan.rows.map(\.person)
    let session = Session(
      token: SHA256.hash("một phiên"), person: people[0].id, roles: [.student],
      unit: people[0].unit,
      createdAt: Given.monday, expiresAt: Given.monday + .days(1))
    try school.engine.write { transaction in
      try transaction.connection.signIns.insert(session)
      try transaction.connection.run(
        "INSERT INTO credit (person, course, module, periods, credited_at) VALUES (?, 'a', 'b', 1, 0)",
        [.id(people[2].id.number)])
    }
    try school.importPeople("Họ và tên,Lớp,Mã HS,Năm sinh\nTrần Bính,6A,HS2,2014\n")
    let dry = try school.engine.undoImport(
      try #require(plan.run), isDryRun: true, by: .operatorAtMachine, at: Given.monday)
    #expect(dry.kept.count == 3)
    let undoing = try undo(school, plan)
    #expect(
      Dictionary(uniqueKeysWithValues: undoing.kept.map { ($0.name, $0.reason) })
        == ["Nguyễn An": .cardUsed, "Trần Bình": .changedSince, "Lê Chi": .lessons])
    #expect(undoing.removed == 0 && undoing.keptClasses == ["Lớp 6A"])
    #expect(try school.people().count == 3)
  }

  @Test func `somebody of another unit can neither see nor undo it`() throws {
    let school = try School()
    let plan = try school.importPeople(Self.list)
    let other = try school.engine.createUnit(
      code: "khac", name: "Khác", kind: .school, parent: nil, by: .operatorAtMachine,
      at: Given.monday)
    let stranger = try school.engine.createPerson(
      name: "Lạ", roles: [.organizer], unit: other.id, by: .operatorAtMachine, at: Given.monday)
    let actor = Actor.person(try school.session(stranger))
    #expect(try school.engine.recentImports(by: actor).isEmpty)
    #expect(throws: Refusal.notFound(.page)) {
      try school.engine.undoImport(try #require(plan.run), by: actor, at: Given.monday)
    }
    let recent = try school.engine.recentImports(by: .operatorAtMachine)
    #expect(recent.first?.id == plan.run && recent.count == 1)
  }

  @Test func `a right that ended while the list was read is no right`() throws {
    let school = try School()
    let organizer = try school.engine.createPerson(
      name: "Tổ Chức", roles: [.organizer], unit: school.unit.id, by: .operatorAtMachine,
      at: Given.monday)
    let session = try school.session(organizer)
    var pupil = organizer
    pupil.roles = [.student]
    let demoted = pupil
    try school.engine.write { try $0.update(demoted) }
    #expect(throws: Refusal.notAllowed) {
      try school.engine.importPeople(
        Array(Self.list.utf8), file: "a.csv", into: school.unit.id, decisions: .makingClasses,
        by: .person(session), at: Given.monday)
    }
    #expect(try school.people().count == 1)
  }
}
