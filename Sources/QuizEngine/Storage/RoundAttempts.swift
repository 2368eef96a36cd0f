extension ParticipationTable {
  /// What every person's attempts in a round come to at `instant`.
  package func folds(
    _ contest: ContestID, round: Int, at instant: Instant
  ) throws -> [PersonID: TakingPartFold] {
    var folds: [PersonID: TakingPartFold] = [:]
    try connection.scan(
      "SELECT person, closed_at, deadline, points FROM attempt WHERE contest = ? AND round = ?",
      [.id(contest), .count(round)]
    ) { row in
      folds[try row.id(0), default: TakingPartFold()].add(
        closedAt: row.instantIfAny(1), deadline: row.instant(2),
        points: row.isNull(3) ? nil : Points(thousandths: row.int64(3)), at: instant)
    }
    return folds
  }
}
