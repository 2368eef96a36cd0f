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
  /// What came after the end, which is not counted.
  package let late: [LateDelivery]
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
    let (attempt, ended, late) = try read { connection in
      guard let attempt = try connection.attempts.find(id), attempt.person == person else {
        throw Refusal.notFound(.attempt)
      }
      let late = attempt.deadline <= instant ? try connection.late.deliveries(of: id) : []
      return (attempt, try connection.ending(of: attempt), late)
    }
    let (state, outcome) = try ended ?? running(id)
    let pinned = try self.contest(attempt.contest)
    let overdue = attempt.deadline <= instant ? attempt.deadline : nil
    return AttemptReading(
      attempt: attempt, paper: try pinned.paper(seed: attempt.seed), state: state,
      contest: pinned.contest, endedAt: state.closing?.at ?? overdue, outcome: outcome,
      late: late)
  }

  /// The writer knows how an attempt stands that runs; it may have ended meanwhile.
  private func running(_ id: AttemptID) throws -> (AttemptState, AttemptOutcome?) {
    try write { transaction in
      let live = try transaction.attempt(id)
      return (live.state, try transaction.connection.attempts.outcome(of: id))
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

extension Connection {
  /// An attempt that ended, rebuilt from its steps; nil for one that runs.
  fileprivate func ending(of attempt: Attempt) throws -> (AttemptState, AttemptOutcome?)? {
    guard let outcome = try attempts.outcome(of: attempt.id) else { return nil }
    return (try attempt.replay(try steps.filed(of: attempt.id)), outcome)
  }
}
