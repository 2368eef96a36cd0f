extension Engine {
  /// Brings the people of a class list into a school, and into a cohort when one is named.
  ///
  /// Known people are found again by number, by class and code, or by class, name and year of
  /// birth, so the same file twice changes nothing; who may be known elsewhere, and a class that is
  /// new, is asked. All of it is one transaction. As a dry run, with a question that nobody
  /// answered, or with any issue that is not to be passed over, nothing is written.
  ///
  /// - Parameters:
  ///   - bytes: CSV or a workbook as Excel saves it.
  ///   - unit: the school; a class takes pupils whose class the file leaves out.
  package func importPeople(
    _ bytes: [UInt8], file: String, into unit: UnitID, cohort: CohortID? = nil,
    decisions: ImportDecisions = ImportDecisions(), isDryRun: Bool = false, by actor: Actor,
    at instant: Instant
  ) throws -> ImportPlan {
    try require(.managePeople, in: unit, actor)
    guard let school = try units()[unit] else { throw Refusal.notFound(.unit) }
    let target = try cohort.map { try requireCohort($0, actor) }
    if let target { try require(.managePeople, in: target.unit, actor) }
    let list = ClassListReader.read(
      bytes, file: file, sheet: decisions.sheet, needsClass: school.kind != .schoolClass,
      year: CalendarTime(instant, offset: vietnamOffset).year)
    let draft = try ImportDraft(
      list: list, school: school, cohort: target?.id,
      isForTeachers: target?.course.flatMap { catalogue[$0] }?.audience == .teacher,
      decisions: decisions, actor: actor, instant: instant, environment: environment,
      folder: folder, search: search(list, school, actor))
    let plan = try read { try draft.plan($0) }
    if isDryRun || !plan.isReady(decisions) { return plan }
    defer { unitsChanged() }
    return try write(by: actor) { try draft.carryOut($0) }
  }

  private func search(_ list: ClassList, _ school: Unit, _ actor: Actor) throws -> ImportSearch {
    let digests = try folder.matchingKey().map { key in
      let code = HMACSHA256(key: key)
      return list.entries.compactMap { $0.personalNumber.map { code.code(for: $0.digits) } }
    }
    let wanted = ImportWanted(list.entries)
    return try read {
      try ImportSearch(
        wanted, numbers: digests ?? [], school: school.id, scope: actor.scope, $0)
    }
  }
}

extension Actor {
  /// The unit below which the actor may look at people; nil for everywhere.
  var scope: UnitID? {
    switch self {
    case .person(let session): session.unit
    case .machine: nil
    }
  }
}
