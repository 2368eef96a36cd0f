/// An attempt with the paper it was dealt.
package struct DealtAttempt: Sendable {
  package let attempt: Attempt
  package let paper: Paper
  package let state: AttemptState
}

extension Engine {
  /// Starts an attempt in the open round, or returns the one that still runs there.
  ///
  /// - Throws: `Refusal` when the person may not enter now; a contest they may not see looks like
  ///   none.
  package func startAttempt(
    in contestID: ContestID, by session: Session, at instant: Instant,
    then: @escaping @Sendable (Result<DealtAttempt, any Error>) -> Void
  ) {
    let units: UnitTree
    do { units = try self.units() } catch { return then(.failure(error)) }
    let (newID, seed): (AttemptID, Seed) = (
      environment.newID(at: instant), Seed(environment.entropy())
    )
    let isDoubtful = environment.clock?.doubtfulSince != nil
    // Dealt here, so that the writer need not; whatever is wrong with it, the writer finds too.
    let paper = book.known(contestID).flatMap { try? $0.paper(seed: seed) }
    write(
      { [isPaced] transaction in
        try transaction.start(
          contestID, by: session, units: units, id: newID, seed: seed, paper: paper,
          isDoubtful: isDoubtful, isPaced: isPaced, at: instant)
      }, then: then)
  }
}

extension Transaction {
  fileprivate func start(
    _ contestID: ContestID, by session: Session, units: UnitTree, id: AttemptID, seed: Seed,
    paper dealtBefore: Paper?, isDoubtful: Bool, isPaced: Bool, at instant: Instant
  ) throws -> DealtAttempt {
    let pinned = try contest(contestID)
    let person = session.person
    let own = try connection.attempts.attempts(of: person, in: contestID)
    let latest = try own.last.map { try self.attempt($0.id) }
    if let running = latest, running.state.closing == nil, instant < running.attempt.deadline {
      return DealtAttempt(
        attempt: running.attempt, paper: try pinned.paper(seed: running.attempt.seed),
        state: running.state)
    }
    guard pinned.contest.isSeen(by: session, in: units) else { throw Refusal.notFound(.contest) }
    // On a doubtful clock whoever works goes on, and nobody begins.
    guard !isDoubtful else { throw Refusal.clockDoubtful }
    guard let entrant = try connection.persons.person(person) else {
      throw Refusal.notFound(.person)
    }
    try requireLessons(of: pinned.contest, by: person)
    let used = Dictionary(grouping: own, by: \.round).mapValues(\.count)
    let round = try pinned.contest.roundToStart(
      for: entrant, isInside: pinned.contest.isFor(entrant.unit, in: units),
      used: { used[$0] ?? 0 }, at: instant)
    if isPaced { try Contest.requirePace(of: own.map(\.startedAt).sorted(), at: instant) }
    let dealt = Attempt(
      id: id, contest: contestID, round: round, person: person, number: (used[round] ?? 0) + 1,
      seed: seed, startedAt: instant,
      deadline: pinned.contest.deadline(startingAt: instant, round: round))
    // A contest keeps its bank, so the same seed deals the same paper.
    let paper = try dealtBefore ?? pinned.paper(seed: seed)
    try connection.attempts.insert(dealt)
    let live = LiveAttempt(
      attempt: dealt, shapes: paper.shapes, state: AttemptState(genesis: dealt.genesis))
    keep(live)
    return DealtAttempt(attempt: dealt, paper: paper, state: live.state)
  }

  /// A final test opens after the module's lessons.
  private func requireLessons(of contest: Contest, by person: PersonID) throws {
    guard case .finalTest(let course, _) = contest.purpose else { return }
    let done = Set(
      try connection.completions.completions(of: person, course: course)
        .filter(\.isPassed).map(\.lesson))
    let missing = (contest.sheet.training?.lessons ?? []).filter { !done.contains($0) }
    guard missing.isEmpty else { throw Refusal.notComplete(missing: missing.count) }
  }
}
