import Testing

@testable import QuizEngine

@Suite struct ImportQuestionTests {
  private static let list = "Họ và tên,Lớp,Năm sinh,Mã HS\nTrần Bảo,7A,2014,2650001\n"

  private func deciding(_ change: (inout ImportDecisions) -> Void) -> ImportDecisions {
    var decisions = ImportDecisions()
    change(&decisions)
    return decisions
  }

  @Test func `a new class is asked about and nothing is written`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let plan = try school.importPeople(
      "Họ và tên,Lớp\nAn,7Z\nBình,7z\nChi,7A/7A\n", decisions: ImportDecisions())
    #expect(plan.newClasses.map(\.name) == ["7Z", "7A/7A"])
    #expect(plan.newClasses.map(\.rows) == [2, 1])
    #expect(plan.newClasses.first?.known.map(\.name) == ["Lớp 7A"])
    #expect(plan.waiting.map(\.line) == [2, 3, 4])
    #expect(plan.run == nil)
    #expect(try school.people().count == 1)
    #expect(try school.engine.units().children(of: school.unit.id).count == 1)
  }

  @Test func `a new class is what was decided`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let known = try #require(try school.engine.units().children(of: school.unit.id).first)
    let decisions = deciding {
      $0.name("7 AA", is: .existing(known.id))
      $0.name("8B", is: .create)
      $0.name("9X", is: .skip)
    }
    let plan = try school.importPeople(
      "Họ và tên,Lớp\nAn,7 AA\nBình,8B\nChi,9X\n", decisions: decisions)
    #expect(plan.run != nil)
    #expect(plan.rows.map(\.className) == ["Lớp 7A", "Lớp 8B"])
    #expect(plan.waiting.map(\.isLeftOut) == [true])
    #expect(try school.people().count == 3)
  }

  @Test(arguments: ["7 A", "lớp 7a", "Lớp 7 A", "7Ａ", "７Ａ"])
  func `a class is the same however its name is spaced`(name: String) throws {
    let school = try School()
    try school.importPeople(Self.list)
    let plan = try school.importPeople(
      "Họ và tên,Lớp\nAn,\(name)\n", decisions: ImportDecisions())
    #expect(plan.newClasses.isEmpty && plan.rows.map(\.className) == ["Lớp 7A"])
  }

  @Test func `letters with marks, and signs, are names of classes`() throws {
    let school = try School()
    let names = ["6D", "6Đ", "6A", "6Â", "6Ă", "6A+", "9A*", "9A**", "9A"]
    try school.importPeople(
      "Họ và tên,Lớp,Năm sinh\n" + names.map { "Ngô Thị Lan,\($0),2011\n" }.joined())
    let made = try school.engine.units().children(of: school.unit.id).map(\.name)
    #expect(Set(made) == Set(names.map { "Lớp \($0)" }))
    for name in names {
      let plan = try school.importPeople(
        "Họ và tên,Lớp,Năm sinh\nNgô Thị Lan,\(name),2011\n", decisions: ImportDecisions())
      #expect(plan.rows.map(\.className) == ["Lớp \(name)"] && plan.unchanged == 1)
    }
  }

  @Test func `a class whose code lost its mark is not the class without one`() throws {
    let school = try School()
    _ = try school.engine.createUnit(
      code: "thcs-mau-6d", name: "Lớp 6Đ", kind: .schoolClass, parent: school.unit.id,
      by: .operatorAtMachine, at: Given.monday)
    let asked = try school.importPeople(
      "Họ và tên,Lớp\nAn,6D\n", decisions: ImportDecisions())
    #expect(asked.newClasses.map(\.name) == ["6D"])
    let known = try school.importPeople(
      "Họ và tên,Lớp\nAn,6 đ\n", decisions: ImportDecisions())
    #expect(known.rows.map(\.className) == ["Lớp 6Đ"])
  }

  @Test(arguments: ["7 Anh", "71", "7 1", "7B 1"])
  func `another class is asked about`(name: String) throws {
    let school = try School()
    try school.importPeople(Self.list)
    try school.importPeople("Họ và tên,Lớp\nAn,7A1\n")
    let plan = try school.importPeople(
      "Họ và tên,Lớp\nAn,\(name)\n", decisions: ImportDecisions())
    #expect(plan.newClasses.map(\.name) == [name])
  }

  @Test func `a class made by hand is found by its name`() throws {
    let school = try School()
    _ = try school.engine.createUnit(
      code: "hs-7a", name: "Lớp 7A", kind: .schoolClass, parent: school.unit.id,
      by: .operatorAtMachine, at: Given.monday)
    let plan = try school.importPeople(Self.list, decisions: ImportDecisions())
    #expect(plan.created == 1 && plan.undecided == 0)
    #expect(try school.engine.units().children(of: school.unit.id).count == 1)
  }

  @Test func `a list for another class is no class within the class`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let schoolClass = try #require(try school.engine.units().children(of: school.unit.id).first)
    let right = try school.importPeople(
      "Họ và tên,Lớp\nAn,7A\n", into: schoolClass.id, decisions: ImportDecisions())
    #expect(right.created == 1)
    let wrong = try school.importPeople("Họ và tên,Lớp\nChi,7B\n", into: schoolClass.id)
    #expect(wrong.undecided == 1 && wrong.newClasses.first?.canBeMade == false)
    #expect(try school.engine.units().children(of: schoolClass.id).isEmpty)
  }

  @Test(arguments: ["Trần Bảo,8A,2014,", "Trần Bảo,8A,2014,2650001", "Trần Bào,8A,,2650001"])
  func `somebody known elsewhere is a question, not a new person`(row: String) throws {
    let school = try School()
    try school.importPeople(Self.list)
    let text = "Họ và tên,Lớp,Năm sinh,Mã HS\n\(row)\n"
    let asked = try school.importPeople(text)
    #expect(asked.twins.map(\.reason) == [.elsewhere])
    #expect(asked.undecided == 1 && asked.run == nil)
    let known = try #require(try school.people().first)
    let moved = try school.importPeople(
      text,
      decisions: deciding {
        $0.everyClass = .create
        $0.people[2] = .same(known.id)
      })
    #expect(moved.rows.map(\.change) == [.moved])
    #expect(try school.people().map(\.id) == [known.id])
  }

  @Test func `two people and later are answers too`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let text = "Họ và tên,Lớp,Năm sinh\nTrần Bảo,8A,2014\nLê An,8A,2014\n"
    let later = try school.importPeople(
      text,
      decisions: deciding {
        $0.everyClass = .create
        $0.everybody = .later
      })
    #expect(later.created == 1 && later.waiting.map(\.line) == [2])
    let other = try school.importPeople(
      text, decisions: deciding { $0.people[2] = .different })
    #expect(other.created == 1 && other.unchanged == 1)
    #expect(try school.people().count == 3)
  }

  @Test func `an answer that names nobody asked about is no answer`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let plan = try school.importPeople(
      "Họ và tên,Lớp,Năm sinh\nTrần Bảo,8A,2014\n",
      decisions: deciding {
        $0.everyClass = .create
        $0.people[2] = .same(Given.id(99))
      })
    #expect(plan.undecided == 1 && plan.run == nil)
  }

  @Test func `a code of quite another name cannot make a second holder`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let plan = try school.importPeople(
      "Họ và tên,Lớp,Mã HS\nLê Ngọc,7A,2650001\n",
      decisions: deciding { $0.everybody = .different })
    #expect(plan.twins.map(\.reason) == [.codeOfAnother])
    #expect(plan.undecided == 1)
  }

  @Test func `a list sorted and numbered anew makes no pupil of another`() throws {
    let school = try School()
    let first =
      "Mã số,Họ và tên,Lớp,Ngày sinh\n1,Nguyễn Thị Cúc,6S,2014\n2,Nguyễn Văn Bảo,6S,2014\n"
    let known = try school.importPeople(first).rows.map(\.person)
    let again =
      "Mã số,Họ và tên,Lớp,Ngày sinh\n1,Nguyễn Văn Bảo,6S,2014\n2,Nguyễn Thị Cúc,6S,2014\n"
    let asked = try school.importPeople(again)
    #expect(asked.run == nil && asked.twins.map(\.reason) == [.otherCode, .otherCode])
    let done = try school.importPeople(again, decisions: deciding { $0.everybody = .same })
    #expect(done.changed == 2 && done.created == 0)
    let people = try school.people()
    for person in known {
      #expect(people.first { $0.id == person.id }?.name == person.name)
    }
    #expect(people.first { $0.name == "Nguyễn Văn Bảo" }?.code == "1")
  }

  @Test(arguments: [
    ("Lê Ngọc Diệp", "Lê Ngọc Điệp"), ("Bùi Thảo Vi", "Bùi Thảo Vy"),
    ("Lê Minh Nhât", "Lê Minh Nhật"),
  ])
  func `a name that was corrected is asked about, unless both are pupils`(
    old: String, new: String
  ) throws {
    let school = try School()
    let head = "Họ và tên,Lớp,Ngày sinh\n"
    try school.importPeople(head + "\(old),6S,2014\nTrần An,6S,2014\n")
    let plan = try school.importPeople(head + "\(new),6S,01/02/2014\nTrần An,6S,2014\n")
    #expect(plan.run == nil && plan.twins.map(\.reason) == [.likeName])
    let both = try school.importPeople(head + "\(new),6S,2014\n\(old),6S,2014\n")
    #expect(both.rows.map(\.change) == [.created, .unchanged])
  }

  @Test func `a like name of another year or another code is somebody else`() throws {
    let school = try School()
    let head = "Mã số,Họ và tên,Lớp,Ngày sinh\n"
    try school.importPeople(head + "HS0001,Lê Ngọc Diệp,6S,2014\n")
    let plan = try school.importPeople(
      head + "HS0002,Lê Ngọc Điệp,6S,2014\n,Lê Ngọc Diễp,6S,2013\n")
    #expect(plan.rows.map(\.change) == [.created, .created])
  }

  @Test func `namesakes who were numbered anew keep their years`() throws {
    let school = try School()
    let head = "Mã số,Họ và tên,Lớp,Ngày sinh\n"
    try school.importPeople(head + "1,Lê Hoa,6S,2013\n2,Lê Hoa,6S,2014\n")
    let plan = try school.importPeople(head + "1,Lê Hoa,6S,2014\n2,Lê Hoa,6S,2013\n")
    #expect(plan.run == nil && plan.twins.map(\.reason) == [.otherCode, .otherCode])
  }

  @Test func `a running number that went to somebody else is asked about`() throws {
    let school = try School()
    try school.importPeople("Mã số,Họ và tên,Lớp,Ngày sinh\n7,Lê Thị Hoa,6S,2014\n")
    let plan = try school.importPeople("Mã số,Họ và tên,Lớp,Ngày sinh\n7,Lê Thị Hà,6S,2014\n")
    #expect(plan.run == nil && plan.twins.map(\.reason) == [.codeOfAnother])
  }

  @Test func `a missing year of birth is asked about`() throws {
    let school = try School()
    try school.importPeople(Self.list)
    let plan = try school.importPeople("Họ và tên,Lớp\nTrần Bảo,7A\n")
    #expect(plan.twins.map(\.reason) == [.birthYearMissing])
  }

  @Test func `a bad row does not hold the good ones when that is wanted`() throws {
    let school = try School()
    let text = "Họ và tên,Lớp,Năm sinh\nAn,6A,2014\n,6A,2014\nBình,6A,mười\nChi,6A,2014\n"
    #expect(try school.importPeople(text).run == nil)
    #expect(try school.people().isEmpty)
    let plan = try school.importPeople(
      text,
      decisions: deciding {
        $0.everyClass = .create
        $0.takesReadyRows = true
      })
    #expect(plan.created == 2 && plan.keptOut == 2 && plan.run != nil)
    #expect(try school.people().count == 2)
  }

  @Test func `a national number finds the person and is kept only as a digest`() throws {
    let school = try School()
    try school.importPeople("Họ và tên,Lớp,Số định danh cá nhân\nNguyễn An,6A,001215000001\n")
    let again = try school.importPeople(
      "Họ và tên,Lớp,CCCD\nNguyễn Ân,6A,001215000001\n")
    #expect(again.changed == 1)
    let moved = try school.importPeople("Họ và tên,Lớp,CCCD\nNguyễn Ân,6B,001 215 000 001\n")
    #expect(moved.twins.map(\.reason) == [.elsewhere])
    let person = try #require(try school.people().first)
    #expect(person.code == nil)
    #expect(try school.engine.read { try $0.personalNumbers.tail(of: person.id) } == "0001")
    let key = try #require(try school.engine.folder.matchingKey())
    #expect(key.count == 32)
    let digest = HMACSHA256(key: key).code(for: "001215000001")
    let holder: PersonID? = try school.engine.read { try $0.personalNumbers.holder(of: digest) }
    #expect(holder == person.id)
    let bare: PersonID? = try school.engine.read {
      try $0.personalNumbers.holder(of: SHA256.hash("001215000001"))
    }
    #expect(bare == nil)
  }
}
