extension Contest {
  /// The round in which `person` may start an attempt at `instant`.
  ///
  /// - Parameters:
  ///   - isInside: whether the person's unit lies in the contest's unit.
  ///   - used: the person's attempts in each round so far.
  package func roundToStart(
    for person: Person, isInside: Bool, used: (Int) -> Int, at instant: Instant
  ) throws(Refusal) -> Int {
    guard isInside else { throw .notEligible(.unit) }
    if let obstacle = sheet.eligibility.obstacle(for: person, at: instant) {
      throw .notEligible(obstacle)
    }
    let reading = phase(at: instant)
    switch reading.phase {
    case .upcoming: throw .notOpenYet(opens: reading.until ?? span.opens)
    case .closed, .published: throw .closed(since: span.closes)
    case .open: break
    }
    if let limit = sheet.attempt.limit, used(reading.round) >= limit {
      throw .noAttemptsLeft(limit: limit)
    }
    return reading.round
  }

  /// Refuses whoever starts again and again where the sheet sets no limit: each attempt is a row,
  /// and brings a new allowance of saves.
  ///
  /// - Parameter starts: when the person's attempts started so far, the earliest first.
  package static func requirePace(of starts: [Instant], at instant: Instant) throws(Refusal) {
    var pace = Pace(burst: 100, interval: .seconds(15))
    for start in starts { pace.count(at: start) }
    guard pace.ready <= instant else { throw .tooFast(until: pace.ready) }
  }

  /// When an attempt ends that starts at `instant` in `round`.
  package func deadline(startingAt instant: Instant, round: Int) -> Instant {
    let closes = windows.indices.contains(round) ? windows[round].closes : span.closes
    guard let duration = sheet.attempt.duration else { return closes }
    let full = instant + duration
    return sheet.attempt.lateStart == .fullTime ? full : min(full, closes)
  }
}

/// What to do with a save that arrives.
package enum SaveDecision: Hashable, Sendable {
  /// New: append it.
  case append
  /// Seen before, word for word: answer with the same receipt.
  case repeated(SavedAnswer)
}

extension Attempt {
  /// Refuses any change from the deadline on, and after the attempt was closed.
  package func requireRunning(_ state: AttemptState, at instant: Instant) throws(Refusal) {
    if let closing = state.closing {
      throw .attemptEnded(at: closing.at, byDeadline: !closing.isSubmitted)
    }
    guard instant < deadline else { throw .attemptEnded(at: deadline, byDeadline: true) }
  }

  /// Refuses what comes faster than people answer.
  package func requirePace(_ state: AttemptState, at instant: Instant) throws(Refusal) {
    guard state.pace.ready <= instant else { throw .tooFast(until: state.pace.ready) }
  }

  /// Whether the save of `response` under `revision` may be appended.
  ///
  /// A repeated save is answered even after the end: its first delivery was in time.
  package func decideSave(
    _ response: Response, slot: Int, revision: Int, shapes: [ItemShape], state: AttemptState,
    at instant: Instant
  ) throws(Refusal) -> SaveDecision {
    guard slot >= 1, slot <= shapes.count else { throw .noSuchSlot(slot) }
    let saved = state.answers[slot]
    if let saved, saved.revision == revision, saved.response == response {
      return .repeated(saved)
    }
    try requireRunning(state, at: instant)
    guard response.fits(shapes[slot - 1]) else { throw .responseDoesNotFit(slot: slot) }
    if let saved, saved.revision >= revision { throw .staleRevision(found: saved.revision) }
    return .append
  }

  /// Time used, by the sheet's basis; never negative.
  package func timeUsed(_ state: AttemptState, basis: TimeBasis) -> Span {
    let end: Instant
    switch basis {
    case .submission: end = state.closing?.at ?? state.lastChange ?? startedAt
    case .lastChange: end = state.lastChange ?? startedAt
    }
    return max(.zero, end - startedAt)
  }
}

extension PredictionTerms {
  /// Refuses a number outside the sheet's range.
  package func check(_ value: Int) throws(Refusal) {
    guard (minimum...maximum).contains(value) else {
      throw .predictionOutOfRange(minimum: minimum, maximum: maximum)
    }
  }
}
