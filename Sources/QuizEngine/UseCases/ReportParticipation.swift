extension Engine {
  /// Participation in a contest, unit by unit from the contest's own downwards.
  ///
  /// - Parameter round: one round from 0, or nil for the whole contest.
  package func participation(
    of id: ContestID, round: Int? = nil, by actor: Actor
  ) throws -> [UnitParticipation] {
    let pinned = try requireManagedContest(id, actor)
    if let round, !pinned.rounds.indices.contains(round) { throw Refusal.notFound(.contest) }
    let nodes = try units().subtree(of: pinned.contest.unit)
    let roles = pinned.contest.sheet.eligibility.roles
    let (registered, counts) = try read { connection in
      (
        try connection.participation.registered(roles: roles),
        try connection.participation.counts(id, round: round)
      )
    }
    return UnitParticipation.report(
      nodes, registered: registered,
      counts: Dictionary(counts.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first }))
  }
}
