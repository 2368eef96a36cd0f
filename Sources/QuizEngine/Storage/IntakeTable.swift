/// SQL for taking all people of a unit into a cohort.
package struct IntakeTable {
  let connection: Connection

  /// How many of the cohort's unit, and of those below it, are not in it; counted up to one more
  /// than an act takes.
  package func count(_ intake: CohortIntake, outside cohort: Cohort) throws -> Int {
    try connection.first(
      """
      WITH RECURSIVE below (id) AS (
        SELECT ? UNION SELECT u.id FROM unit u JOIN below b ON u.parent = b.id)
      SELECT count(*) FROM (
        SELECT 1 FROM below b JOIN person p ON p.unit = b.id
        WHERE (instr(' ' || p.roles || ' ', ' student ') > 0) = ? AND NOT EXISTS (
          SELECT 1 FROM enrolment WHERE cohort = ? AND person = p.id)
        LIMIT ?)
      """,
      [
        .id(cohort.unit), .flag(intake == .pupils), .id(cohort.id),
        .count(CohortIntake.limit + 1),
      ]
    ) { $0.int(0) } ?? 0
  }

  /// Enrols them as learners; returns how many.
  package func take(
    _ intake: CohortIntake, into cohort: Cohort, at instant: Instant
  ) throws -> Int {
    try connection.run(
      """
      WITH RECURSIVE below (id) AS (
        SELECT ? UNION SELECT u.id FROM unit u JOIN below b ON u.parent = b.id)
      INSERT INTO enrolment (cohort, person, membership, enrolled_at)
      SELECT ?, p.id, 'learner', ? FROM below b JOIN person p ON p.unit = b.id
      WHERE (instr(' ' || p.roles || ' ', ' student ') > 0) = ?
      ON CONFLICT (cohort, person) DO NOTHING
      """,
      [.id(cohort.unit), .id(cohort.id), .instant(instant), .flag(intake == .pupils)])
  }
}

extension Connection {
  package var intakes: IntakeTable { IntakeTable(connection: self) }
}
