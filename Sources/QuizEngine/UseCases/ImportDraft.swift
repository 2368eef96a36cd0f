/// One list on its way in: planned on a reader, planned again and carried out by the writer.
struct ImportDraft: Sendable {
  let list: ClassList
  let school: Unit
  let cohort: CohortID?
  let isForTeachers: Bool
  let decisions: ImportDecisions
  let actor: Actor
  let instant: Instant
  let environment: Environment
  let folder: DataFolder
  let search: ImportSearch

  func plan(_ connection: Connection) throws -> ImportPlan {
    let units = UnitTree(try connection.units.all())
    guard units[school.id] != nil else { throw Refusal.notFound(.unit) }
    let code = try folder.matchingKey().map { HMACSHA256(key: $0) }
    let classes = ImportClasses(in: school, units, decisions, at: instant) {
      environment.newID(at: instant)
    }
    var planning = ImportPlanning(
      classes, school: school, units, try search.population(connection, units), decisions,
      at: instant, newID: { environment.newID(at: instant) },
      digest: { number in code?.code(for: number.digits) })
    return planning.plan(list)
  }

  /// Looks at everything again, for it was planned before the writer's turn came.
  func carryOut(_ transaction: Transaction) throws -> ImportPlan {
    let connection = transaction.connection
    if let cohort, try connection.cohorts.find(cohort) == nil { throw Refusal.notFound(.cohort) }
    var plan = try plan(connection)
    guard plan.isReady(decisions) else { return plan }
    for schoolClass in plan.classes where schoolClass.isNew {
      try connection.units.insert(schoolClass.unit)
    }
    var entries: [ImportRun.Entry] = []
    for row in plan.rows { entries.append(try write(row, transaction)) }
    let run = ImportRun(
      id: environment.newID(at: instant), unit: school.id, cohort: cohort, actor: actor.person,
      madeAt: instant, created: plan.created, changed: plan.changed + plan.moved)
    try connection.imports.insert(
      run, entries.filter { $0.before != $0.after || $0.isEnrolled || $0.number != nil },
      classes: plan.classes.filter(\.isNew).map(\.unit.id))
    try transaction.audit(
      "person import", school.code, by: actor,
      detail: "\(run.id.text): \(plan.created) created, \(plan.changed) changed, "
        + "\(plan.moved) moved, \(plan.unchanged) unchanged", at: instant)
    plan.run = run.id
    return plan
  }

  private func write(_ row: ImportPlan.Row, _ transaction: Transaction) throws -> ImportRun.Entry {
    let connection = transaction.connection
    switch row.change {
    case .created: try connection.persons.insert(row.person)
    case .changed, .moved: try transaction.update(row.person)
    case .unchanged: break
    }
    var isEnrolled = false
    if let cohort {
      // Teachers learn in a cohort of a teachers' course, and teach in every other.
      let teaches = row.person.roles.contains(.teacher) && !isForTeachers
      isEnrolled = try connection.cohorts.enrol(
        row.person.id, in: cohort, as: teaches ? .teacher : .learner, at: instant)
    }
    return ImportRun.Entry(
      person: row.person.id, after: .init(row.person), before: row.before.map { .init($0) },
      isEnrolled: isEnrolled, number: try number(row, connection))
  }

  private func number(
    _ row: ImportPlan.Row, _ connection: Connection
  ) throws -> ImportRun.NumberChange? {
    guard let number = row.personalNumber else { return nil }
    let key = try folder.matchingKey(orMake: { environment.secret(bytes: 32) })
    let digest = HMACSHA256(key: key).code(for: number.digits)
    let before = try connection.personalNumbers.number(of: row.person.id)
    guard before?.digest != digest else { return nil }
    try connection.personalNumbers.set(
      KeyedNumber(digest: digest, tail: number.tail), of: row.person.id)
    return ImportRun.NumberChange(after: digest, before: before)
  }
}
