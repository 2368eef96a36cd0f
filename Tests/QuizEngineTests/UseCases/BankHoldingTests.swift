import Testing

@testable import QuizEngine

/// Who may draw from which bank.
@Suite struct BankHoldingTests {
  private let workshop: Workshop
  private let name = "niem-phong"

  init() throws {
    workshop = try Workshop()
  }

  private func sheet(_ bank: String) -> RuleSheet {
    Given.sheet(
      blueprint: Blueprint(
        bank: bank, draws: [Draw(count: 4)], shufflesItems: true, shufflesOptions: true))
  }

  private func hold(_ bank: QuestionBank, by unit: Unit, as name: String? = nil) throws {
    try workshop.engine.importBank(
      bank, name: name ?? self.name, unit: unit.id, by: .operatorAtMachine, at: workshop.now)
  }

  private func open(
    _ bank: String? = nil, for unit: Unit, by session: Session, isDryRun: Bool = false
  ) throws -> Contest {
    try workshop.engine.openContest(
      sheet: sheet(bank ?? name).json.encoded(), file: "a.json", unit: unit.id,
      isDryRun: isDryRun, by: .person(session), at: workshop.now)
  }

  @Test func `a bank of the unit above looks like none, by name and by digest, in a dry run too`()
    throws
  {
    let bank = Given.bank(6)
    try hold(bank, by: workshop.office)
    let below = try workshop.staff(.organizer, in: workshop.school, name: "Lê Dưới")
    for name in [name, bank.digest.named] {
      for isDryRun in [true, false] {
        #expect(throws: Refusal.notFound(.bank)) {
          try open(name, for: workshop.school, by: below, isDryRun: isDryRun)
        }
      }
    }
    #expect(try workshop.engine.bankHoldings(.person(below)).isEmpty)
    let above = try workshop.staff(.organizer, in: workshop.office, name: "Lê Trên")
    #expect(try open(for: workshop.school, by: above).bank == bank.digest)
  }

  @Test func `a bank that a unit below holds under the same name does not take the place`() throws {
    let (sealed, poisoned) = (Given.bank(6), Given.bank(6, topic: "khac"))
    try hold(sealed, by: workshop.office)
    workshop.advance(.seconds(1))
    try hold(poisoned, by: workshop.school)
    let above = try workshop.staff(.organizer, in: workshop.office, name: "Lê Trên")
    #expect(try open(for: workshop.office, by: above).bank == sealed.digest)
  }

  @Test func `a name that stands for two banks is asked about, never guessed`() throws {
    let (first, second) = (Given.bank(6), Given.bank(6, topic: "khac"))
    try hold(first, by: workshop.school)
    workshop.advance(.seconds(1))
    try hold(second, by: workshop.school)
    let organizer = try workshop.staff(.organizer, in: workshop.school, name: "Lê An")
    #expect(
      throws: Refusal.ambiguousBank(
        name: name, choices: [first.digest.named, second.digest.named].sorted())
    ) { try open(for: workshop.school, by: organizer) }
    #expect(
      try open(first.digest.named, for: workshop.school, by: organizer).bank == first.digest)
  }

  @Test func `questions sent along belong to the unit of the contest`() throws {
    let organizer = try workshop.staff(.organizer, in: workshop.school, name: "Lê An")
    _ = try workshop.engine.openContest(
      sheet: sheet(name).json.encoded(), file: "a.json", bank: Given.bank(6),
      unit: workshop.school.id, by: .person(organizer), at: workshop.now)
    let held = try workshop.engine.bankHoldings(.person(organizer))
    #expect(held.map(\.unit) == [workshop.school.id] && held.map(\.name) == [name])
    let other = try workshop.staff(.organizer, in: workshop.schoolClass, name: "Lê Bình")
    #expect(throws: Refusal.notFound(.bank)) {
      try open(for: workshop.schoolClass, by: other)
    }
  }

  @Test func `what is sent along must be what the sheet names by its digest`() throws {
    let organizer = try workshop.staff(.organizer, in: workshop.school, name: "Lê An")
    #expect(throws: Refusal.invalid(field: "bank", .contradicts)) {
      try workshop.engine.openContest(
        sheet: sheet(Given.bank(6).digest.named).json.encoded(), file: "a.json",
        bank: Given.bank(7), unit: workshop.school.id, by: .person(organizer), at: workshop.now)
    }
  }

  @Test(arguments: [
    "../../../etc/shadow", "/etc/shadow", "law/facts.json", "khoa-mau/course.json",
    "khoa-mau/questions/../course.json", "khoa-mau/lessons/x.gift", "./khoa-mau/questions/a.gift",
    "khoa-mau/questions/\u{338}../../../../etc/passwd.gift",
  ])
  func `a bank outside the folders of questions is none, and nothing tells of it`(path: String)
    throws
  {
    let organizer = try workshop.staff(.organizer, in: workshop.school, name: "Lê An")
    #expect(throws: Refusal.notFound(.bank)) {
      try open(path, for: workshop.school, by: organizer)
    }
  }
}
