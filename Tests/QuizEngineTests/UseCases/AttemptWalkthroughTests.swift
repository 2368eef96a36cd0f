import Testing

@testable import QuizEngine

@Suite struct AttemptWalkthroughTests {
  let workshop: Workshop
  let contest: Contest
  let pupil: Session

  init() throws {
    workshop = try Workshop()
    contest = try workshop.openContest()
    pupil = try workshop.pupil()
  }

  @Test func `start, answer, submit: points, receipt and place`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    #expect(dealt.attempt.deadline == Given.monday + .minutes(20))
    #expect(dealt.paper.items.count == 4)
    try workshop.answer(dealt, right: 3, by: pupil)
    workshop.advance(.minutes(7))
    let ended = try workshop.submit(dealt.attempt.id, by: pupil)
    #expect(ended.closing.isSubmitted && ended.closing.at == workshop.now)
    #expect(ended.outcome.points == Points("30"))
    #expect(ended.outcome.correctItems == 3 && !ended.outcome.isAllCorrect)
    #expect(ended.outcome.timeUsed == .minutes(7))
    let reading = try workshop.engine.attempt(
      dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(reading.state.answeredCount == 4 && reading.state.sequence == 5)
    #expect(reading.state.closing?.receipt.code == ended.closing.receipt.code)
    #expect(reading.outcome == ended.outcome)

    let second = try workshop.pupil("Lê Văn Cường")
    try workshop.attempt(contest.id, by: second, right: 4)
    workshop.advance(to: Given.monday + .hours(1))
    try workshop.tick()
    let result = try workshop.engine.result(dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(result.standing?.rank == 2 && result.ranked == 2)
    #expect(result.verdicts.count { $0.isCorrect } == 3)
  }

  @Test func `the clock submits what is saved exactly at the deadline`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 2, by: pupil)
    let deadline = dealt.attempt.deadline
    workshop.advance(to: deadline + Span(milliseconds: -1))
    try workshop.tick()
    func outcome() throws -> AttemptOutcome? {
      try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now).outcome
    }
    #expect(try outcome() == nil)
    workshop.advance(.minutes(3))
    try workshop.tick()
    let ended = try #require(try outcome())
    #expect(ended.closedAt == deadline && ended.byDeadline)
    #expect(ended.points == Points("20") && ended.timeUsed == .minutes(20))
  }

  @Test func `a restart changes nothing of an attempt, and the clock still ends it`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    let first = try workshop.save(
      dealt.paper.items[0].response(right: true), slot: 1, in: dealt.attempt.id, by: pupil)
    try workshop.restart()
    workshop.advance(.minutes(1))
    let again = try workshop.start(contest.id, by: pupil)
    #expect(again.attempt == dealt.attempt && again.paper == dealt.paper)
    #expect(again.state.answers[1] == first)
    try workshop.save(
      dealt.paper.items[1].response(right: true), slot: 2, in: dealt.attempt.id, by: pupil)
    workshop.advance(to: dealt.attempt.deadline + .hours(9))
    try workshop.restart()
    try workshop.tick()
    let reading = try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(reading.outcome?.closedAt == dealt.attempt.deadline)
    #expect(reading.outcome?.points == Points("20"))
  }

  @Test func `a second device goes on with the same paper`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 1, by: pupil)
    workshop.advance(.minutes(2))
    let other = try workshop.start(contest.id, by: pupil)
    #expect(other.attempt == dealt.attempt && other.paper == dealt.paper)
    #expect(other.state.answeredCount == 4)
    let reading = try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(reading.paper == dealt.paper)
  }

  @Test func `two people get papers of their own`() throws {
    let other = try workshop.pupil("Lê Văn Cường")
    let papers = try [pupil, other].map { try workshop.start(contest.id, by: $0) }
    #expect(papers[0].attempt.seed != papers[1].attempt.seed)
    #expect(papers[0].paper != papers[1].paper)
  }

  @Test func `submitting again gives the same answer, also after the clock ended it`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 4, by: pupil)
    workshop.advance(.minutes(1))
    let first = try workshop.submit(dealt.attempt.id, by: pupil)
    workshop.advance(.minutes(30))
    let second = try workshop.submit(dealt.attempt.id, by: pupil)
    #expect(second.closing == first.closing && second.outcome == first.outcome)
    let late = try workshop.start(contest.id, by: pupil)
    workshop.advance(.minutes(45))
    try workshop.tick()
    let ended = try workshop.submit(late.attempt.id, by: pupil)
    #expect(!ended.closing.isSubmitted && ended.closing.at == late.attempt.deadline)
  }

  @Test func `a submission after the deadline counts as ended by the clock`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    workshop.advance(to: dealt.attempt.deadline)
    let ended = try workshop.submit(dealt.attempt.id, by: pupil)
    #expect(ended.outcome.byDeadline && ended.closing.at == dealt.attempt.deadline)
    #expect(ended.outcome.timeUsed == .minutes(20))
  }

  @Test func `after the end a save is refused and a repeated one is answered`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    let right = dealt.paper.items[0].response(right: true)
    let saved = try workshop.save(right, slot: 1, revision: 5, in: dealt.attempt.id, by: pupil)
    let ended = try workshop.submit(dealt.attempt.id, by: pupil)
    #expect(throws: Refusal.attemptEnded(at: ended.closing.at, byDeadline: false)) {
      try workshop.save(right, slot: 2, in: dealt.attempt.id, by: pupil)
    }
    workshop.advance(.days(2))
    #expect(
      try workshop.save(right, slot: 1, revision: 5, in: dealt.attempt.id, by: pupil) == saved)
  }

  @Test func `the deadline refuses with the clock standing on it and before any tick`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    let right = dealt.paper.items[0].response(right: true)
    let deadline = dealt.attempt.deadline
    try workshop.save(
      right, slot: 1, in: dealt.attempt.id, by: pupil, at: deadline + Span(milliseconds: -1))
    #expect(throws: Refusal.attemptEnded(at: deadline, byDeadline: true)) {
      try workshop.save(right, slot: 2, in: dealt.attempt.id, by: pupil, at: deadline)
    }
  }

  @Test func `an older revision is refused and the newer one named`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    let item = dealt.paper.items[0]
    try workshop.save(
      item.response(right: true), slot: 1, revision: 4, in: dealt.attempt.id, by: pupil)
    #expect(throws: Refusal.staleRevision(found: 4)) {
      try workshop.save(
        item.response(right: false), slot: 1, revision: 4, in: dealt.attempt.id, by: pupil)
    }
  }

  @Test func `somebody else's attempt looks like none`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    let other = try workshop.pupil("Lê Văn Cường")
    let right = dealt.paper.items[0].response(right: true)
    let id = dealt.attempt.id
    let missing = Refusal.notFound(.attempt)
    #expect(throws: missing) { try workshop.save(right, slot: 1, in: id, by: other) }
    #expect(throws: missing) { try workshop.submit(id, by: other) }
    #expect(throws: missing) {
      try workshop.engine.attempt(id, of: other.person, at: workshop.now)
    }
    #expect(throws: missing) { try workshop.engine.result(id, of: other.person, at: workshop.now) }
    let unknown = AttemptID(number: 5)
    #expect(throws: missing) { try workshop.save(right, slot: 1, in: unknown, by: other) }
  }

  @Test func `a slot, a letter or a form that the paper lacks is refused`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    let id = dealt.attempt.id
    for slot in [0, 5, -1, Int.min, .max] {
      #expect(throws: Refusal.noSuchSlot(slot)) {
        try workshop.save(Given.response("a"), slot: slot, in: id, by: pupil)
      }
    }
    #expect(throws: Refusal.responseDoesNotFit(slot: 1)) {
      try workshop.save(Given.response("z"), slot: 1, in: id, by: pupil)
    }
    #expect(throws: Refusal.responseDoesNotFit(slot: 1)) {
      try workshop.save(Given.response("ab", .multiple), slot: 1, in: id, by: pupil)
    }
  }

  @Test func `an answer can be taken back`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 4, by: pupil)
    try workshop.save(.cleared, slot: 1, revision: 2, in: dealt.attempt.id, by: pupil)
    let ended = try workshop.submit(dealt.attempt.id, by: pupil)
    #expect(ended.outcome.points == Points("30"))
  }

  @Test func `a running attempt shows no result`() throws {
    let dealt = try workshop.start(contest.id, by: pupil)
    #expect(throws: Refusal.notRevealedYet) {
      try workshop.engine.result(dealt.attempt.id, of: pupil.person, at: workshop.now)
    }
  }
}
