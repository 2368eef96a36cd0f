// How commands name things: units by code, cohorts and contests by id or by a name that is theirs
// alone.

extension Engine {
  func cohort(named reference: String, _ actor: Actor) throws -> Cohort {
    if let id = CohortID(text: reference) { return try requireCohort(id, actor) }
    let named = try cohorts(for: actor).filter { $0.name == reference }
    guard named.count <= 1 else { throw Self.ambiguous(reference, named.map(\.id.text)) }
    guard let cohort = named.first else { throw Refusal.notFound(.cohort) }
    return cohort
  }

  func contest(named reference: String, _ actor: Actor) throws -> PinnedContest {
    if let id = ContestID(text: reference) { return try requireManagedContest(id, actor) }
    let named = try managedContests(actor).filter { $0.contest.sheet.slug == reference }
    guard named.count <= 1 else {
      throw Self.ambiguous(reference, named.map(\.contest.id.text))
    }
    guard let contest = named.first else { throw Refusal.notFound(.contest) }
    return contest
  }

  /// The contests the actor manages, oldest first; final tests are no contests.
  func managedContests(_ actor: Actor) throws -> [PinnedContest] {
    let ids = try read { connection in
      try connection.contests.all().filter { $0.purpose == .contest }.map(\.id)
    }
    return try ids.compactMap { id in
      do { return try requireManagedContest(id, actor) } catch Refusal.notFound { return nil }
    }
  }

  private static func ambiguous(_ name: String, _ ids: [String]) -> Misuse {
    let list = ids.joined(separator: ", ")
    return Misuse(
      vi: "Có \(ids.count) mục cùng tên “\(name)”. Hãy dùng mã: \(list).",
      en: "\(ids.count) things are called “\(name)”. Use an id: \(list).")
  }
}
