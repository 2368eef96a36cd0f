/// SQL for completed lessons and credited periods.
package struct CompletionTable {
  let connection: Connection

  /// The lessons a person tried or passed in a course.
  package func completions(of person: PersonID, course: String) throws -> [Completion] {
    try connection.query(
      """
      SELECT person, course, lesson, completed_at, passed_at, right_answers, asked, mastered, tries
      FROM completion WHERE person = ? AND course = ?
      """, [.id(person), .text(course)], Self.read)
  }

  /// What a person's tries at one lesson came to; nil before the first.
  package func completion(
    of person: PersonID, course: String, lesson: String
  ) throws -> Completion? {
    try connection.first(
      """
      SELECT person, course, lesson, completed_at, passed_at, right_answers, asked, mastered, tries
      FROM completion WHERE person = ? AND course = ? AND lesson = ?
      """, [.id(person), .text(course), .text(lesson)], Self.read)
  }

  /// Lessons that learners of a cohort tried or passed in its course.
  package func completions(in cohort: CohortID, course: String) throws -> [Completion] {
    try connection.query(
      """
      SELECT c.person, c.course, c.lesson, c.completed_at, c.passed_at, c.right_answers, c.asked,
        c.mastered, c.tries
      FROM enrolment e JOIN completion c ON c.person = e.person AND c.course = ?
      WHERE e.cohort = ? AND e.membership = 'learner'
      """, [.text(course), .id(cohort)], Self.read)
  }

  /// Writes what the tries at a lesson come to by now.
  package func record(_ completion: Completion, courseDigest: Digest) throws {
    try connection.run(
      """
      INSERT INTO completion (person, course, lesson, course_digest, completed_at, passed_at,
        right_answers, asked, mastered, tries)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (person, course, lesson) DO UPDATE
      SET passed_at = excluded.passed_at, right_answers = excluded.right_answers,
        asked = excluded.asked, mastered = excluded.mastered, tries = excluded.tries,
        course_digest = excluded.course_digest
      """,
      [
        .id(completion.person), .text(completion.course), .text(completion.lesson),
        .digest(courseDigest), .instant(completion.at), .instant(completion.passedAt),
        .count(completion.right), .count(completion.asked),
        .text(completion.mastered.sorted().joined(separator: "\n")), .count(completion.tries),
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
      passedAt: row.instantIfAny(4), right: row.int(5), asked: row.int(6),
      mastered: Set(row.text(7).split(separator: "\n").map(String.init)), tries: row.int(8))
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
