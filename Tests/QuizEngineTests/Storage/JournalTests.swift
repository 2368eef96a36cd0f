import Testing

@testable import QuizEngine

/// A journal on a file of its own, beside what its attempts must hold.
private struct Notebook {
  let folder: TemporaryFolder
  let connection: Connection
  let longest: Int
  var journal: Journal
  var expected: [AttemptID: [Step]] = [:]

  init(longest: Int) throws {
    folder = try TemporaryFolder()
    try DataFile.createIfMissing(folder.database)
    connection = try Connection(path: folder.database, role: .copy)
    try Migrations(Schema.steps).apply(to: connection)
    // Attempts without contest and person: only their names matter here.
    try connection.execute(unsafeSQL: "PRAGMA foreign_keys=OFF")
    self.longest = longest
    journal = try Journal(connection.steps, longest: longest)
  }

  mutating func begin(_ attempt: AttemptID) throws {
    try connection.attempts.insert(
      Attempt(
        id: attempt, contest: Given.id(1), round: 0, person: Given.id(3),
        number: expected.count + 1, seed: Seed(7), startedAt: Given.monday, deadline: Given.monday))
    expected[attempt] = []
  }

  mutating func append(_ action: StepAction, to attempt: AttemptID) throws {
    let sequence = (expected[attempt]?.count ?? 0) + 1
    let step = Step(
      sequence: sequence, at: Given.monday + .seconds(sequence), action: action,
      digest: SHA256.hash("\(attempt.text) \(sequence)"))
    try journal.append(step, of: attempt)
    expected[attempt, default: []].append(step)
  }

  mutating func save(in attempt: AttemptID) throws {
    try append(.saved(slot: 1, revision: 1, response: .cleared), to: attempt)
  }

  mutating func reopen() throws {
    journal = try Journal(connection.steps, longest: longest)
  }

  func rows(_ table: String) throws -> Int {
    try connection.int(unsafeSQL: "SELECT count(*) FROM \(table)")
  }

  /// Attempts of which the journal, or the tables alone, tell something else.
  func wrong() throws -> [AttemptID] {
    try expected.filter { attempt, steps in
      try journal.steps(of: attempt) != steps || connection.steps.steps(of: attempt) != steps
    }.map(\.key)
  }
}

@Suite struct JournalTests {
  @Test
  func `whatever order steps come in, each attempt keeps its own, and the journal stays short`()
    throws
  {
    let seed = UInt64.random(in: 0 ... .max)
    var random = Seeded(seed)
    var notebook = try Notebook(longest: 200)
    var open: [AttemptID] = []
    for number in 0..<6_000 {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<3:
        let attempt: AttemptID = Given.id(number + 1)
        try notebook.begin(attempt)
        open.append(attempt)
      case 3 where !open.isEmpty:
        let ended = open.remove(at: Int.random(in: 0..<open.count, using: &random))
        try notebook.append(.submitted, to: ended)
      case 4 where number % 50 == 0: try notebook.reopen()
      default:
        guard let attempt = open.randomElement(using: &random) else { continue }
        try notebook.save(in: attempt)
      }
      #expect(notebook.journal.length <= 600, "seed \(seed)")
    }
    #expect(try notebook.wrong() == [], "seed \(seed)")
    try notebook.reopen()
    #expect(try notebook.wrong() == [], "seed \(seed)")
    #expect(try notebook.rows("journal") == notebook.journal.length)
  }

  @Test func `an attempt that ends is filed whole`() throws {
    var notebook = try Notebook(longest: 1000)
    let (ended, running): (AttemptID, AttemptID) = (Given.id(1), Given.id(2))
    for attempt in [ended, running] {
      try notebook.begin(attempt)
      for _ in 1...5 { try notebook.save(in: attempt) }
    }
    #expect(try notebook.rows("step") == 0)
    try notebook.append(.expired, to: ended)
    #expect(try notebook.connection.steps.filed(of: ended).count == 6)
    #expect(try notebook.connection.steps.filed(of: running) == [])
    #expect(try notebook.wrong() == [])
  }

  @Test func `the clock finds the newest step after a restart, also one that ended its attempt`()
    throws
  {
    var notebook = try Notebook(longest: 4)
    let attempt: AttemptID = Given.id(1)
    try notebook.begin(attempt)
    for number in 1...9 {
      try notebook.save(in: attempt)
      #expect(try notebook.connection.newestMoment() == Given.monday + .seconds(number))
    }
    try notebook.append(.submitted, to: attempt)
    #expect(try notebook.connection.newestMoment() == Given.monday + .seconds(10))
    try notebook.reopen()
    #expect(try notebook.wrong() == [])
  }

  @Test func `no single step files or removes much`() throws {
    var notebook = try Notebook(longest: 500)
    for number in 1...100 { try notebook.begin(Given.id(number)) }
    for round in 0..<20 {
      for number in 1...100 {
        let before = (try notebook.rows("step"), notebook.journal.length)
        try notebook.save(in: Given.id(number))
        #expect(try notebook.rows("step") - before.0 <= 16, "round \(round)")
        #expect(before.1 - notebook.journal.length <= 32, "round \(round)")
      }
    }
    #expect(try notebook.rows("step") > 1000)
    #expect(try notebook.wrong() == [])
  }

  @Test(arguments: [
    "UPDATE journal SET action = 'sing' WHERE place = 2",
    "UPDATE journal SET digest = x'00' WHERE place = 2",
    "UPDATE journal SET attempt = zeroblob(16) WHERE place = 2",
  ])
  func `a row that cannot be read hurts its own attempt alone, and is kept`(sql: String) throws {
    var notebook = try Notebook(longest: 20)
    let (hurt, whole): (AttemptID, AttemptID) = (Given.id(1), Given.id(2))
    for attempt in [whole, hurt] {
      try notebook.begin(attempt)
      try notebook.save(in: attempt)
    }
    try notebook.connection.execute(unsafeSQL: sql)
    let before = try notebook.connection.text(
      unsafeSQL: "SELECT hex(digest) FROM journal LIMIT 1 OFFSET 1")
    try notebook.reopen()
    for _ in 1...50 { try notebook.save(in: whole) }
    #expect(try notebook.journal.steps(of: whole).count == 51)
    if sql.contains("attempt =") {
      #expect(try notebook.journal.steps(of: hurt) == [])
    } else {
      #expect(throws: (any Error).self) { try notebook.journal.steps(of: hurt) }
    }
    #expect(
      try notebook.connection.text(unsafeSQL: "SELECT hex(digest) FROM journal LIMIT 1 OFFSET 1")
        == before)
  }

  @Test func `an upgrade files what an older program left in the journal of ended attempts`() throws
  {
    let folder = try TemporaryFolder()
    try DataFile.createIfMissing(folder.database)
    let connection = try Connection(path: folder.database, role: .copy)
    try Migrations(Array(Schema.steps.prefix(6))).apply(to: connection)
    try connection.execute(
      unsafeSQL: """
        PRAGMA foreign_keys=OFF;
        INSERT INTO attempt (id, contest, round, person, number, seed, started_at, deadline, closed_at)
        VALUES (zeroblob(16), zeroblob(16), 0, zeroblob(16), 1, 7, 0, 9, 5);
        INSERT INTO journal (attempt, sequence, at, action, digest) VALUES
          (zeroblob(16), 1, 1, 'save 1 1 a', zeroblob(32)), (zeroblob(16), 2, 5, 'submit', zeroblob(32));
        """)
    try connection.execute(unsafeSQL: Schema.steps[6].sql.description)
    let steps = try connection.steps.filed(of: AttemptID(number: 0))
    #expect(
      steps.map(\.action) == [
        .saved(slot: 1, revision: 1, response: Given.response("a")), .submitted,
      ])
    #expect(try connection.steps.places().isEmpty)
  }
}
