/// SQL for contests and their rounds.
package struct ContestTable {
  let connection: Connection

  /// A contest as stored; the sheet is still text.
  package struct Stored: Sendable {
    package let id: ContestID
    package let purpose: ContestPurpose
    package let unit: UnitID
    package let sheet: String
    package let bank: Digest
    package let createdAt: Instant
    package let publishedAt: Instant?
    package let rounds: [StoredRound]
  }

  /// A round as opened, with its counts once settled.
  package struct StoredRound: Hashable, Sendable {
    package let window: Window
    package let settledAt: Instant?
    package let counts: RoundCounts?
    /// The number that predictions are measured against.
    package let actual: Int?
  }

  /// The contest of that name.
  package func find(_ id: ContestID) throws -> Stored? {
    try connection.first(
      """
      SELECT id, course, module, unit, sheet, bank, created_at, published_at
      FROM contest WHERE id = ?
      """, [.id(id)], read)
  }

  /// The contest that carries a final test with this bank.
  package func find(course: String, module: String, bank: Digest) throws -> Stored? {
    try connection.first(
      """
      SELECT id, course, module, unit, sheet, bank, created_at, published_at
      FROM contest WHERE course = ? AND module = ? AND bank = ?
      """, [.text(course), .text(module), .digest(bank)], read)
  }

  /// The contests, final tests among them, that draw from a bank.
  package func drawing(from bank: Digest) throws -> [Stored] {
    try connection.query(
      """
      SELECT id, course, module, unit, sheet, bank, created_at, published_at
      FROM contest WHERE bank = ? ORDER BY id
      """, [.digest(bank)], read)
  }

  /// All contests, final tests among them, oldest first.
  package func all() throws -> [Stored] {
    try connection.query(
      """
      SELECT id, course, module, unit, sheet, bank, created_at, published_at
      FROM contest ORDER BY id
      """, [], read)
  }

  /// Adds a contest with its rounds; `sheet` is its rule sheet as JSON.
  package func insert(_ contest: Contest, sheet: String) throws {
    var course: String?
    var module: String?
    if case .finalTest(let courseSlug, let moduleSlug) = contest.purpose {
      (course, module) = (courseSlug, moduleSlug)
    }
    try connection.run(
      """
      INSERT INTO contest (id, course, module, unit, sheet, bank, created_at, published_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(contest.id), .words(course), .words(module), .id(contest.unit), .text(sheet),
        .digest(contest.bank), .instant(contest.createdAt), .instant(contest.publishedAt),
      ])
    for (index, window) in contest.windows.enumerated() {
      try connection.run(
        "INSERT INTO contest_round (contest, round, opens, closes) VALUES (?, ?, ?, ?)",
        [.id(contest.id), .count(index), .instant(window.opens), .instant(window.closes)])
    }
  }

  /// Moves the end of a round.
  package func setCloses(_ closes: Instant, of contest: ContestID, round: Int) throws {
    try connection.run(
      "UPDATE contest_round SET closes = ? WHERE contest = ? AND round = ?",
      [.instant(closes), .id(contest), .count(round)])
  }

  /// Writes when the results became public.
  package func publish(_ contest: ContestID, at instant: Instant) throws {
    try connection.run(
      "UPDATE contest SET published_at = ? WHERE id = ?", [.instant(instant), .id(contest)])
  }

  /// Writes the counts of a round and that it is settled.
  package func settle(
    _ contest: ContestID, round: Int, counts: RoundCounts, actual: Int?, at instant: Instant
  ) throws {
    try connection.run(
      """
      UPDATE contest_round SET settled_at = ?, attempts = ?, persons = ?,
        attempts_all_correct = ?, persons_all_correct = ?, actual = ?
      WHERE contest = ? AND round = ?
      """,
      [
        .instant(instant), .count(counts.attempts), .count(counts.persons),
        .count(counts.attemptsAllCorrect), .count(counts.personsAllCorrect), .count(actual),
        .id(contest), .count(round),
      ])
  }

  private func read(_ row: Row) throws -> Stored {
    let id: ContestID = try row.id(0)
    let purpose: ContestPurpose =
      row.isNull(1) ? .contest : .finalTest(course: row.text(1), module: row.text(2))
    return Stored(
      id: id, purpose: purpose, unit: try row.id(3), sheet: row.text(4), bank: try row.digest(5),
      createdAt: row.instant(6), publishedAt: row.instantIfAny(7), rounds: try rounds(of: id))
  }

  private func rounds(of contest: ContestID) throws -> [StoredRound] {
    try connection.query(
      """
      SELECT opens, closes, settled_at, attempts, persons, attempts_all_correct,
        persons_all_correct, actual
      FROM contest_round WHERE contest = ? ORDER BY round
      """, [.id(contest)]
    ) { row in
      StoredRound(
        window: Window(opens: row.instant(0), closes: row.instant(1)),
        settledAt: row.instantIfAny(2),
        counts: row.isNull(2)
          ? nil
          : RoundCounts(
            attempts: row.int(3), persons: row.int(4), attemptsAllCorrect: row.int(5),
            personsAllCorrect: row.int(6)),
        actual: row.optionalInt(7))
    }
  }
}

extension Connection {
  package var contests: ContestTable { ContestTable(connection: self) }
}
