import Dispatch
import Synchronization
import Testing

@testable import QuizEngine

@Suite struct TickTests {
  @Test func `one broken attempt holds up neither the clock nor other contests`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let other = try workshop.openContest()
    let pupils = try ["Lê A", "Lê B", "Lê C"].map { try workshop.pupil($0) }
    let broken = try workshop.start(contest.id, by: pupils[0])
    try workshop.answer(broken, right: 4, by: pupils[0])
    let whole = try workshop.start(contest.id, by: pupils[1])
    let elsewhere = try workshop.start(other.id, by: pupils[2])
    try workshop.tamper("UPDATE journal SET action = 'save 1 1 c' WHERE sequence = 1")
    workshop.advance(.hours(2))
    #expect(throws: BrokenChain.self) { try workshop.tick() }
    func outcome(_ dealt: DealtAttempt) throws -> AttemptOutcome? {
      try workshop.engine.read { try $0.attempts.outcome(of: dealt.attempt.id) }
    }
    #expect(try outcome(broken) == nil)
    #expect(try outcome(whole) != nil && outcome(elsewhere) != nil)
    #expect(try workshop.engine.contest(other.id).rounds[0].settledAt != nil)
    #expect(try workshop.engine.contest(contest.id).rounds[0].settledAt == nil)
  }

  @Test func `more overdue attempts than one batch takes all end in one tick`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupils = try (1...7).map { try workshop.pupil("Lê \($0)") }
    for pupil in pupils { _ = try workshop.start(contest.id, by: pupil) }
    workshop.advance(.minutes(21))
    #expect(try workshop.engine.endOverdue(at: workshop.now, limit: 3) == 3)
    try workshop.tick()
    let progress = try workshop.engine.read { try $0.attempts.progress(of: contest.id, round: 0) }
    #expect(progress == (started: 7, ended: 7, persons: 7))
  }

  @Test func `a tick changes nothing twice`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    try workshop.attempt(contest.id, by: try workshop.pupil(), right: 4)
    workshop.advance(.hours(1))
    try workshop.tick()
    let settled = try workshop.engine.contest(contest.id).rounds[0].settledAt
    let audit = try workshop.auditLog()
    workshop.advance(.hours(1))
    try workshop.tick()
    #expect(try workshop.engine.contest(contest.id).rounds[0].settledAt == settled)
    #expect(try workshop.auditLog() == audit)
  }

  @Test func `results are not published while late starters still write`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest(
      Given.sheet(
        attempt: AttemptTerms(
          duration: .minutes(20), limit: 1, lateStart: .fullTime, timeBasis: .submission)))
    let closes = contest.windows[0].closes
    workshop.advance(to: closes + Span(milliseconds: -1))
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    workshop.advance(.minutes(5))
    let last = contest.lastDeadline(ofRound: 0)
    #expect(throws: Refusal.notOpenYet(opens: last)) {
      try workshop.engine.publishContest(contest.id, by: .operatorAtMachine, at: workshop.now)
    }
    try workshop.save(.cleared, slot: 1, in: dealt.attempt.id, by: pupil)
    workshop.advance(to: last)
    try workshop.engine.publishContest(contest.id, by: .operatorAtMachine, at: workshop.now)
    #expect(try workshop.engine.contest(contest.id).contest.publishedAt == last)
  }

  @Test func `what was read before a change does not come back after it`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let book = ContestBook()
    let (engine, id) = (workshop.engine, contest.id)
    let mark = book.mark
    // A reader that began before the change and ends after it.
    let old = try engine.read { connection in
      let pinned = try book.contest(id, connection, since: mark)
      book.forget(id)
      _ = try book.contest(id, connection, since: mark)
      return pinned
    }
    #expect(old.contest.id == id && book.known(id) == nil)
    let later = book.mark
    _ = try engine.read { try book.contest(id, $0, since: later) }
    #expect(book.known(id) != nil)
  }

  @Test func `the ticker waits for saves that arrived in time`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    let deadline = dealt.attempt.deadline
    workshop.advance(to: deadline + Ticker.patience + Span(milliseconds: -1))
    let ticker = Ticker(workshop.engine, every: .seconds(60)) { _ in }
    // The first tick begins at once and is over when the ticker has stopped.
    ticker.stop()
    let right = dealt.paper.items[0].response(right: true)
    let arrived = deadline + Span(milliseconds: -1)
    try workshop.save(right, slot: 1, in: dealt.attempt.id, by: pupil, at: arrived)
    workshop.advance(Span(milliseconds: 1))
    try workshop.engine.tick(at: workshop.now - Ticker.patience)
    let reading = try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(reading.outcome?.closedAt == deadline && reading.outcome?.points == Points("10"))
  }
}
