extension Engine {
  /// Ends the open round now; attempts that still run end at their deadline or now, whichever is
  /// earlier.
  ///
  /// - Throws: `Refusal.closed` when no round is open.
  package func closeContest(_ id: ContestID, by actor: Actor, at instant: Instant) throws {
    let pinned = try requireManagedContest(id, actor)
    try requireTrustedClock()
    let reading = pinned.contest.phase(at: instant)
    guard reading.phase == .open else {
      throw reading.phase == .upcoming
        ? Refusal.notOpenYet(opens: reading.until ?? pinned.contest.span.opens)
        : Refusal.closed(since: pinned.contest.span.closes)
    }
    // A round that is closed in the moment of its opening was open for a millisecond.
    let closes = max(instant, pinned.contest.windows[reading.round].opens + Span(milliseconds: 1))
    try write(by: actor) { transaction in
      // Two who close at once: the second must not move the end back.
      guard try transaction.contest(id).contest.phase(at: instant) == reading else {
        throw Refusal.closed(since: instant)
      }
      try transaction.connection.contests.setCloses(closes, of: id, round: reading.round)
      try transaction.endRunning(of: id, round: reading.round, at: instant)
      try transaction.audit("contest close", id.text, by: actor, at: instant)
      transaction.contestChanged(id)
    }
    contestChanged(id)
    try settleRounds(at: instant)
  }

  /// Makes the results public; every round must be over, late starters' time included.
  ///
  /// - Throws: `Refusal.keysStillAsked` while another contest of the same questions runs.
  package func publishContest(_ id: ContestID, by actor: Actor, at instant: Instant) throws {
    let pinned = try requireManagedContest(id, actor)
    try requireTrustedClock()
    let reading = pinned.contest.phase(at: instant)
    switch reading.phase {
    case .published: return
    case .closed: break
    case .upcoming, .open:
      throw Refusal.notOpenYet(opens: pinned.contest.span.closes)
    }
    try tick(at: instant)
    for round in pinned.contest.windows.indices {
      let progress = try read { try $0.attempts.progress(of: id, round: round) }
      guard progress.started == progress.ended else {
        throw Refusal.notOpenYet(opens: pinned.contest.lastDeadline(ofRound: round))
      }
    }
    let units = try units()
    try write(by: actor) { transaction in
      guard try transaction.contest(id).contest.phase(at: instant).phase == .closed else { return }
      try transaction.connection.requireNobodyAsks(pinned, units, at: instant)
      try transaction.connection.contests.publish(id, at: instant)
      try transaction.audit("contest publish", id.text, by: actor, at: instant)
      transaction.contestChanged(id)
    }
    contestChanged(id)
  }
}
