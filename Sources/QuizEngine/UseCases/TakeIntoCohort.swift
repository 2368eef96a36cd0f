extension Engine {
  /// Takes the people of a cohort's unit, and of the units below it, in as learners; those who are
  /// in already stay as they are.
  ///
  /// - Returns: how many are new.
  @discardableResult
  package func take(
    _ intake: CohortIntake, into id: CohortID, by actor: Actor, at instant: Instant
  ) throws -> Int {
    let cohort = try requireCohort(id, actor)
    try require(.managePeople, in: cohort.unit, actor)
    guard try newcomers(of: cohort, intake) > 0 else { return 0 }
    return try write(by: actor) { try $0.take(intake, into: cohort, by: actor, at: instant) }
  }

  /// How many people of a cohort's unit `take` would bring in.
  package func outsiders(of cohort: Cohort, _ intake: CohortIntake) throws -> Int {
    try read { try $0.intakes.count(intake, outside: cohort) }
  }

  /// The same, bounded; counted beside the writer, which serves contests meanwhile.
  ///
  /// - Throws: `Refusal.invalid` of the field `people` when they are more than one act takes.
  func newcomers(of cohort: Cohort, _ intake: CohortIntake) throws -> Int {
    let count = try outsiders(of: cohort, intake)
    guard count <= CohortIntake.limit else { throw Refusal.invalid(field: "people", .tooMany) }
    return count
  }
}

extension Transaction {
  /// Enrols those who are not in; how many they may be was asked before.
  func take(
    _ intake: CohortIntake, into cohort: Cohort, by actor: Actor, at instant: Instant
  ) throws -> Int {
    let count = try connection.intakes.take(intake, into: cohort, at: instant)
    try audit("cohort enrol", cohort.id.text, by: actor, detail: "\(count) persons", at: instant)
    return count
  }
}
