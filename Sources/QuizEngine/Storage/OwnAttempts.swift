extension AttemptTable {
  /// A person's attempts in all contests, the newest first.
  package func attempts(of person: PersonID, limit: Int) throws -> [Attempt] {
    try connection.query(
      """
      SELECT id, contest, round, person, number, seed, started_at, deadline
      FROM attempt WHERE person = ? ORDER BY started_at DESC LIMIT ?
      """, [.id(person), .count(limit)], Self.read)
  }

  /// The best points of each learner of a cohort in the final tests of a course.
  package func bestTestPoints(
    in cohort: CohortID, course: String
  ) throws -> [PersonID: Points] {
    let rows = try connection.query(
      """
      SELECT a.person, max(a.points)
      FROM enrolment e JOIN attempt a ON a.person = e.person JOIN contest c ON c.id = a.contest
      WHERE e.cohort = ? AND c.course = ? AND a.points IS NOT NULL GROUP BY a.person
      """, [.id(cohort), .text(course)]
    ) { row in (try row.id(0) as PersonID, row.points(1)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}

extension AttemptTable {
  /// The learners of a cohort who have an attempt running in any contest.
  package func runners(in cohort: CohortID, at instant: Instant) throws -> Set<PersonID> {
    Set(
      try connection.query(
        """
        SELECT DISTINCT e.person FROM enrolment e JOIN attempt a ON a.person = e.person
        WHERE e.cohort = ? AND e.membership = 'learner' AND a.closed_at IS NULL AND a.deadline > ?
        """, [.id(cohort), .instant(instant)]
      ) { try $0.id(0) })
  }
}

extension SignInTable {
  /// The learners of a cohort who hold a card that works.
  package func cardHolders(in cohort: CohortID) throws -> Set<PersonID> {
    Set(
      try connection.query(
        """
        SELECT DISTINCT e.person
        FROM enrolment e JOIN card c ON c.person = e.person AND c.revoked_at IS NULL
        WHERE e.cohort = ? AND e.membership = 'learner'
        """, [.id(cohort)]
      ) { try $0.id(0) })
  }
}
