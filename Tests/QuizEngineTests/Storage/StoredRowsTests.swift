import Testing

@testable import QuizEngine

/// Whatever stands in the file is read or refused: nothing that is stored ends the process.
@Suite struct StoredRowsTests {
  /// What somebody with the file may write into a column of a type.
  private static let values: [String: [String]] = [
    "INTEGER": [
      "-9223372036854775808", "9223372036854775807", "-1", "0", "4611686018427387904",
      "253402300800000", "-62167219200001",
    ],
    "TEXT": [
      "''", "'x'", "'-9223372036854775808'", "char(55296)", "CAST(x'ff00fe' AS TEXT)",
      "'{}'", "'student'",
    ],
    "BLOB": ["x''", "zeroblob(15)", "zeroblob(16)", "zeroblob(32)", "zeroblob(65)"],
  ]

  private struct Column: Sendable {
    let table: String
    let name: String
    let type: String
  }

  @Test(arguments: 1...6)
  func `no stored value ends the process`(seed: UInt64) throws {
    let scene = try Scene()
    var random = Seeded(seed)
    let columns = try scene.columns()
    for _ in 0..<20 {
      let column = try #require(columns.randomElement(using: &random))
      let known = try #require(Self.values[column.type], "\(column)")
      // Numbers inside rule sheets, questions and steps.
      let inside = """
        replace(\(column.name), '1', '9223372036854775807')
        """
      let value = try #require(
        (column.type == "TEXT" ? known + [inside] : known).randomElement(using: &random))
      try scene.read(tampered: "UPDATE OR IGNORE \(column.table) SET \(column.name) = \(value)")
    }
  }

  @Test func `a moment beyond the calendar is shown as its last`() {
    for (number, text) in [
      (Int64.min, "0000-01-01T00:00:00.000Z"), (Int64.max, "9999-12-31T23:59:59.999Z"),
    ] {
      #expect(Instant(milliseconds: number).iso8601 == text)
      #expect(!Instant(milliseconds: number).clockText.isEmpty)
    }
  }

  /// A folder in which something of every kind is stored.
  private final class Scene {
    let workshop: Workshop
    let pupil: Session
    let organizer: Session
    let contest: ContestID
    let attempt: AttemptID
    let cohort: CohortID
    private let whole: [UInt8]

    init() throws {
      workshop = try Workshop()
      let engine = workshop.engine
      pupil = try workshop.pupil()
      organizer = try workshop.staff(.organizer)
      contest = try workshop.openContest().id
      attempt = try workshop.attempt(contest, by: pupil, right: 2).attempt.id
      _ = try workshop.start(contest, by: pupil)
      let cohort = try engine.createCohort(
        name: "8A", unit: workshop.school.id, course: nil, dueAt: workshop.now,
        by: .operatorAtMachine, at: workshop.now)
      try engine.enrol(
        [pupil.person], in: cohort.id, as: .learner, by: .operatorAtMachine, at: workshop.now)
      self.cohort = cohort.id
      workshop.advance(.hours(2))
      try workshop.tick()
      engine.close()
      whole = try workshop.folder.bytes("data/training.sqlite")
      try workshop.restart()
    }

    func columns() throws -> [Column] {
      try workshop.engine.read { connection in
        try connection.query(
          """
          SELECT m.name, p.name, p.type FROM sqlite_schema m JOIN pragma_table_info(m.name) p
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, p.cid
          """, []
        ) { Column(table: $0.text(0), name: $0.text(1), type: $0.text(2)) }
      }
    }

    /// Reads a copy of the folder in which somebody changed something.
    func read(tampered sql: String) throws {
      let folder = try TemporaryFolder()
      try folder.write(whole, to: "training.sqlite")
      do {
        let connection = try Connection(path: folder.database, role: .copy)
        let triggers = try connection.query(
          "SELECT name FROM sqlite_schema WHERE type = 'trigger'", []
        ) { $0.text(0) }
        for trigger in triggers { try connection.execute(unsafeSQL: "DROP TRIGGER \(trigger)") }
        try connection.execute(
          unsafeSQL: "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;")
        // A column that takes no such value keeps what it had.
        try? connection.execute(unsafeSQL: sql)
      }
      let now = workshop.now
      let catalogue = workshop.engine.catalogue
      let chance = Chance(7)
      let environment = Environment(now: { now }, entropy: { chance.bits() })
      // A folder that is refused is refused.
      guard
        let engine = try? Engine(
          folder: folder.path, catalogue: catalogue, environment: environment, onFatal: { _ in })
      else { return }
      defer { engine.close() }
      readEverything(engine, at: now)
    }

    /// Every reader there is; what is refused is refused.
    private func readEverything(_ engine: Engine, at now: Instant) {
      try? engine.tick(at: now)
      _ = try? engine.checkData()
      for actor in [Actor.operatorAtMachine, .person(organizer)] {
        _ = try? engine.managedContests(actor).map { $0.contest.sheet.json.encoded() }
        _ = try? engine.watch(contest, by: actor, at: now)
        _ = try? engine.resultTable(of: contest, round: 0, by: actor)
        _ = try? engine.participation(of: contest, round: 0, by: actor)
        _ = try? engine.cohorts(for: actor)
        _ = try? engine.progress(ofCohort: cohort, by: actor)
        _ = try? engine.completion(ofCohort: cohort, by: actor)
        _ = try? engine.register(cohort: cohort, by: actor)
        _ = try? engine.bankHoldings(actor)
      }
      for session in [pupil, organizer] {
        _ = try? engine.contests(for: session, at: now)
        _ = try? engine.ownSessions(session, at: now)
      }
      _ = try? engine.attempt(attempt, of: pupil.person, at: now)
      _ = try? engine.result(attempt, of: pupil.person, at: now)
      _ = try? engine.verify(attempt, by: .operatorAtMachine)
      _ = try? engine.read { try $0.persons.all().map { VietnameseNameKey($0.name) } }
      _ = try? engine.read { try $0.audit.newest(50).map(\.at.iso8601) }
      _ = try? engine.keepSessions(at: now)
      _ = try? workshop.wait { engine.startAttempt(in: contest, by: pupil, at: now, then: $0) }
    }
  }
}
