extension Engine {
  /// Brings the people of a class list into a school, and into a cohort when one is named.
  ///
  /// Known people are found again by class and code, or by class, name and year of birth, so the
  /// same file twice changes nothing. All of it is one transaction; with any issue, or as a dry
  /// run, nothing is written.
  ///
  /// - Parameters:
  ///   - bytes: CSV as Excel saves it.
  ///   - unit: the school; a class takes pupils whose class the file leaves out.
  package func importPeople(
    _ bytes: [UInt8], file: String, into unit: UnitID, cohort: CohortID? = nil,
    isDryRun: Bool = false, by actor: Actor, at instant: Instant
  ) throws -> ImportPlan {
    try require(.managePeople, in: unit, actor)
    guard let school = try units()[unit] else { throw Refusal.notFound(.unit) }
    let target = try cohort.map { try requireCohort($0, actor) }
    if let target { try require(.managePeople, in: target.unit, actor) }
    let list = ClassListReader.read(
      bytes, file: file, needsClass: school.kind != .schoolClass,
      year: CalendarTime(instant, offset: vietnamOffset).year)
    let isForTeachers = target?.course.flatMap { catalogue[$0] }?.audience == .teacher
    let environment = environment
    if isDryRun || !list.issues.isEmpty {
      return try read { try $0.plan(list, into: school, environment, at: instant) }
    }
    defer { unitsChanged() }
    return try write(by: actor) { transaction in
      let connection = transaction.connection
      let plan = try connection.plan(list, into: school, environment, at: instant)
      guard plan.issues.isEmpty else { return plan }
      try transaction.apply(plan)
      if let cohort {
        try connection.enrol(plan, in: cohort, isForTeachers: isForTeachers, at: instant)
      }
      try transaction.audit(
        "person import", school.code, by: actor,
        detail: "\(plan.created) created, \(plan.changed) changed, \(plan.unchanged) unchanged",
        at: instant)
      return plan
    }
  }
}

extension Connection {
  fileprivate func plan(
    _ list: ClassList, into school: Unit, _ environment: Environment, at instant: Instant
  ) throws -> ImportPlan {
    let classes = ImportClasses(in: school, known: try units.all(), at: instant) {
      environment.newID(at: instant)
    }
    var planning = ImportPlanning(
      classes, school: school, issues: list.issues, at: instant,
      newID: { environment.newID(at: instant) }, members: { try self.persons.members(of: $0) },
      holder: { try self.persons.holder(ofUsername: $0) })
    return try planning.plan(list.entries)
  }

  /// Teachers learn in a cohort of a teachers' course, and teach in every other.
  fileprivate func enrol(
    _ plan: ImportPlan, in cohort: CohortID, isForTeachers: Bool, at instant: Instant
  ) throws {
    for row in plan.rows {
      let teaches = row.person.roles.contains(.teacher) && !isForTeachers
      try cohorts.enrol(
        row.person.id, in: cohort, as: teaches ? .teacher : .learner, at: instant)
    }
  }
}

extension Transaction {
  fileprivate func apply(_ plan: ImportPlan) throws {
    for schoolClass in plan.classes where schoolClass.isNew {
      try connection.units.insert(schoolClass.unit)
    }
    for row in plan.rows {
      switch row.change {
      case .created: try connection.persons.insert(row.person)
      case .changed: try update(row.person)
      case .unchanged: continue
      }
    }
  }
}
