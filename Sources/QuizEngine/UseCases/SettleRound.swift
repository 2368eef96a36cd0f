extension Engine {
  /// Ranks every round whose last attempt has ended and that is not settled yet.
  ///
  /// Ranking runs on a reader; only the finished rows pass the writer, in small pieces, so that
  /// no save waits behind them. The round counts as settled with the last piece.
  ///
  /// - Throws: the first failure, after every other contest was settled.
  package func settleRounds(at instant: Instant) throws {
    try settlingAlone {
      var failure: (any Error)?
      for stored in try read({ try $0.contests.all() }) where stored.purpose == .contest {
        do { try settle(stored, at: instant) } catch { failure = failure ?? error }
      }
      if let failure { throw failure }
    }
  }

  private func settle(_ stored: ContestTable.Stored, at instant: Instant) throws {
    for (index, round) in stored.rounds.enumerated()
    where round.settledAt == nil && round.window.closes <= instant {
      let pinned = try contest(stored.id)
      guard pinned.contest.lastDeadline(ofRound: index) <= instant else { continue }
      try settle(pinned.contest, round: index, at: instant)
    }
  }

  private func settle(_ contest: Contest, round: Int, at instant: Instant) throws {
    let id = contest.id
    let (attempts, progress) = try read { connection in
      (
        try connection.standings.ranked(id, round: round),
        try connection.attempts.progress(of: id, round: round)
      )
    }
    guard progress.started == progress.ended else { return }
    let counts = RoundCounts(attempts)
    let actual = contest.sheet.prediction?.target.value(in: counts)
    let standings = contest.sheet.ranking.rank(attempts, actual: actual)
    try write { try $0.connection.standings.clear(id, round: round) }
    for start in stride(from: 0, to: standings.count, by: 500) {
      let piece = Array(standings[start..<min(start + 500, standings.count)])
      try write { try $0.connection.standings.insert(piece, from: start, of: id, round: round) }
    }
    try write { transaction in
      try transaction.connection.contests.settle(
        id, round: round, counts: counts, actual: actual, at: instant)
      try transaction.audit(
        "contest settle", id.text, by: nil,
        detail: "round \(round + 1), \(counts.attempts) attempts, \(counts.persons) persons",
        at: instant)
      transaction.contestChanged(id)
    }
    contestChanged(id)
  }
}
