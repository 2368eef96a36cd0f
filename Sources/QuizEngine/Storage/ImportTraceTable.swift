/// SQL for what has come to depend on somebody since an import.
package struct ImportTraceTable {
  let connection: Connection

  /// What keeps somebody new from being taken away again, the weightiest first.
  ///
  /// A card that nobody used and a place among a cohort's learners go with them.
  package func keeping(_ person: PersonID) throws -> ImportKeeping? {
    if let keeping = try acts(of: person, since: Instant(milliseconds: 0)) { return keeping }
    if try exists("SELECT 1 FROM session WHERE person = ? LIMIT 1", [.id(person)]) {
      return .cardUsed
    }
    if try exists(
      """
      SELECT 1 FROM password WHERE person = ?1
      UNION ALL SELECT 1 FROM second_factor WHERE person = ?1 LIMIT 1
      """, [.id(person)])
    {
      return .password
    }
    let teaches = try exists(
      "SELECT 1 FROM enrolment WHERE person = ? AND membership = 'teacher' LIMIT 1",
      [.id(person)])
    return teaches ? .teaches : nil
  }

  /// What somebody did since a moment.
  package func acts(of person: PersonID, since instant: Instant) throws -> ImportKeeping? {
    let values: [SQLValue] = [.id(person), .instant(instant)]
    if try exists(
      "SELECT 1 FROM attempt WHERE person = ? AND started_at >= ? LIMIT 1", values)
    {
      return .attempts
    }
    if try exists(
      "SELECT 1 FROM certificate WHERE person = ? AND issued_at >= ? LIMIT 1", values)
    {
      return .certificates
    }
    let hasLearned = try exists(
      """
      SELECT 1 FROM completion WHERE person = ?1 AND completed_at >= ?2
      UNION ALL SELECT 1 FROM credit WHERE person = ?1 AND credited_at >= ?2 LIMIT 1
      """, values)
    return hasLearned ? .lessons : nil
  }

  /// Takes away somebody whom nothing keeps.
  package func remove(_ person: PersonID) throws {
    try connection.run("DELETE FROM personal_number WHERE person = ?", [.id(person)])
    try connection.run("DELETE FROM enrolment WHERE person = ?", [.id(person)])
    try connection.run("DELETE FROM card WHERE person = ?", [.id(person)])
    try connection.run("DELETE FROM person WHERE id = ?", [.id(person)])
  }

  /// Takes somebody out of a cohort.
  package func leave(_ person: PersonID, _ cohort: CohortID) throws {
    try connection.run(
      "DELETE FROM enrolment WHERE person = ? AND cohort = ?", [.id(person), .id(cohort)])
  }

  /// Takes away a class that nobody and nothing belongs to; whether it did.
  package func removeEmpty(_ unit: UnitID) throws -> Bool {
    let isUsed = try exists(
      """
      SELECT 1 FROM person WHERE unit = ?1
      UNION ALL SELECT 1 FROM unit WHERE parent = ?1 OR successor = ?1
      UNION ALL SELECT 1 FROM cohort WHERE unit = ?1
      UNION ALL SELECT 1 FROM contest WHERE unit = ?1
      UNION ALL SELECT 1 FROM bank_holding WHERE unit = ?1
      UNION ALL SELECT 1 FROM import_run WHERE unit = ?1 LIMIT 1
      """, [.id(unit)])
    guard !isUsed else { return false }
    try connection.run("DELETE FROM unit WHERE id = ?", [.id(unit)])
    return true
  }

  private func exists(_ sql: StaticString, _ values: [SQLValue]) throws -> Bool {
    try connection.first(sql, values) { _ in true } ?? false
  }
}

extension Connection {
  package var importTraces: ImportTraceTable { ImportTraceTable(connection: self) }
}
