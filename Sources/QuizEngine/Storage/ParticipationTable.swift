/// SQL that counts who took part, by unit.
package struct ParticipationTable {
  let connection: Connection

  /// Counts of a contest, over all rounds when `round` is nil.
  package func counts(_ contest: ContestID, round: Int?) throws -> [UnitCounts] {
    try connection.query(
      """
      SELECT p.unit, count(*), count(DISTINCT a.person),
        count(DISTINCT CASE WHEN a.closed_at IS NOT NULL THEN a.person END)
      FROM attempt a JOIN person p ON p.id = a.person
      WHERE a.contest = ?1 AND (?2 IS NULL OR a.round = ?2) GROUP BY p.unit
      """, [.id(contest), .count(round)]
    ) { row in
      UnitCounts(
        unit: try row.id(0), attempts: row.int(1), persons: row.int(2), finishedPersons: row.int(3))
    }
  }

  /// How many persons of one of these roles each unit has.
  package func registered(roles: Set<Role>) throws -> [UnitID: Int] {
    var counts: [UnitID: Int] = [:]
    try connection.scan("SELECT unit, roles, count(*) FROM person GROUP BY unit, roles") { row in
      guard !roles.isDisjoint(with: PersonTable.roles(row.text(1))) else { return }
      counts[try row.id(0), default: 0] += row.int(2)
    }
    return counts
  }

  /// Attempts used by the persons on `limit` places of the standings from `position` on.
  package func attemptsUsed(
    _ contest: ContestID, round: Int, from position: Int, limit: Int
  ) throws -> [PersonID: Int] {
    var used: [PersonID: Int] = [:]
    try connection.scan(
      """
      SELECT s.person, count(*)
      FROM standing s JOIN attempt a
        ON a.person = s.person AND a.contest = s.contest AND a.round = s.round
      WHERE s.contest = ? AND s.round = ? AND s.position >= ? AND s.position < ?
      GROUP BY s.person
      """, [.id(contest), .count(round), .count(position), .count(position + limit)]
    ) { used[try $0.id(0)] = $0.int(1) }
    return used
  }
}

extension Connection {
  package var participation: ParticipationTable { ParticipationTable(connection: self) }
}
