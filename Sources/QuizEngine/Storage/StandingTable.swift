/// SQL for ranked attempts and the standings made of them.
package struct StandingTable {
  let connection: Connection

  /// Every ended attempt of a round, as the chain compares it.
  package func ranked(_ contest: ContestID, round: Int) throws -> [RankedAttempt] {
    try connection.query(
      """
      SELECT a.id, a.person, a.points, a.correct_items, a.all_correct, a.prediction, a.time_used,
        a.started_at, coalesce(a.last_change_at, a.started_at), a.closed_at,
        count(*) OVER (PARTITION BY a.person), p.registered_at
      FROM attempt a JOIN person p ON p.id = a.person
      WHERE a.contest = ? AND a.round = ? AND a.closed_at IS NOT NULL
      """, [.id(contest), .count(round)]
    ) { row in
      RankedAttempt(
        attempt: try row.id(0), person: try row.id(1), score: row.points(2),
        correctItems: row.int(3), isAllCorrect: row.bool(4), prediction: row.optionalInt(5),
        timeUsed: row.span(6), startedAt: row.instant(7), lastChangeAt: row.instant(8),
        submittedAt: row.instant(9), attemptsUsed: row.int(10), registeredAt: row.instant(11))
    }
  }

  /// Forgets the standings of a round.
  package func clear(_ contest: ContestID, round: Int) throws {
    try connection.run(
      "DELETE FROM standing WHERE contest = ? AND round = ?", [.id(contest), .count(round)])
  }

  /// Adds rows whose first has the place `position`, counting from 0.
  package func insert(
    _ standings: [Standing], from position: Int, of contest: ContestID, round: Int
  ) throws {
    for (offset, standing) in standings.enumerated() {
      try connection.run(
        """
        INSERT INTO standing
          (contest, round, position, rank, attempt, person, distance, decided_by)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .id(contest), .count(round), .count(position + offset), .count(standing.rank),
          .id(standing.entry.attempt), .id(standing.entry.person),
          .count(standing.predictionDistance), .words(standing.decidedBy?.rawValue),
        ])
    }
  }

  /// A row of a board: rank, who, and what decided.
  package struct BoardRow: Hashable, Sendable {
    package let position: Int
    package let rank: Int
    package let attempt: AttemptID
    package let person: Person
    package let points: Points
    package let correctItems: Int
    package let timeUsed: Span
    package let submittedAt: Instant
    package let prediction: Int?
    package let predictionDistance: Int?
    package let decidedBy: RankingMeasure?
  }

  /// `limit` rows from `position` on.
  package func board(
    _ contest: ContestID, round: Int, from position: Int, limit: Int
  ) throws -> [BoardRow] {
    try connection.query(
      """
      SELECT s.position, s.rank, s.attempt, s.distance, s.decided_by, a.points, a.correct_items,
        a.time_used, a.closed_at, a.prediction,
        p.id, p.name, p.roles, p.unit, p.birth_year, p.code, p.username, p.may_be_named,
        p.registered_at
      FROM standing s JOIN attempt a ON a.id = s.attempt JOIN person p ON p.id = s.person
      WHERE s.contest = ? AND s.round = ? AND s.position >= ? ORDER BY s.position LIMIT ?
      """, [.id(contest), .count(round), .count(position), .count(limit)], Self.read)
  }

  /// The row of one person, if ranked.
  package func row(
    of person: PersonID, in contest: ContestID, round: Int
  ) throws -> BoardRow? {
    let position: Int? = try connection.first(
      "SELECT position FROM standing WHERE contest = ? AND round = ? AND person = ?",
      [.id(contest), .count(round), .id(person)]
    ) { $0.int(0) }
    guard let position else { return nil }
    return try board(contest, round: round, from: position, limit: 1).first
  }

  /// Number of ranked persons of a round.
  package func size(_ contest: ContestID, round: Int) throws -> Int {
    try connection.first(
      """
      SELECT position + 1 FROM standing WHERE contest = ? AND round = ?
      ORDER BY position DESC LIMIT 1
      """, [.id(contest), .count(round)]
    ) { $0.int(0) } ?? 0
  }

  private static func read(_ row: Row) throws -> BoardRow {
    BoardRow(
      position: row.int(0), rank: row.int(1), attempt: try row.id(2),
      person: Person(
        id: try row.id(10), name: row.text(11), roles: PersonTable.roles(row.text(12)),
        unit: try row.id(13), birthYear: row.optionalInt(14), code: row.optionalText(15),
        username: row.optionalText(16), mayBeNamed: row.bool(17), registeredAt: row.instant(18)),
      points: row.points(5), correctItems: row.int(6), timeUsed: row.span(7),
      submittedAt: row.instant(8), prediction: row.optionalInt(9),
      predictionDistance: row.optionalInt(3), decidedBy: row.isNull(4) ? nil : try row.word(4))
  }
}

extension Connection {
  package var standings: StandingTable { StandingTable(connection: self) }
}
