import Testing

@testable import QuizEngine

/// What comes too fast leaves no row, and nothing that was saved is lost by it.
@Suite struct SavePaceUseTests {
  private static func endless() -> RuleSheet {
    Given.sheet(
      attempt: AttemptTerms(
        duration: nil, limit: nil, lateStart: .cutAtClosing, timeBasis: .submission))
  }

  /// Saves `count` times at one moment; returns how many were taken.
  private func save(
    _ count: Int, from revision: Int, in attempt: AttemptID, by pupil: Session,
    _ workshop: Workshop
  ) throws -> Int {
    var taken = 0
    for number in 0..<count {
      do {
        try workshop.save(
          .cleared, slot: 1, revision: revision + number, in: attempt, by: pupil)
        taken += 1
      } catch Refusal.tooFast {}
    }
    return taken
  }

  @Test func `an undone batch and a restart give nothing back`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest(Self.endless())
    let pupil = try workshop.pupil()
    let id = try workshop.start(contest.id, by: pupil).attempt.id
    #expect(try save(150, from: 1, in: id, by: pupil, workshop) == 100)
    #expect(throws: Refusal.noSuchSlot(9)) {
      try workshop.engine.write { transaction in
        try transaction.audit("guilty", "", by: nil, at: Given.monday)
        throw Refusal.noSuchSlot(9)
      }
    }
    #expect(try save(10, from: 200, in: id, by: pupil, workshop) == 0)
    try workshop.restart()
    #expect(try save(10, from: 200, in: id, by: pupil, workshop) == 0)
    #expect(try workshop.engine.read { try $0.steps.steps(of: id).count } == 100)
    workshop.advance(.seconds(1))
    #expect(try save(150, from: 300, in: id, by: pupil, workshop) == 20)
  }

  @Test func `the same bytes again get their receipt, and cost neither a row nor patience`() throws
  {
    let workshop = try Workshop()
    let contest = try workshop.openContest(Self.endless())
    let pupil = try workshop.pupil()
    let id = try workshop.start(contest.id, by: pupil).attempt.id
    let first = try workshop.save(.cleared, slot: 1, revision: 1, in: id, by: pupil)
    for _ in 1...300 {
      #expect(try workshop.save(.cleared, slot: 1, revision: 1, in: id, by: pupil) == first)
    }
    #expect(try workshop.engine.read { try $0.steps.steps(of: id).count } == 1)
    #expect(try save(150, from: 2, in: id, by: pupil, workshop) == 99)
    #expect(try workshop.save(.cleared, slot: 1, revision: 100, in: id, by: pupil).revision == 100)
  }

  @Test func `somebody who starts and submits without pause is told to wait`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest(Self.endless())
    let pupil = try workshop.pupil()
    for _ in 1...100 {
      let id = try workshop.start(contest.id, by: pupil).attempt.id
      try workshop.submit(id, by: pupil)
    }
    #expect(throws: Refusal.tooFast(until: workshop.now + .seconds(15))) {
      try workshop.start(contest.id, by: pupil)
    }
    workshop.advance(.seconds(15))
    _ = try workshop.start(contest.id, by: pupil)
  }
}
