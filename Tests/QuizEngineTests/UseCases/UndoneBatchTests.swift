import Testing

@testable import QuizEngine

/// What a guilty job undoes for everybody in its batch must leave the writer's memory too.
@Suite struct UndoneBatchTests {
  /// Runs what `submit` hands in together with a job that fails after it changed rows.
  private func undoing(_ engine: Engine, _ submit: () -> Void) throws {
    let guilty = Answer<Void>()
    let instant = Given.monday
    try holdingWriter(engine.store) {
      submit()
      engine.write(
        { transaction in
          try transaction.audit("guilty", "", by: nil, at: instant)
          throw Refused(number: 1)
        }, then: { guilty.give($0) })
    }
    #expect(throws: Refused(number: 1)) { try guilty.wait().get() }
  }

  @Test func `a save is written again, and not taken for a repeated one`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let id = try workshop.start(contest.id, by: pupil).attempt.id
    let answer = Answer<SavedAnswer>()
    try undoing(workshop.engine) {
      workshop.engine.save(
        Given.response("a"), slot: 1, revision: 1, in: id, by: pupil.person, at: workshop.now
      ) { answer.give($0) }
    }
    let receipt = try answer.wait().get().receipt
    let steps = try workshop.engine.read { try $0.steps.steps(of: id) }
    #expect(steps.map { Receipt(sequence: $0.sequence, digest: $0.digest) } == [receipt])
  }

  @Test func `a start deals its attempt again, and it can be saved into`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let answer = Answer<DealtAttempt>()
    try undoing(workshop.engine) {
      workshop.engine.startAttempt(in: contest.id, by: pupil, at: workshop.now) { answer.give($0) }
    }
    let dealt = try answer.wait().get()
    #expect(try workshop.engine.read { try $0.attempts.find(dealt.attempt.id) } == dealt.attempt)
    try workshop.answer(dealt, right: 4, by: pupil)
  }

  @Test func `the audit log goes on from the last event that was kept`() throws {
    let workshop = try Workshop()
    let answer = Answer<Void>()
    let instant = workshop.now
    try undoing(workshop.engine) {
      workshop.engine.write(
        { try $0.audit("kept", "", by: nil, at: instant) }, then: { answer.give($0) })
    }
    try answer.wait().get()
    try workshop.engine.write { try $0.audit("later", "", by: nil, at: instant) }
    let log = try workshop.auditLog()
    #expect(log.suffix(2).map(\.action) == ["kept", "later"])
    #expect(try workshop.engine.verifyAudit().brokenAt == nil)
  }
}
