/// An attempt as its owner sees it.
package struct AttemptReading: Sendable {
  package let attempt: Attempt
  package let paper: Paper
  package let state: AttemptState
  package let contest: Contest
  /// Set once the attempt ended; from the deadline on also before the clock has written it.
  package let endedAt: Instant?
  /// Nil until the outcome is written.
  package let outcome: AttemptOutcome?
}

/// An ended attempt with what the rule sheet lets its owner see now.
package struct ResultReading: Sendable {
  package let reading: AttemptReading
  /// The score; nil before its moment.
  package let outcome: AttemptOutcome?
  /// A verdict per item; empty before the answers' moment.
  package let verdicts: [Verdict]
  /// Own row of the board; nil before its moment or when not ranked.
  package let standing: StandingTable.BoardRow?
  /// Ranked persons, when the board is shown.
  package let ranked: Int?
  /// The number predictions were measured against, when the board is shown.
  package let actual: Int?
}

extension Engine {
  /// Own attempt, rebuilt from its steps; somebody else's looks like none.
  package func attempt(
    _ id: AttemptID, of person: PersonID, at instant: Instant
  ) throws -> AttemptReading {
    let attempt = try read { try $0.attempts.find(id) }
    guard let attempt, attempt.person == person else { throw Refusal.notFound(.attempt) }
    let (state, outcome) = try standing(of: attempt)
    let pinned = try self.contest(attempt.contest)
    let overdue = attempt.deadline <= instant ? attempt.deadline : nil
    return AttemptReading(
      attempt: attempt, paper: try pinned.paper(seed: attempt.seed), state: state,
      contest: pinned.contest, endedAt: state.closing?.at ?? overdue, outcome: outcome)
  }

  /// An ended attempt is rebuilt from its steps; the writer knows how one stands that runs.
  private func standing(of attempt: Attempt) throws -> (AttemptState, AttemptOutcome?) {
    let ended = try read { connection -> (AttemptState, AttemptOutcome)? in
      guard let outcome = try connection.attempts.outcome(of: attempt.id) else { return nil }
      return (try attempt.replay(try connection.steps.filed(of: attempt.id)), outcome)
    }
    if let ended { return ended }
    return try write { transaction in
      let live = try transaction.attempt(attempt.id)
      return (live.state, try transaction.connection.attempts.outcome(of: attempt.id))
    }
  }

  /// Own ended attempt with what may be shown of it now.
  ///
  /// - Throws: `Refusal.notRevealedYet` while the attempt runs.
  package func result(
    _ id: AttemptID, of person: PersonID, at instant: Instant
  ) throws -> ResultReading {
    let reading = try attempt(id, of: person, at: instant)
    guard reading.endedAt != nil else { throw Refusal.notRevealedYet }
    let contest = reading.contest
    let round = reading.attempt.round
    let sheet = contest.sheet
    let showsAnswers = contest.reveals(sheet.feedback.answers, ofRound: round, at: instant)
    let showsBoard = contest.reveals(sheet.board.reveal, ofRound: round, at: instant)
    let stored = try self.contest(contest.id).rounds
    let isSettled = stored.indices.contains(round) && stored[round].settledAt != nil
    let (standing, ranked) = try read { connection in
      guard showsBoard, isSettled else { return (StandingTable.BoardRow?.none, Int?.none) }
      return (
        try connection.standings.row(of: person, in: contest.id, round: round),
        try connection.standings.size(contest.id, round: round)
      )
    }
    return ResultReading(
      reading: reading,
      outcome: contest.reveals(sheet.feedback.score, ofRound: round, at: instant)
        ? reading.outcome : nil,
      verdicts: showsAnswers
        ? reading.paper.items.map {
          sheet.scoring.grade($0, reading.state.answers[$0.slot]?.response)
        } : [], standing: standing, ranked: ranked,
      actual: showsBoard && isSettled ? stored[round].actual : nil)
  }
}
