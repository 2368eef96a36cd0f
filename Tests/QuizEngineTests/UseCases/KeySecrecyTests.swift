import Testing

@testable import QuizEngine

/// Contests that draw from the same questions and show their answers.
@Suite struct KeySecrecyTests {
  private let workshop: Workshop
  private let bank = Given.bank(8)

  init() throws {
    workshop = try Workshop()
  }

  private func open(
    _ hours: ClosedRange<Int>, answers: RevealMoment = .closing, for unit: Unit? = nil,
    bank: QuestionBank? = nil
  ) throws -> Contest {
    let window = Window(
      opens: workshop.now + .hours(hours.lowerBound),
      closes: workshop.now + .hours(hours.upperBound))
    let sheet = Given.sheet(
      rounds: [window], feedback: FeedbackTerms(score: .closing, answers: answers))
    return try workshop.engine.openContest(
      sheet: sheet.json.encoded(), file: "a.json", bank: bank ?? self.bank,
      unit: (unit ?? workshop.school).id, by: .operatorAtMachine, at: workshop.now)
  }

  @Test func `a contest that closes with answers while another still asks is refused`() throws {
    let first = try open(0...2)
    let leak = Refusal.keysWouldLeak(with: first.sheet.title, at: workshop.now + .hours(2))
    #expect(throws: leak) { try open(1...3) }
    #expect(throws: leak) { try open(1...3, answers: .never) }
    #expect(throws: leak) { try open(1...3, for: workshop.schoolClass) }
    #expect(throws: leak) { try open(1...3, bank: Given.bank(4)) }
    #expect(try workshop.engine.managedContests(.operatorAtMachine).count == 1)
  }

  @Test func `nothing is refused where nothing leaks`() throws {
    _ = try open(0...2)
    _ = try open(2...3)
    _ = try open(0...2)
    _ = try open(1...4, bank: Given.bank(8, topic: "khac"))
    let other = try workshop.engine.createUnit(
      code: "truong-khac", name: "Trường khác", kind: .school, parent: workshop.office.id,
      by: .operatorAtMachine, at: workshop.now)
    _ = try open(1...4, for: other)
  }

  @Test func `answers after publication may overlap`() throws {
    _ = try open(0...2, answers: .publication)
    _ = try open(1...3, answers: .never)
  }

  @Test func `answers are not published while another contest asks the same questions`() throws {
    let first = try open(0...1, answers: .publication)
    let second = try open(2...4, answers: .never, bank: Given.bank(4))
    let apart = try open(2...4, answers: .never, bank: Given.bank(8, topic: "khac"))
    workshop.advance(.hours(3))
    let publish = {
      try workshop.engine.publishContest(first.id, by: .operatorAtMachine, at: workshop.now)
    }
    let end = second.lastDeadline(ofRound: 0)
    #expect(throws: Refusal.keysStillAsked(in: second.sheet.title, until: end)) { try publish() }
    #expect(apart.windows == second.windows)
    workshop.advance(.hours(3))
    try publish()
    #expect(
      try workshop.engine.contest(first.id).contest.phase(at: workshop.now).phase == .published)
  }

  @Test func `results without answers are published whoever still asks`() throws {
    let first = try open(0...1, answers: .never)
    _ = try open(2...4, answers: .never)
    workshop.advance(.hours(3))
    try workshop.engine.publishContest(first.id, by: .operatorAtMachine, at: workshop.now)
  }

  @Test func `rounds on one bank do not show answers when the first closes`() throws {
    let rounds = [0, 2].map {
      Window(opens: workshop.now + .hours($0), closes: workshop.now + .hours($0 + 1))
    }
    let sheet = Given.sheet(
      rounds: rounds, feedback: FeedbackTerms(score: .closing, answers: .closing))
    let issues = #expect(throws: SourceIssues.self) { try workshop.openContest(sheet) }
    #expect(try #require(issues).issues.contains { $0.message.english.contains("\"publication\"") })
  }
}
