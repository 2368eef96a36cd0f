extension Engine {
  /// Visits the result list of a settled round page by page, in constant memory.
  ///
  /// - Throws: `Refusal.notRevealedYet` before the round is settled; whatever `visit` throws.
  package func results(
    of id: ContestID, round: Int, by actor: Actor, page: Int = 500,
    visit: ([ResultRow]) throws -> Void
  ) throws {
    let pinned = try requireManagedContest(id, actor)
    guard pinned.rounds.indices.contains(round) else { throw Refusal.notFound(.contest) }
    guard pinned.rounds[round].settledAt != nil else { throw Refusal.notRevealedYet }
    let units = try units()
    var position = 0
    while true {
      let from = position
      let (rows, used) = try read { connection in
        (
          try connection.standings.board(id, round: round, from: from, limit: page),
          try connection.participation.attemptsUsed(id, round: round, from: from, limit: page)
        )
      }
      guard let last = rows.last else { return }
      try visit(rows.map { ResultRow($0, units, attemptsUsed: used[$0.person.id] ?? 1) })
      // A place that nobody here wrote must not be read for ever.
      guard last.position >= position, rows.count == page else { return }
      position = last.position + 1
    }
  }

  /// The whole result list as one table.
  package func resultTable(of id: ContestID, round: Int, by actor: Actor) throws -> Table {
    var table = Table(columns: ResultRow.columns)
    try results(of: id, round: round, by: actor) { table.rows += $0.map(\.cells) }
    return table
  }

  /// The round that results are asked of when none is named: the last settled one.
  package func latestSettledRound(of id: ContestID, by actor: Actor) throws -> Int {
    let pinned = try requireManagedContest(id, actor)
    guard let round = pinned.rounds.lastIndex(where: { $0.settledAt != nil }) else {
      throw Refusal.notRevealedYet
    }
    return round
  }
}

extension ResultRow {
  fileprivate init(_ row: StandingTable.BoardRow, _ units: UnitTree, attemptsUsed: Int) {
    let unit = units[row.person.unit]
    self.init(
      rank: row.rank, name: row.person.name,
      className: unit?.kind == .schoolClass ? unit?.name ?? "" : "",
      school: units.nearest(.school, from: row.person.unit)?.name ?? "",
      unitCode: unit?.code ?? "", points: row.points, correctItems: row.correctItems,
      timeUsed: row.timeUsed, submittedAt: row.submittedAt, prediction: row.prediction,
      predictionDistance: row.predictionDistance, attemptsUsed: attemptsUsed,
      decidedBy: row.decidedBy)
  }
}
