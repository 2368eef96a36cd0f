/// SQL for cohorts and enrolments.
package struct CohortTable {
  let connection: Connection

  /// The cohort of that name.
  package func find(_ id: CohortID) throws -> Cohort? {
    try connection.first(
      "SELECT id, name, unit, course, due_at, created_at FROM cohort WHERE id = ?", [.id(id)],
      Self.read)
  }

  package func all() throws -> [Cohort] {
    try connection.query(
      "SELECT id, name, unit, course, due_at, created_at FROM cohort ORDER BY id", [], Self.read)
  }

  /// The cohorts of a person in one way of belonging, oldest first.
  package func cohorts(of person: PersonID, as membership: Membership) throws -> [Cohort] {
    try connection.query(
      """
      SELECT c.id, c.name, c.unit, c.course, c.due_at, c.created_at
      FROM enrolment e JOIN cohort c ON c.id = e.cohort
      WHERE e.person = ? AND e.membership = ? ORDER BY c.id
      """, [.id(person), .text(membership.rawValue)], Self.read)
  }

  /// Adds a cohort.
  package func insert(_ cohort: Cohort) throws {
    try connection.run(
      "INSERT INTO cohort (id, name, unit, course, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?)",
      [
        .id(cohort.id), .text(cohort.name), .id(cohort.unit), .words(cohort.course),
        .instant(cohort.dueAt), .instant(cohort.createdAt),
      ])
  }

  /// Enrols once, and tells whether it was the first time; doing it again changes nothing.
  @discardableResult
  package func enrol(
    _ person: PersonID, in cohort: CohortID, as membership: Membership, at instant: Instant
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO enrolment (cohort, person, membership, enrolled_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (cohort, person) DO NOTHING
      """, [.id(cohort), .id(person), .text(membership.rawValue), .instant(instant)]) > 0
  }

  /// Whether the person teaches the cohort.
  package func isTeacher(_ person: PersonID, of cohort: CohortID) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM enrolment WHERE cohort = ? AND person = ? AND membership = 'teacher'",
      [.id(cohort), .id(person)]
    ) { _ in true } ?? false
  }

  /// Number of learners.
  package func size(of cohort: CohortID) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM enrolment WHERE cohort = ? AND membership = 'learner'", [.id(cohort)]
    ) { $0.int(0) } ?? 0
  }

  private static func read(_ row: Row) throws -> Cohort {
    Cohort(
      id: try row.id(0), name: row.text(1), unit: try row.id(2), course: row.optionalText(3),
      dueAt: row.instantIfAny(4), createdAt: row.instant(5))
  }
}

extension Connection {
  package var cohorts: CohortTable { CohortTable(connection: self) }
}
