import Testing

@testable import QuizEngine

/// A way to tamper with the stored steps of an attempt.
struct Tampering: Sendable, CustomTestStringConvertible {
  let name: String
  let sql: String
  /// The first step that no longer fits.
  let sequence: Int

  var testDescription: String { name }
}

@Suite struct ChainTests {
  static let tamperings: [Tampering] = [
    .init(
      name: "an answer changed", sql: "UPDATE journal SET action = 'save 2 1 -' WHERE sequence = 2",
      sequence: 2),
    .init(
      name: "a moment changed", sql: "UPDATE journal SET at = at - 1 WHERE sequence = 3",
      sequence: 3),
    .init(name: "a step removed", sql: "DELETE FROM journal WHERE sequence = 2", sequence: 2),
    .init(
      name: "the first step removed, the others moved up",
      sql: """
        DELETE FROM journal WHERE sequence = 1;
        UPDATE journal SET sequence = sequence - 1;
        """, sequence: 1),
    .init(
      name: "two steps swapped",
      sql: """
        UPDATE journal SET sequence = 90 WHERE sequence = 2;
        UPDATE journal SET sequence = 2 WHERE sequence = 3;
        UPDATE journal SET sequence = 3 WHERE sequence = 90;
        """, sequence: 2),
    .init(
      name: "a digest changed", sql: "UPDATE journal SET digest = zeroblob(32) WHERE sequence = 4",
      sequence: 4),
    .init(
      name: "the deadline moved", sql: "UPDATE attempt SET deadline = deadline + 1", sequence: 1),
    .init(name: "another paper dealt", sql: "UPDATE attempt SET seed = seed + 1", sequence: 1),
  ]

  @Test(arguments: tamperings)
  func `tampering with an attempt is found`(tampering: Tampering) throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 4, by: pupil)
    _ = try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    try workshop.tamper(tampering.sql)
    #expect(throws: BrokenChain(sequence: tampering.sequence)) {
      try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    }
    #expect(throws: BrokenChain(sequence: tampering.sequence)) {
      try workshop.save(.cleared, slot: 1, revision: 7, in: dealt.attempt.id, by: pupil)
    }
  }

  static let outcomeTamperings = [
    "UPDATE attempt SET points = points + 1", "UPDATE attempt SET correct_items = 3",
    "UPDATE attempt SET time_used = time_used - 1", "UPDATE attempt SET prediction = 5",
    "UPDATE attempt SET all_correct = 0", "UPDATE attempt SET by_deadline = 1",
    "UPDATE attempt SET last_change_at = last_change_at - 1",
  ]

  @Test(arguments: outcomeTamperings)
  func `an outcome that the steps do not give is found`(sql: String) throws {
    let (workshop, ended) = try endedAttempt()
    let before = try workshop.engine.verify(ended.attempt.id, by: .operatorAtMachine)
    #expect(before.fault == nil && before.steps == 5 && before.head == ended.closing.receipt)
    try workshop.tamper(sql)
    let found = try workshop.engine.verify(ended.attempt.id, by: .operatorAtMachine)
    #expect(found.fault == .outcomeDiffers)
  }

  @Test func `a last step removed, a moved end and a receipt of another are found`() throws {
    let (workshop, ended) = try endedAttempt()
    let id = ended.attempt.id
    func fault(_ receipt: String? = nil) throws -> AttemptVerification.Fault? {
      try workshop.engine.verify(id, receipt: receipt, by: .operatorAtMachine).fault
    }
    #expect(try fault(ended.closing.receipt.code.lowercased()) == nil)
    #expect(try fault("5-AAAA-BBBB-CCCC-DDDD") == .receiptUnknown)
    try workshop.tamper("UPDATE attempt SET closed_at = closed_at + 1")
    #expect(try fault() == .endingDiffers)
    try workshop.tamper("UPDATE attempt SET closed_at = closed_at - 1")
    #expect(try fault() == nil)
    try workshop.tamper("DELETE FROM step WHERE sequence = 5")
    #expect(try fault() == .endingDiffers)
    try workshop.tamper("DELETE FROM step WHERE sequence = 3")
    #expect(try fault() == .brokenChain(at: 3))
  }

  private func endedAttempt() throws -> (Workshop, EndedAttempt) {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let ended = try workshop.attempt(contest.id, by: try workshop.pupil(), right: 4)
    return (workshop, ended)
  }

  @Test func `steps cannot be moved from one attempt to another`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupils = try ["Lê A", "Lê B"].map { try workshop.pupil($0) }
    let dealt = try pupils.map { try workshop.start(contest.id, by: $0) }
    for (one, pupil) in zip(dealt, pupils) { try workshop.answer(one, right: 4, by: pupil) }
    try workshop.tamper(
      """
      UPDATE journal SET attempt = zeroblob(16) WHERE attempt = (SELECT min(attempt) FROM journal);
      UPDATE journal SET attempt = (SELECT min(id) FROM attempt)
      WHERE attempt = (SELECT max(attempt) FROM journal);
      """)
    for (one, pupil) in zip(dealt, pupils) where one.attempt.id == dealt.map(\.attempt.id).min() {
      #expect(throws: BrokenChain(sequence: 1)) {
        try workshop.engine.attempt(one.attempt.id, of: pupil.person, at: workshop.now)
      }
    }
  }

  @Test func `a step forged with a digest of its own breaks the chain at the next`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 4, by: pupil)
    let attempt = dealt.attempt
    var steps = try workshop.engine.read { try $0.steps.steps(of: attempt.id) }
    let before = try attempt.replay([steps[0]])
    steps[1] = attempt.nextStep(
      .saved(slot: 2, revision: 1, response: .cleared), after: before, at: steps[1].at)
    _ = try attempt.replay(Array(steps.prefix(2)))
    #expect(throws: BrokenChain(sequence: 3)) { try attempt.replay(steps) }
  }

  @Test func `the numbers of the steps leave no gap, even where the digests fit`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let dealt = try workshop.start(contest.id, by: try workshop.pupil())
    let (attempt, now) = (dealt.attempt, workshop.now)
    let first = attempt.nextStep(.predicted(revision: 1, value: 1), after: dealt.state, at: now)
    var skipped = try attempt.replay([first])
    skipped.apply(Step(sequence: 2, at: now, action: first.action, digest: first.digest))
    let third = attempt.nextStep(.submitted, after: skipped, at: now)
    #expect(throws: BrokenChain(sequence: 2)) { try attempt.replay([first, third]) }
  }

  @Test func `steps filed from the journal keep their chain and cannot be changed`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 4, by: pupil)
    try workshop.engine.write { transaction in
      let connection = transaction.connection
      try connection.steps.file(
        try connection.steps.steps(of: dealt.attempt.id), of: dealt.attempt.id)
    }
    try workshop.restart()
    try workshop.answer(dealt, right: 3, by: pupil, revision: 2)
    let reading = try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(reading.state.sequence == 8)
    #expect(throws: (any Error).self) {
      try workshop.engine.write { try $0.connection.run("UPDATE step SET at = at + 1") }
    }
  }

  @Test func `the audit log is a chain over everything that staff did`() throws {
    let workshop = try Workshop()
    let contest = try workshop.openContest()
    let organizer = try workshop.staff(.organizer)
    try workshop.engine.closeContest(
      contest.id, by: .person(organizer), at: workshop.now + .seconds(1))
    let events = try workshop.auditLog()
    #expect(events.count >= 6)
    #expect(events.map(\.sequence) == Array(1...events.count))
    #expect(events.contains { $0.action == "contest close" && $0.actor == organizer.person })
    #expect(firstBreak(in: events) == nil)
    try workshop.restart()
    workshop.advance(.seconds(1))
    _ = try workshop.openContest(for: workshop.office)
    #expect(firstBreak(in: try workshop.auditLog()) == nil)
    let verified = try workshop.engine.checkData()
    #expect(verified.brokenAt == nil && verified.lost == nil)
    #expect(try verified.events == workshop.auditLog().count)
    #expect(try verified.head == workshop.auditLog().last.map(AuditHead.init))
  }

  static let auditTamperings = [
    ("UPDATE audit SET detail = 'x' WHERE sequence = 3", 3),
    ("UPDATE audit SET at = at + 1 WHERE sequence = 2", 2),
    ("UPDATE audit SET actor = zeroblob(16) WHERE sequence = 4", 4),
    ("UPDATE audit SET object = action, action = object WHERE sequence = 1", 1),
    ("DELETE FROM audit WHERE sequence = 2", 3),
  ]

  @Test(arguments: auditTamperings)
  func `a changed row of the audit log is found`(sql: String, sequence: Int) throws {
    let workshop = try Workshop()
    _ = try workshop.openContest()
    try workshop.tamper(sql)
    #expect(firstBreak(in: try workshop.auditLog()) == sequence)
    #expect(try workshop.engine.verifyAudit().brokenAt != nil)
  }

  private func event(_ last: AuditEvent?, _ action: String, _ object: String) -> AuditEvent {
    .following(
      last, at: Given.monday, actor: nil, action: action, object: object, detail: "")
  }

  @Test func `an event forged with a digest of its own breaks the chain at the next`() {
    let first = event(nil, "unit create", "so-mau")
    let second = event(first, "card print", "lop-8a")
    let third = event(second, "contest close", "vong-1")
    let forged = event(first, "card print", "lop-8b")
    #expect(third.follows(second) && forged.follows(first))
    #expect(!third.follows(forged))
  }

  @Test func `no letter moves from one word of an event into the next`() {
    #expect(event(nil, "card print", "8a").digest != event(nil, "card print8", "a").digest)
  }

  @Test func `the audit log refuses changes and deletions`() throws {
    let workshop = try Workshop()
    for sql: StaticString in ["UPDATE audit SET detail = 'x'", "DELETE FROM audit"] {
      #expect(throws: StorageError.self) {
        try workshop.engine.write { try $0.connection.run(sql) }
      }
    }
  }

  private func firstBreak(in events: [AuditEvent]) -> Int? {
    var last: AuditEvent?
    for event in events {
      guard event.follows(last) else { return event.sequence }
      last = event
    }
    return nil
  }
}
