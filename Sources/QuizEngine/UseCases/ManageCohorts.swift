extension Engine {
  /// Makes a cohort in a unit; its name is unique there.
  ///
  /// Those of the unit's people whom `intake` names are its learners from the start.
  package func createCohort(
    name: String, unit: UnitID, course: String?, dueAt: Instant?,
    taking intake: CohortIntake? = nil, by actor: Actor, at instant: Instant
  ) throws -> Cohort {
    try require(.managePeople, in: unit, actor)
    let name = try checkedName(name)
    guard try units()[unit] != nil else { throw Refusal.notFound(.unit) }
    if let course, catalogue[course] == nil { throw Refusal.notFound(.course) }
    let cohort = Cohort(
      id: environment.newID(at: instant), name: name, unit: unit, course: course, dueAt: dueAt,
      createdAt: instant)
    if let intake { _ = try newcomers(of: cohort, intake) }
    return try write(by: actor) { transaction in
      // An undone import may have taken it away meanwhile.
      guard try transaction.connection.units.exists(unit) else { throw Refusal.notFound(.unit) }
      let known = try transaction.connection.cohorts.all()
      guard !known.contains(where: { $0.unit == unit && $0.name == name }) else {
        throw Refusal.alreadyExists(.cohort, name: name)
      }
      try transaction.connection.cohorts.insert(cohort)
      try transaction.audit("cohort create", cohort.id.text, by: actor, at: instant)
      if let intake { _ = try transaction.take(intake, into: cohort, by: actor, at: instant) }
      return cohort
    }
  }

  /// Enrols people; those who are already in stay as they are.
  package func enrol(
    _ people: [PersonID], in id: CohortID, as membership: Membership, by actor: Actor,
    at instant: Instant
  ) throws {
    let cohort = try requireCohort(id, actor)
    try require(.managePeople, in: cohort.unit, actor)
    let units = try units()
    try write(by: actor) { transaction in
      for person in people {
        try transaction.requireReach(of: actor, to: person, units)
        try transaction.connection.cohorts.enrol(person, in: id, as: membership, at: instant)
      }
      try transaction.audit(
        "cohort enrol", id.text, by: actor, detail: "\(people.count) persons", at: instant)
    }
  }

  /// The cohorts the actor may see, newest first.
  package func cohorts(for actor: Actor) throws -> [Cohort] {
    let all = try read { try $0.cohorts.all() }
    guard case .person(let session) = actor else { return all.reversed() }
    let taught = Set(
      try read { try $0.cohorts.cohorts(of: session.person, as: .teacher) }.map(\.id))
    let units = try units()
    let mayByRole = !session.roles.isDisjoint(with: [.organizer, .admin, .auditor])
    return all.filter {
      taught.contains($0.id) || (mayByRole && units.contains($0.unit, in: session.unit))
    }.reversed()
  }
}

extension Transaction {
  /// Somebody of another unit looks like nobody.
  fileprivate func requireReach(of actor: Actor, to id: PersonID, _ units: UnitTree) throws {
    guard let person = try connection.persons.person(id) else { throw Refusal.notFound(.person) }
    guard case .person(let session) = actor else { return }
    guard units.contains(person.unit, in: session.unit) else { throw Refusal.notFound(.person) }
  }
}
