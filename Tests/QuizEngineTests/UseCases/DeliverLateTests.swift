import Testing

@testable import QuizEngine

/// What came after the end is kept apart, and changes nothing that counts.
@Suite struct DeliverLateTests {
  let workshop: Workshop
  let pupil: Session
  let contest: Contest
  let attempt: AttemptID
  let a: Response

  init() throws {
    workshop = try Workshop()
    contest = try workshop.openContest()
    pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    attempt = dealt.attempt.id
    let letter = try #require(OptionLetter("a"))
    let isMultiple = dealt.paper.items.map { $0.question.kind == .multiple }
    a = isMultiple[0] ? .choices([letter]) : .choice(letter)
  }

  private func late(_ revision: Int = 1, _ response: Response? = nil, slot: Int = 1) -> LateAnswer {
    LateAnswer(
      answer: .saved(slot: slot, revision: revision, response: response ?? a),
      chosenAt: workshop.now - .minutes(3), sentAt: workshop.now)
  }

  private func deliver(_ answers: [LateAnswer], by person: Session? = nil) throws -> [LateDelivery]
  {
    try workshop.engine.deliverLate(
      answers, in: attempt, by: (person ?? pupil).person, at: workshop.now)
  }

  @Test func `an answer that came late is kept with its times, and the points stay`() throws {
    workshop.advance(.minutes(21))
    try workshop.tick()
    let read = { try workshop.engine.attempt(attempt, of: pupil.person, at: workshop.now) }
    let before = try read()
    let kept = try deliver([late()])
    #expect(kept.count == 1 && kept.first?.slot == 1)
    #expect(kept.first?.claimedAt == workshop.now - .minutes(3))
    let after = try read()
    #expect(after.late == kept)
    #expect(after.state == before.state && after.outcome == before.outcome)
    let listed = try workshop.engine.lateDeliveries(in: contest.id, by: .operatorAtMachine)
    #expect(listed.count == 1 && listed.rows.map(\.delivery) == kept)
  }

  @Test func `before the clock has written the end, too; and the same again is not kept twice`()
    throws
  {
    workshop.advance(.minutes(20))
    let first = try deliver([late(), late(), late(2, .cleared)])
    #expect(first.count == 2)
    workshop.advance(.minutes(5))
    #expect(try deliver([late(), late(2, .cleared)]) == first)
    #expect(try deliver([late(3)]).count == 3)
  }

  @Test func `while the attempt runs, after submission and after a day nothing is late`() throws {
    #expect(throws: Refusal.attemptRuns(until: workshop.now + .minutes(20))) {
      try deliver([late()])
    }
    let end = workshop.now + .minutes(20)
    workshop.advance(to: end + .hours(24) - Span(milliseconds: 1))
    _ = try deliver([late()])
    workshop.advance(Span(milliseconds: 1))
    #expect(throws: Refusal.closed(since: end + .hours(24))) { try deliver([late(2)]) }
  }

  @Test func `what its owner handed in takes nothing more`() throws {
    workshop.advance(.minutes(5))
    let at = workshop.now
    try workshop.submit(attempt, by: pupil)
    workshop.advance(.hours(1))
    #expect(throws: Refusal.attemptEnded(at: at, byDeadline: false)) { try deliver([late()]) }
  }

  @Test func `only the owner delivers, only what fits the paper, and no card fills a disk`() throws
  {
    workshop.advance(.minutes(30))
    let other = try workshop.pupil("Trần Bình")
    #expect(throws: Refusal.notFound(.attempt)) { try deliver([late()], by: other) }
    #expect(throws: Refusal.noSuchSlot(9)) { try deliver([late(slot: 9)]) }
    #expect(throws: Refusal.predictionNotAsked) {
      try deliver([
        LateAnswer(
          answer: .predicted(revision: 1, value: 3), chosenAt: workshop.now, sentAt: workshop.now)
      ])
    }
    #expect(throws: Refusal.invalid(field: "deliveries", .tooLong)) {
      try deliver((1...16).map { late($0) })
    }
    #expect(try deliver((1...15).map { late($0) }).count == 15)
    #expect(throws: Refusal.invalid(field: "deliveries", .tooLong)) { try deliver([late(16)]) }
    #expect(try deliver([late(15)]).count == 15)
  }

  @Test func `nothing kept can be changed or dropped`() throws {
    workshop.advance(.minutes(30))
    _ = try deliver([late()])
    for sql in ["UPDATE late_delivery SET chosen_at = 0", "DELETE FROM late_delivery"] {
      #expect(throws: (any Error).self) {
        try workshop.engine.write { try $0.connection.execute(unsafeSQL: sql) }
      }
    }
  }
}
