extension Engine {
  /// Saves one answer; `then` gets the proof after it is on disk.
  ///
  /// The same revision and answer again give the same proof; an older revision is refused as
  /// `staleRevision`, somebody else's attempt as not found, and what comes too fast as `tooFast`,
  /// to be sent again.
  package func save(
    _ response: Response, slot: Int, revision: Int, in attempt: AttemptID, by person: PersonID,
    at instant: Instant, then: @escaping @Sendable (Result<SavedAnswer, any Error>) -> Void
  ) {
    write(
      { [isPaced] transaction in
        let live = try transaction.ownAttempt(attempt, of: person)
        let decision = try live.attempt.decideSave(
          response, slot: slot, revision: revision, shapes: live.shapes, state: live.state,
          at: instant)
        if case .repeated(let saved) = decision { return saved }
        if isPaced { try live.attempt.requirePace(live.state, at: instant) }
        try transaction.append(
          .saved(slot: slot, revision: revision, response: response), to: live, at: instant)
        guard let saved = live.state.answers[slot] else { throw Refusal.noSuchSlot(slot) }
        return saved
      }, then: then)
  }

  /// Saves the prediction, under the same rules as an answer.
  package func predict(
    _ value: Int, revision: Int, in attempt: AttemptID, by person: PersonID, at instant: Instant,
    then: @escaping @Sendable (Result<SavedPrediction, any Error>) -> Void
  ) {
    write(
      { [isPaced] transaction in
        let live = try transaction.ownAttempt(attempt, of: person)
        let sheet = try transaction.contest(live.attempt.contest).contest.sheet
        guard let terms = sheet.prediction else { throw Refusal.predictionNotAsked }
        if let saved = live.state.prediction {
          if saved.revision == revision, saved.value == value { return saved }
          if saved.revision >= revision { throw Refusal.staleRevision(found: saved.revision) }
        }
        try live.attempt.requireRunning(live.state, at: instant)
        try terms.check(value)
        if isPaced { try live.attempt.requirePace(live.state, at: instant) }
        try transaction.append(
          .predicted(revision: revision, value: value), to: live, at: instant)
        guard let saved = live.state.prediction else { throw Refusal.predictionNotAsked }
        return saved
      }, then: then)
  }
}

extension Transaction {
  /// The attempt, if it is the person's own; somebody else's looks like none.
  func ownAttempt(_ id: AttemptID, of person: PersonID) throws -> LiveAttempt {
    let live = try attempt(id)
    guard live.attempt.person == person else { throw Refusal.notFound(.attempt) }
    return live
  }
}
