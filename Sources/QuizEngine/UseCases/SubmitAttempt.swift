/// An ended attempt: the proof of its end and what it came to.
package struct EndedAttempt: Sendable {
  package let attempt: Attempt
  package let closing: Closing
  package let outcome: AttemptOutcome
  package let contest: Contest
}

extension Engine {
  /// Ends an attempt; again gives the same answer, also when the clock ended it first.
  package func submit(
    _ attempt: AttemptID, by person: PersonID, at instant: Instant,
    then: @escaping @Sendable (Result<EndedAttempt, any Error>) -> Void
  ) {
    write(
      { transaction in
        let live = try transaction.ownAttempt(attempt, of: person)
        return try transaction.end(live, by: .person, at: instant)
      }, then: then)
  }

  /// Ends attempts whose deadline has come, oldest first; returns how many.
  ///
  /// One whose chain of steps is broken stays open for people to look at, and holds up no other.
  ///
  /// - Throws: `BrokenChain` when nothing but broken attempts is left.
  package func endOverdue(at instant: Instant, limit: Int = 200) throws -> Int {
    let (ended, broken) = try write { transaction -> (Int, BrokenChain?) in
      let overdue = try transaction.connection.attempts.overdue(at: instant, limit: limit)
      var ended = 0
      var broken: BrokenChain?
      for id in overdue {
        do {
          _ = try transaction.end(try transaction.attempt(id), by: .clock, at: instant)
          ended += 1
        } catch let error as BrokenChain {
          broken = error
        }
      }
      return (ended, broken)
    }
    if ended == 0, let broken { throw broken }
    return ended
  }
}

extension Transaction {
  /// Ends every running attempt of a round whose organizer closed it.
  func endRunning(of contest: ContestID, round: Int, at instant: Instant) throws {
    for id in try connection.attempts.running(in: contest, round: round) {
      _ = try end(try attempt(id), by: .clock, at: instant)
    }
  }

  /// Ends an attempt once and writes its outcome; from the deadline on it is the clock's doing.
  fileprivate func end(
    _ live: LiveAttempt, by ender: Ender, at instant: Instant
  ) throws -> EndedAttempt {
    let attempt = live.attempt
    let pinned = try contest(attempt.contest)
    if live.state.closing == nil {
      let isSubmitted = ender == .person && instant < attempt.deadline
      try append(
        isSubmitted ? .submitted : .expired, to: live, at: min(instant, attempt.deadline))
      let outcome = try attempt.outcome(of: live.state, in: pinned)
      try connection.attempts.close(attempt.id, outcome)
      forget(attempt.id)
      try creditModule(pinned.contest, live, outcome)
    }
    guard let closing = live.state.closing,
      let outcome = try connection.attempts.outcome(of: attempt.id)
    else { throw Refusal.notFound(.attempt) }
    return EndedAttempt(
      attempt: attempt, closing: closing, outcome: outcome, contest: pinned.contest)
  }

  /// A passed final test credits the module's periods.
  private func creditModule(
    _ contest: Contest, _ live: LiveAttempt, _ outcome: AttemptOutcome
  ) throws {
    guard case .finalTest(let course, let module) = contest.purpose,
      let training = contest.sheet.training, let passMark = contest.sheet.scoring.passMark,
      outcome.points >= passMark
    else { return }
    try connection.completions.insert(
      Credit(
        person: live.attempt.person, course: course, module: module,
        periods: training.periods, at: outcome.closedAt))
  }
}

extension Attempt {
  /// What the attempt came to, from its steps alone.
  func outcome(of state: AttemptState, in pinned: PinnedContest) throws(Refusal) -> AttemptOutcome {
    let sheet = pinned.contest.sheet
    let result = sheet.scoring.grade(try pinned.paper(seed: seed), state)
    return AttemptOutcome(
      closedAt: state.closing?.at ?? deadline, byDeadline: state.closing?.isSubmitted == false,
      points: result.points, correctItems: result.correctItems,
      isAllCorrect: result.isAllCorrect, prediction: state.prediction?.value,
      timeUsed: timeUsed(state, basis: sheet.attempt.timeBasis), lastChangeAt: state.lastChange)
  }
}

/// Who ends an attempt.
private enum Ender {
  case person
  /// The deadline, or the organizer who closes the round.
  case clock
}
