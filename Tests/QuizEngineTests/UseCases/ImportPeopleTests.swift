import Testing

@testable import QuizEngine

@Suite struct ImportPeopleTests {
  static let list = """
    Họ và tên,Lớp,Mã học sinh,Năm sinh
    Nguyễn Văn An,6A,HS1,2014
    Trần Thị Bình,Lớp 6A,HS2,2014
    Lê Chi,6B,,2014

    """

  @Test func `people and classes are made once`() throws {
    let school = try School()
    let plan = try school.importPeople(Self.list)
    #expect([plan.created, plan.changed, plan.unchanged] == [3, 0, 0])
    #expect(plan.classes.map(\.unit.code) == ["thcs-mau-6a", "thcs-mau-6b"])
    #expect(plan.classes.map(\.unit.name) == ["Lớp 6A", "Lớp 6B"])
    #expect(try school.engine.units().children(of: school.unit.id).count == 2)

    let again = try school.importPeople(Self.list, at: Given.monday + .days(1))
    #expect([again.created, again.changed, again.unchanged] == [0, 0, 3])
    #expect(again.classes.allSatisfy { !$0.isNew })
    #expect(try school.people().count == 3)
  }

  @Test func `a corrected name is a change of the same person`() throws {
    let school = try School()
    let before = try #require(try school.importPeople(Self.list).rows.first).person
    let plan = try school.importPeople(
      "Họ và tên,Lớp,Mã học sinh,Năm sinh\nNguyễn Văn Ân,6A,HS1,2014\n")
    let after = try #require(plan.rows.first)
    #expect(plan.changed == 1)
    #expect(after.person.id == before.id)
    #expect(try school.people().first { $0.id == before.id }?.name == "Nguyễn Văn Ân")
  }

  @Test func `a code added later finds the person by name`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let plan = try school.importPeople("Họ và tên,Lớp,Mã HS,Năm sinh\nLê Chi,6B,HS9,2014\n")
    #expect(plan.changed == 1)
    #expect(try school.people().count == 3)
  }

  @Test func `the same code in another class is another person`() throws {
    let school = try School()
    let plan = try school.importPeople("Họ và tên,Lớp,Mã số\nAn,6A,1\nBình,6B,1\n")
    #expect(plan.created == 2)
  }

  @Test(
    arguments: [
      ("Họ và tên,Lớp,Mã số\nAn,6A,1\nBình,6A,1\n", 3, 9, "đã có ở dòng 2 trong cùng lớp"),
      ("Họ và tên,Lớp,Năm sinh\nAn,6A,2014\nAn,6A,2014\n", 3, 1, "thêm mã học sinh"),
      (
        "Họ và tên,Lớp,Vai trò,Tên đăng nhập\nAn,,GV,an.nguyen\nBình,,GV,AN.nguyen\n", 3, 10,
        "đã có ở dòng 2"
      ), ("Họ và tên,Lớp\nAn,!!!\n", 2, 4, "không phải tên lớp"),
    ])
  func `what cannot be told apart is asked for`(text: String, line: Int, column: Int, words: String)
    throws
  {
    let school = try School()
    let plan = try school.importPeople(text)
    let issue = try #require(plan.issues.first)
    #expect(issue.location == SourceLocation(file: "lop.csv", line: line, column: column))
    #expect(issue.message.vietnamese.contains(words), "\(issue.message.vietnamese)")
    #expect(try school.people().isEmpty)
  }

  @Test func `one mistake keeps the whole file out`() throws {
    let school = try School()
    let plan = try school.importPeople(Self.list + "Phạm Dũng,,HS4,2014\n")
    #expect(plan.issues.count == 1)
    #expect(try school.people().isEmpty)
    #expect(try school.engine.units().children(of: school.unit.id).isEmpty)
  }

  @Test func `a dry run tells the same and writes nothing`() throws {
    let school = try School()
    let plan = try school.importPeople(Self.list, isDryRun: true)
    #expect(plan.created == 3)
    #expect(try school.people().isEmpty)
    #expect(try school.engine.read { try $0.audit.last()?.action } == "unit create")
  }

  @Test func `a taken sign-in name is refused where it stands`() throws {
    let school = try School()
    _ = try school.engine.createPerson(
      name: "Quản Trị", roles: [.admin], unit: school.unit.id, username: "quantri",
      password: "một mật khẩu dài", by: .operatorAtMachine, at: Given.monday)
    let plan = try school.importPeople("Họ và tên,Lớp,Vai trò,Tên đăng nhập\nAn,,GV,quantri\n")
    #expect(plan.issues.map(\.location.column) == [8])
    #expect(try school.people().map(\.roles) == [[.admin]])
  }

  @Test func `pupils learn and teachers teach in the cohort`() throws {
    let school = try School(catalogue: .oneLesson)
    let cohort = try school.engine.createCohort(
      name: "Khối 6", unit: school.unit.id, course: "khoa-mau", dueAt: nil, by: .operatorAtMachine,
      at: Given.monday)
    try school.importPeople(
      "Họ và tên,Lớp,Vai trò\nAn,6A,\nBình,6A,học sinh\nCô Hoa,6A,giáo viên\n", cohort: cohort.id)
    let (learners, teachers) = try school.engine.read { connection in
      (
        try connection.persons.enrolled(in: cohort.id, as: .learner).count,
        try connection.persons.enrolled(in: cohort.id, as: .teacher).map(\.name)
      )
    }
    #expect(learners == 2)
    #expect(teachers == ["Cô Hoa"])
  }

  @Test func `somebody without the right is refused`() throws {
    let school = try School()
    let pupil = Person(
      id: Given.id(5), name: "An", roles: [.student], unit: school.unit.id,
      registeredAt: Given.monday)
    #expect(throws: Refusal.notAllowed) {
      try school.engine.importPeople(
        Array(Self.list.utf8), file: "lop.csv", into: school.unit.id,
        by: .person(
          Session(
            token: SHA256.hash("An"), person: pupil.id, roles: pupil.roles, unit: pupil.unit,
            createdAt: Given.monday, expiresAt: Given.monday + .days(1))), at: Given.monday)
    }
  }
}
