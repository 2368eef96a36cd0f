// How commands name things: by id, or by a name that is theirs alone.

extension Engine {
  func cohort(named reference: String, _ actor: Actor) throws -> Cohort {
    if let id = CohortID(text: reference) { return try requireCohort(id, actor) }
    let units = try units()
    return try theOne(
      of: try cohorts(for: actor), named: reference, none: .notFound(.cohort),
      names: { [$0.name] },
      candidate: { .init(id: $0.id.text, text: "\($0.name) (\(units[$0.unit]?.code ?? "—"))") })
  }

  func contest(named reference: String, _ actor: Actor) throws -> PinnedContest {
    if let id = ContestID(text: reference) { return try requireManagedContest(id, actor) }
    let units = try units()
    return try theOne(
      of: try managedContests(actor), named: reference, none: .notFound(.contest),
      names: {
        let sheet = $0.contest.sheet
        return [sheet.slug, sheet.title.vietnamese, sheet.title.english]
      },
      candidate: { pinned in
        let contest = pinned.contest
        return .init(
          id: contest.id.text,
          text: "\(contest.sheet.title.vietnamese) (\(contest.sheet.slug), "
            + "\(units[contest.unit]?.code ?? "—"), \(contest.span.opens.vietnamText(.vietnamese)))"
        )
      })
  }

  /// A person by id, sign-in name, code or full name.
  func person(named reference: String, _ actor: Actor) throws -> Person {
    if let id = PersonID(text: reference) {
      guard let person = try read({ try $0.persons.person(id) }) else {
        throw Refusal.notFound(.person)
      }
      return person
    }
    let units = try units()
    let people = try people(actor)
    if let holder = people.first(where: { $0.username == reference.lowercased() }) { return holder }
    return try theOne(
      of: people, named: reference, none: .notFound(.person), names: { [$0.name, $0.code] },
      candidate: { person in
        let more = [units[person.unit]?.code, person.code, person.birthYear.map { String($0) }]
        return .init(
          id: person.id.text,
          text: "\(person.name) (\(more.compactMap { $0 }.joined(separator: ", ")))")
      })
  }

  /// Everybody of the units in which the actor looks after people.
  func people(_ actor: Actor, in unit: UnitID? = nil) throws -> [Person] {
    let units = try units()
    let roots = unit.map { [$0] } ?? units.children(of: nil).map(\.id)
    for root in roots { try require(.managePeople, in: root, actor) }
    return try read { connection in
      try roots.flatMap { root in
        try units.subtree(of: root).flatMap { try connection.persons.members(of: $0.unit.id) }
      }
    }
  }

  /// A paper by its check code, its number in the register or the name of its holder.
  func certificate(named reference: String, _ actor: Actor) throws -> Certificate {
    do { return try certificate(code: reference) } catch Refusal.notFound {}
    return try theOne(
      of: try register(by: actor), named: reference, none: .notFound(.certificate),
      names: { [$0.number, $0.holder] },
      candidate: {
        .init(id: $0.code, text: "\($0.holder), \($0.number), \($0.courseTitle.vietnamese)")
      })
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
}
