/// A page of a board.
package struct BoardReading: Sendable {
  package let contest: Contest
  package let round: Int
  package let page: BoardPage
  /// The asking person's own row, wherever it stands.
  package let own: StandingTable.BoardRow?
  package let counts: RoundCounts?
  package let actual: Int?
  /// Position of the first row of the next page; nil on the last.
  package let next: Int?

  package var rows: [StandingTable.BoardRow] { page.rows }
}

/// How a round goes, for its organizer.
package struct WatchReading: Sendable {
  package let reading: ContestReading
  package let started: Int
  package let ended: Int
  package let persons: Int
  /// Persons who may enter by unit and role.
  package let expected: Int
}

extension Engine {
  /// The board of a round, by the sheet's policy; organizers of the contest always see it.
  ///
  /// - Throws: `Refusal.notRevealedYet` before its moment, or before the round is settled.
  package func board(
    _ id: ContestID, round: Int? = nil, from position: Int = 0, limit: Int = 100,
    for session: Session, at instant: Instant
  ) throws -> BoardReading {
    let pinned = try contest(id)
    let contest = pinned.contest
    let units = try units()
    let isManager =
      session.allows(.manageContests) && units.contains(contest.unit, in: session.unit)
    guard isManager || units.contains(session.unit, in: contest.unit) else {
      throw Refusal.notFound(.contest)
    }
    let round = round ?? contest.latestEndedRound(at: instant)
    guard pinned.rounds.indices.contains(round) else { throw Refusal.notFound(.contest) }
    guard isManager || contest.reveals(contest.sheet.board.reveal, ofRound: round, at: instant),
      pinned.rounds[round].settledAt != nil
    else { throw Refusal.notRevealedYet }
    let top = isManager ? Int.max : contest.sheet.board.top
    let position = max(0, position)
    let wanted = max(0, min(limit, 500, top - position))
    let key = BoardBook.Key(contest: id, round: round, position: position, limit: wanted)
    let page = try boards.page(key) { try readBoard(key) }
    let own = try read { try $0.standings.row(of: session.person, in: id, round: round) }
    let end = position + page.rows.count
    return BoardReading(
      contest: contest, round: round, page: page, own: own, counts: pinned.rounds[round].counts,
      actual: pinned.rounds[round].actual,
      next: end < min(page.size, top) && !page.rows.isEmpty ? end : nil)
  }

  private func readBoard(_ key: BoardBook.Key) throws -> BoardPage {
    try read { connection in
      BoardPage(
        rows: try connection.standings.board(
          key.contest, round: key.round, from: key.position, limit: key.limit),
        size: try connection.standings.size(key.contest, round: key.round))
    }
  }

  /// The counts of the current round; only for those who manage the contest, because they would
  /// give the prediction away.
  package func watch(_ id: ContestID, by actor: Actor, at instant: Instant) throws -> WatchReading {
    let pinned = try requireManagedContest(id, actor)
    let reading = ContestReading(pinned: pinned, phase: pinned.contest.phase(at: instant))
    let units = try units()
    let inside = Set(
      units.all.filter { units.contains($0.id, in: pinned.contest.unit) }.map(\.id))
    let roles = pinned.contest.sheet.eligibility.roles
    let round = reading.phase.round
    let (progress, expected) = try read { connection in
      (
        try connection.attempts.progress(of: id, round: round),
        try connection.persons.count(in: inside, roles: roles)
      )
    }
    return WatchReading(
      reading: reading, started: progress.started, ended: progress.ended,
      persons: progress.persons, expected: expected)
  }
}

extension Contest {
  /// The last round whose attempts are all over; the first round before that.
  fileprivate func latestEndedRound(at instant: Instant) -> Int {
    windows.indices.last { lastDeadline(ofRound: $0) <= instant } ?? 0
  }
}
