import Testing

@testable import QuizEngine

@Suite struct FolderClockTests {
  /// A school with a running attempt, closed; then opened again under a machine's clock.
  private final class Room {
    let workshop: Workshop
    let machine: TestMachine
    let contest: Contest
    let pupil: Session
    let dealt: DealtAttempt
    private(set) var clock: FolderClock
    private(set) var engine: Engine

    init() throws {
      workshop = try Workshop()
      machine = TestMachine(Given.monday + .minutes(1))
      contest = try workshop.openContest()
      pupil = try workshop.pupil()
      dealt = try workshop.start(contest.id, by: pupil)
      workshop.engine.close()
      clock = machine.clock
      engine = try Self.open(workshop, clock)
    }

    deinit { engine.close() }

    func restart() throws {
      engine.close()
      clock = machine.clock
      engine = try Self.open(workshop, clock)
    }

    func start(by session: Session) throws -> DealtAttempt {
      try workshop.wait { [engine, clock] in
        engine.startAttempt(in: contest.id, by: session, at: clock.now(), then: $0)
      }
    }

    func newcomer(in unit: Unit, at instant: Instant) throws -> Session {
      let person = try engine.createPerson(
        name: "Lê B", roles: [.student], unit: unit.id, by: .operatorAtMachine, at: instant)
      return Session(
        token: SHA256.hash(person.id.text), person: person.id, roles: [.student], unit: unit.id,
        createdAt: instant, expiresAt: instant + .hours(1))
    }

    func save(_ slot: Int) throws -> SavedAnswer {
      try workshop.wait { [engine, clock] in
        engine.save(
          .cleared, slot: slot, revision: 1, in: dealt.attempt.id, by: pupil.person,
          at: clock.now(), then: $0)
      }
    }

    private static func open(_ workshop: Workshop, _ clock: FolderClock) throws -> Engine {
      try Engine(
        folder: workshop.folder.path + "/data",
        catalogue: try Catalogue.read(root: workshop.folder.path + "/Courses"),
        environment: Environment(clock), onFatal: { _ in })
    }
  }

  @Test(arguments: [Span.hours(1), .hours(-1), .days(-1)])
  func `setting the wall clock moves no time, not even across a restart`(jump: Span) throws {
    let room = try Room()
    let before = room.clock.now()
    room.machine.set(by: jump)
    #expect(room.clock.now() == before)
    try room.restart()
    #expect(room.clock.now() == before)
    room.machine.pass(.minutes(19))
    #expect(throws: Refusal.attemptEnded(at: room.dealt.attempt.deadline, byDeadline: true)) {
      try room.save(1)
    }
  }

  @Test func `on a doubtful clock saves go on and nothing starts, closes or is published`() throws {
    let room = try Room()
    room.machine.pass(.minutes(2))
    let stopped = room.clock.now()
    try room.engine.keepTime()
    room.machine.startAgain(as: "second")
    room.machine.set(by: .days(-300))
    try room.restart()
    room.machine.pass(.hours(1))
    #expect(room.clock.doubtfulSince == stopped && room.clock.now() == stopped)
    #expect(try room.save(1).revision == 1)
    // Whoever works gets the paper again; whoever does not, gets none.
    #expect(try room.start(by: room.pupil).attempt.id == room.dealt.attempt.id)
    try room.engine.tick(at: room.clock.now())
    #expect(try room.engine.read { try $0.attempts.hasRunning() })
    #expect(throws: Refusal.clockDoubtful) {
      try room.engine.closeContest(room.contest.id, by: .operatorAtMachine, at: stopped)
    }
    #expect(throws: Refusal.clockDoubtful) {
      try room.engine.publishContest(room.contest.id, by: .operatorAtMachine, at: stopped)
    }
    let other = try room.newcomer(in: room.workshop.schoolClass, at: stopped)
    #expect(throws: Refusal.clockDoubtful) { try room.start(by: other) }
    let outsider = try room.newcomer(in: room.workshop.office, at: stopped)
    #expect(throws: Refusal.notFound(.contest)) { try room.start(by: outsider) }
  }

  @Test func `a time server ends the doubt by itself`() throws {
    let room = try Room()
    let stopped = room.clock.now()
    try room.engine.keepTime()
    room.machine.startAgain(as: "second")
    room.machine.set(by: .days(-1))
    try room.restart()
    #expect(room.clock.look() == .doubtful(since: stopped))
    room.machine.set(by: .days(1))
    room.machine.pass(.minutes(3))
    #expect(room.clock.now() == stopped + .minutes(3))
    #expect(room.clock.look() == .trusted)
    try room.engine.keepTime()
    room.machine.set(by: .hours(5))
    try room.restart()
    #expect(room.clock.now() == stopped + .minutes(3))
  }

  @Test func `an operator's word ends the doubt for good, and stands in the log`() throws {
    let room = try Room()
    try room.engine.keepTime()
    room.machine.startAgain(as: "second")
    room.machine.set(by: .days(-1))
    try room.restart()
    let outcome = try room.engine.perform(
      Operation("data", "clock", flags: ["accept"]), by: .operatorAtMachine, at: room.clock.now())
    #expect(outcome.notes.count == 1)
    #expect(room.clock.doubtfulSince == nil && room.clock.now() == room.machine.wall)
    #expect(
      try room.engine.read { try $0.audit.last()?.action } == "data clock accept")
    room.machine.startAgain(as: "third")
    try room.restart()
    #expect(room.clock.doubtfulSince == nil && room.clock.now() == room.machine.wall)
  }

  @Test func `the machine's clock agrees with itself`() throws {
    let machine = KernelClock.machine
    #expect(!machine.boot.isEmpty)
    let (first, second) = (machine.reading, machine.reading)
    #expect(first.sinceBoot <= second.sinceBoot && first.boot == second.boot)
  }
}
