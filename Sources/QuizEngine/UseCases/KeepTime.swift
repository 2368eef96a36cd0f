/// What an operator is shown of the time.
package struct ClockSummary: Hashable, Sendable {
  package let now: Instant
  /// The machine's wall clock minus ours.
  package let ahead: Span
  /// The moment at which time stands still, while it does.
  package let doubtfulSince: Instant?
}

extension Engine {
  /// Lets the folder's memory decide which time holds; before anything else happens.
  func settleClock() throws {
    guard let clock = environment.clock else { return }
    clock.settle(folder.clock.read(), stored: try read { try $0.newestMoment() })
    // A full disk must not keep the server from starting: whoever tends it tries again.
    try? keepTime()
  }

  /// Writes down how late it is: after a power cut no clock may show less.
  package func keepTime() throws {
    guard let record = environment.clock?.record else { return }
    try folder.clock.write(record)
  }

  /// How the two clocks stand to each other.
  package func clockSummary(at instant: Instant) -> ClockSummary {
    let clock = environment.clock
    return ClockSummary(
      now: instant, ahead: clock?.ahead ?? .zero, doubtfulSince: clock?.doubtfulSince)
  }

  /// Takes the machine's wall clock as the time, at an operator's word.
  ///
  /// - Throws: `Refusal.attemptsRunning` when the clock is not doubtful and deadlines would move.
  package func acceptClock(by actor: Actor) throws -> ClockSummary {
    guard let clock = environment.clock else { return clockSummary(at: environment.now()) }
    let (stored, hasRunning) = try read {
      (try $0.newestMoment(), try $0.attempts.hasRunning())
    }
    let before = environment.now()
    let record = try clock.accepted(stored: stored, hasRunning: hasRunning)
    let now = record.anchor.wall
    let moved = now - before
    // On disk first: a time that was accepted must not be forgotten.
    try write(by: actor) {
      try $0.audit(
        "data clock accept", "", by: actor, detail: "moved \(moved.milliseconds) ms",
        at: now)
    }
    try folder.clock.write(record)
    clock.trust(record)
    return clockSummary(at: clock.now())
  }

  /// Nothing starts, closes or is published by a clock that may be wrong.
  func requireTrustedClock() throws(Refusal) {
    if environment.clock?.doubtfulSince != nil { throw .clockDoubtful }
  }
}
