/// One attempt in a list, with whom it belongs to and what it came to.
package struct AttemptListing: Hashable, Sendable {
  package let id: AttemptID
  package let person: String
  package let unit: UnitID
  package let round: Int
  package let number: Int
  package let startedAt: Instant
  package let deadline: Instant
  package let closedAt: Instant?
  package let points: Points?
  package let correctItems: Int?
}

extension AttemptTable {
  /// The attempts of a contest in the order of their start, of one round when it is given.
  package func listing(_ contest: ContestID, round: Int?) throws -> [AttemptListing] {
    try connection.query(
      """
      SELECT a.id, p.name, p.unit, a.round, a.number, a.started_at, a.deadline, a.closed_at,
        a.points, a.correct_items
      FROM attempt a JOIN person p ON p.id = a.person
      WHERE a.contest = ?1 AND (?2 IS NULL OR a.round = ?2) ORDER BY a.started_at, a.id
      """, [.id(contest), .count(round)]
    ) { row in
      AttemptListing(
        id: try row.id(0), person: row.text(1), unit: try row.id(2), round: row.int(3),
        number: row.int(4), startedAt: row.instant(5), deadline: row.instant(6),
        closedAt: row.instantIfAny(7),
        points: row.isNull(8) ? nil : row.points(8),
        correctItems: row.optionalInt(9))
    }
  }
}
