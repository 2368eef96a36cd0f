/// SQL for completed lessons and credited periods.
package struct CompletionTable {
  let connection: Connection

  /// The lessons a person completed in a course.
  package func completions(of person: PersonID, course: String) throws -> [Completion] {
    try connection.query(
      """
      SELECT person, course, lesson, completed_at, right_answers, asked FROM completion
      WHERE person = ? AND course = ?
      """, [.id(person), .text(course)], Self.read)
  }

  /// Completed lessons of every learner of a cohort in its course.
  package func completions(in cohort: CohortID, course: String) throws -> [Completion] {
    try connection.query(
      """
      SELECT c.person, c.course, c.lesson, c.completed_at, c.right_answers, c.asked
      FROM enrolment e JOIN completion c ON c.person = e.person AND c.course = ?
      WHERE e.cohort = ? AND e.membership = 'learner'
      """, [.text(course), .id(cohort)], Self.read)
  }

  /// Keeps the best checkpoint; the first moment of completion stays.
  package func record(_ completion: Completion, courseDigest: Digest) throws {
    try connection.run(
      """
      INSERT INTO completion
        (person, course, lesson, course_digest, completed_at, right_answers, asked)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (person, course, lesson) DO UPDATE
      SET right_answers = excluded.right_answers, asked = excluded.asked,
        course_digest = excluded.course_digest
      WHERE excluded.right_answers > completion.right_answers
      """,
      [
        .id(completion.person), .text(completion.course), .text(completion.lesson),
        .digest(courseDigest), .instant(completion.at), .count(completion.right),
        .count(completion.asked),
      ])
  }

  /// Periods credited to a person: course, module, periods, when.
  package func credits(of person: PersonID) throws -> [Credit] {
    try connection.query(
      "SELECT person, course, module, periods, credited_at FROM credit WHERE person = ?",
      [.id(person)], Self.readCredit)
  }

  /// Credits of every learner of a cohort in its course.
  package func credits(in cohort: CohortID, course: String) throws -> [Credit] {
    try connection.query(
      """
      SELECT c.person, c.course, c.module, c.periods, c.credited_at
      FROM enrolment e JOIN credit c ON c.person = e.person AND c.course = ?
      WHERE e.cohort = ? AND e.membership = 'learner'
      """, [.text(course), .id(cohort)], Self.readCredit)
  }

  /// Credits a module once.
  package func insert(_ credit: Credit) throws {
    try connection.run(
      """
      INSERT INTO credit (person, course, module, periods, credited_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (person, course, module) DO NOTHING
      """,
      [
        .id(credit.person), .text(credit.course), .text(credit.module), .count(credit.periods),
        .instant(credit.at),
      ])
  }

  private static func read(_ row: Row) throws -> Completion {
    Completion(
      person: try row.id(0), course: row.text(1), lesson: row.text(2), at: row.instant(3),
      right: row.int(4), asked: row.int(5))
  }

  private static func readCredit(_ row: Row) throws -> Credit {
    Credit(
      person: try row.id(0), course: row.text(1), module: row.text(2), periods: row.int(3),
      at: row.instant(4))
  }
}

extension Connection {
  package var completions: CompletionTable { CompletionTable(connection: self) }
}
