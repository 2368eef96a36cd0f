import Testing

@testable import QuizEngine

/// Whoever commands at the machine leaves their name, and so does everything that shows people.
@Suite struct AccountabilityTests {
  private let school: School
  private let contest: ContestID
  private let cohort: Cohort

  init() throws {
    school = try School()
    try school.importPeople("Họ và tên,Lớp\nNguyễn An,6A\n")
    let engine = school.engine
    cohort = try engine.createCohort(
      name: "6A", unit: school.unit.id, course: nil, dueAt: nil, by: .operatorAtMachine,
      at: Given.monday)
    contest = try engine.openContest(
      sheet: Given.sheet().json.encoded(), file: "a.json", bank: Given.bank(6),
      unit: school.unit.id, by: .operatorAtMachine, at: Given.monday
    ).id
  }

  private func perform(_ operation: Operation) throws {
    _ = try school.engine.perform(operation, by: .machine(user: "vanhanh"), at: Given.monday)
  }

  private func newest() throws -> AuditEvent {
    try #require(try school.engine.read { try $0.audit.newest(1) }.first)
  }

  @Test(arguments: [
    ("person", "list", ["unit": "thcs-mau"], [String]()),
    ("cohort", "progress", [:], ["6A"]),
    ("certificate", "list", [:], []),
    ("attempt", "list", ["contest": "cuoc-thi"], []),
    ("report", "completion", ["cohort": "6A"], []),
    ("report", "participation", ["contest": "cuoc-thi"], []),
    ("contest", "units", [:], ["cuoc-thi"]),
  ])
  func `whatever shows people is noted with the account that asked`(
    noun: String, verb: String, options: [String: String], operands: [String]
  ) throws {
    let before = try newest().sequence
    try perform(
      Operation(noun, verb, operands: operands, options: options.mapValues { [$0] }))
    let event = try newest()
    #expect(event.sequence == before + 1)
    #expect(event.action == "data export")
    #expect(event.detail.hasSuffix("unix user vanhanh"))
  }

  @Test func `an act at the machine names the account, one on a page its person`() throws {
    _ = try school.engine.createUnit(
      code: "thcs-khac", name: "Trường khác", kind: .school, parent: nil,
      by: .machine(user: "vanhanh"), at: Given.monday)
    #expect(try newest().detail == "unix user vanhanh")
    #expect(try newest().actor == nil)
  }

  @Test func `the account of this process has a name or a number`() {
    #expect(!UnixUser.own.isEmpty)
    #expect(UnixUser.name(of: 4_000_000_000) == "4000000000")
  }
}
