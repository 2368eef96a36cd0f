/// A contest with its phase at one moment.
package struct ContestReading: Sendable {
  package let pinned: PinnedContest
  package let phase: PhaseReading

  package var contest: Contest { pinned.contest }
}

/// What somebody may do in a contest now, and what they did before.
package struct EntrantReading: Sendable {
  package let reading: ContestReading
  /// Own attempts, oldest first, with their outcomes once ended.
  package let attempts: [(attempt: Attempt, outcome: AttemptOutcome?)]
  /// Why no attempt can start now; nil when one can, or when one runs.
  package let obstacle: Refusal?
  /// The attempt that runs now.
  package let running: Attempt?
}

extension Engine {
  /// The contests a person may see: those of their unit or a unit above; staff also those below.
  package func contests(for session: Session, at instant: Instant) throws -> [ContestReading] {
    let units = try units()
    let ids = try read { connection in
      try connection.contests.all().filter { $0.purpose == .contest }.map { ($0.id, $0.unit) }
    }
    return try ids.compactMap { id, unit in
      let isEntrant = units.contains(session.unit, in: unit)
      let isManager = session.allows(.manageContests) && units.contains(unit, in: session.unit)
      guard isEntrant || isManager else { return nil }
      let pinned = try contest(id)
      guard
        isManager || !pinned.contest.sheet.eligibility.roles.isDisjoint(with: session.roles)
          || session.isStaff
      else { return nil }
      return ContestReading(pinned: pinned, phase: pinned.contest.phase(at: instant))
    }
  }

  /// One contest as the person sees it; one they may not see looks like none.
  package func entrantReading(
    _ id: ContestID, for session: Session, at instant: Instant
  ) throws -> EntrantReading {
    let pinned = try contest(id)
    let units = try units()
    let contest = pinned.contest
    guard contest.isSeen(by: session, in: units) else { throw Refusal.notFound(.contest) }
    let (person, attempts) = try read { connection in
      let attempts = try connection.attempts.attempts(of: session.person, in: id)
      return (
        try connection.persons.person(session.person),
        try attempts.map { ($0, try connection.attempts.outcome(of: $0.id)) }
      )
    }
    guard let person else { throw Refusal.notSignedIn }
    let running = attempts.last.flatMap { pair in
      pair.1 == nil && instant < pair.0.deadline ? pair.0 : nil
    }
    let used = Dictionary(grouping: attempts, by: { $0.0.round }).mapValues(\.count)
    var obstacle: Refusal?
    if running == nil {
      do throws(Refusal) {
        _ = try contest.roundToStart(
          for: person, isInside: contest.isFor(session.unit, in: units),
          used: { used[$0] ?? 0 }, at: instant)
      } catch {
        obstacle = error
      }
    }
    return EntrantReading(
      reading: ContestReading(pinned: pinned, phase: contest.phase(at: instant)),
      attempts: attempts.map { (attempt: $0.0, outcome: $0.1) }, obstacle: obstacle,
      running: running)
  }
}
