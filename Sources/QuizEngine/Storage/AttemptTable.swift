/// SQL for attempts and their steps.
package struct AttemptTable {
  let connection: Connection

  /// The attempt of that name.
  package func find(_ id: AttemptID) throws -> Attempt? {
    try connection.first(
      """
      SELECT id, contest, round, person, number, seed, started_at, deadline
      FROM attempt WHERE id = ?
      """, [.id(id)], Self.read)
  }

  /// A person's attempts in a contest, oldest first.
  package func attempts(of person: PersonID, in contest: ContestID) throws -> [Attempt] {
    try connection.query(
      """
      SELECT id, contest, round, person, number, seed, started_at, deadline
      FROM attempt WHERE person = ? AND contest = ? ORDER BY round, number
      """, [.id(person), .id(contest)], Self.read)
  }

  /// Open attempts whose deadline has come, the oldest first.
  package func overdue(at instant: Instant, limit: Int) throws -> [AttemptID] {
    try connection.query(
      """
      SELECT id FROM attempt WHERE closed_at IS NULL AND deadline <= ? ORDER BY deadline LIMIT ?
      """, [.instant(instant), .count(limit)]
    ) { try $0.id(0) }
  }

  /// How many attempts run.
  package func countOpen(at instant: Instant) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM attempt WHERE closed_at IS NULL AND deadline > ?",
      [.instant(instant)]
    ) { $0.int(0) } ?? 0
  }

  /// Attempts of a round that have not ended.
  package func running(in contest: ContestID, round: Int) throws -> [AttemptID] {
    try connection.query(
      "SELECT id FROM attempt WHERE contest = ? AND round = ? AND closed_at IS NULL",
      [.id(contest), .count(round)]
    ) { try $0.id(0) }
  }

  /// Whether anybody's time runs, in whatever contest.
  package func hasRunning() throws -> Bool {
    try connection.first("SELECT 1 FROM attempt WHERE closed_at IS NULL LIMIT 1") { _ in true }
      ?? false
  }

  /// The last deadline after `instant` among a person's attempts that run and started before
  /// `end`.
  package func lastDeadline(
    of person: PersonID, startedBefore end: Instant, after instant: Instant
  ) throws -> Instant? {
    try connection.first(
      """
      SELECT max(deadline) FROM attempt
      WHERE person = ? AND closed_at IS NULL AND started_at < ? AND deadline > ?
      """, [.id(person), .instant(end), .instant(instant)]
    ) { $0.instantIfAny(0) } ?? nil
  }

  /// Adds a new attempt.
  package func insert(_ attempt: Attempt) throws {
    try connection.run(
      """
      INSERT INTO attempt
        (id, contest, round, person, number, seed, started_at, deadline)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(attempt.id), .id(attempt.contest), .count(attempt.round), .id(attempt.person),
        .count(attempt.number), .number(Int64(bitPattern: attempt.seed.value)),
        .instant(attempt.startedAt), .instant(attempt.deadline),
      ])
  }

  /// Writes the outcome of an attempt that ended.
  package func close(_ id: AttemptID, _ outcome: AttemptOutcome) throws {
    try connection.run(
      """
      UPDATE attempt SET closed_at = ?, by_deadline = ?, points = ?, correct_items = ?,
        all_correct = ?, prediction = ?, time_used = ?, last_change_at = ?
      WHERE id = ? AND closed_at IS NULL
      """,
      [
        .instant(outcome.closedAt), .flag(outcome.byDeadline), .number(outcome.points.thousandths),
        .count(outcome.correctItems), .flag(outcome.isAllCorrect), .count(outcome.prediction),
        .number(outcome.timeUsed.milliseconds), .instant(outcome.lastChangeAt), .id(id),
      ])
  }

  /// What an attempt came to; nil while it runs.
  package func outcome(of id: AttemptID) throws -> AttemptOutcome? {
    try connection.first(
      """
      SELECT closed_at, by_deadline, points, correct_items, all_correct, prediction, time_used,
        last_change_at
      FROM attempt WHERE id = ? AND closed_at IS NOT NULL
      """, [.id(id)]
    ) { row in
      AttemptOutcome(
        closedAt: row.instant(0), byDeadline: row.bool(1),
        points: row.points(2), correctItems: row.int(3),
        isAllCorrect: row.bool(4), prediction: row.optionalInt(5), timeUsed: row.span(6),
        lastChangeAt: row.instantIfAny(7))
    }
  }

  /// How many attempts of a round have started and ended so far, and of how many persons.
  package func progress(
    of contest: ContestID, round: Int
  ) throws -> (started: Int, ended: Int, persons: Int) {
    try connection.first(
      """
      SELECT count(*), count(closed_at), count(DISTINCT person)
      FROM attempt WHERE contest = ? AND round = ?
      """, [.id(contest), .count(round)]
    ) { (started: $0.int(0), ended: $0.int(1), persons: $0.int(2)) } ?? (0, 0, 0)
  }

  static func read(_ row: Row) throws -> Attempt {
    Attempt(
      id: try row.id(0), contest: try row.id(1), round: row.int(2), person: try row.id(3),
      number: row.int(4), seed: Seed(UInt64(bitPattern: row.int64(5))),
      startedAt: row.instant(6), deadline: row.instant(7))
  }
}

extension Connection {
  package var attempts: AttemptTable { AttemptTable(connection: self) }
}
