/// SQL for certificates and their register.
package struct CertificateTable {
  let connection: Connection

  /// The paper with that check code.
  package func find(code: String) throws -> Certificate? {
    try connection.first(
      """
      SELECT id, code, person, holder, unit_name, course, title_vi, title_en, periods, cohort,
        issued_at, year, entry, revoked_at, revocation_reason, public_reason
      FROM certificate WHERE code = ?
      """, [.text(code)], Self.read)
  }

  /// A person's papers, in the order of the register.
  package func certificates(of person: PersonID) throws -> [Certificate] {
    try connection.query(
      """
      SELECT id, code, person, holder, unit_name, course, title_vi, title_en, periods, cohort,
        issued_at, year, entry, revoked_at, revocation_reason, public_reason
      FROM certificate WHERE person = ? ORDER BY year, entry
      """, [.id(person)], Self.read)
  }

  /// The paper of a course that the person holds and that was not taken back.
  package func valid(of person: PersonID, course: String) throws -> Certificate? {
    try certificates(of: person).last { $0.course == course && $0.revocation == nil }
  }

  /// A cohort's papers, in the order of the register.
  package func certificates(of cohort: CohortID) throws -> [Certificate] {
    try connection.query(
      """
      SELECT id, code, person, holder, unit_name, course, title_vi, title_en, periods, cohort,
        issued_at, year, entry, revoked_at, revocation_reason, public_reason
      FROM certificate WHERE cohort = ? ORDER BY year, entry
      """, [.id(cohort)], Self.read)
  }

  /// The papers of a course that a cohort's learners ever had, whichever cohort gave them.
  package func certificates(
    ofLearnersIn cohort: CohortID, course: String
  ) throws -> [Certificate] {
    try connection.query(
      """
      SELECT id, code, person, holder, unit_name, course, title_vi, title_en, periods, cohort,
        issued_at, year, entry, revoked_at, revocation_reason, public_reason
      FROM certificate
      WHERE person IN (SELECT person FROM enrolment WHERE cohort = ?) AND course = ?
      ORDER BY year, entry
      """, [.id(cohort), .text(course)], Self.read)
  }

  /// The whole register.
  package func all() throws -> [Certificate] {
    try connection.query(
      """
      SELECT id, code, person, holder, unit_name, course, title_vi, title_en, periods, cohort,
        issued_at, year, entry, revoked_at, revocation_reason, public_reason
      FROM certificate ORDER BY year, entry
      """, [], Self.read)
  }

  /// The next free entry of the year's register; consecutive from 1.
  package func nextEntry(year: Int) throws -> Int {
    try connection.first(
      "SELECT coalesce(max(entry), 0) + 1 FROM certificate WHERE year = ?", [.count(year)]
    ) { $0.int(0) } ?? 1
  }

  /// Adds a paper with its entry.
  package func insert(_ certificate: Certificate) throws {
    try connection.run(
      """
      INSERT INTO certificate
        (id, code, person, holder, unit_name, course, title_vi, title_en, periods, cohort,
        issued_at, year, entry)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(certificate.id), .text(certificate.code), .id(certificate.person),
        .text(certificate.holder), .text(certificate.unitName), .text(certificate.course),
        .text(certificate.courseTitle.vietnamese), .text(certificate.courseTitle.english),
        .count(certificate.periods), .id(certificate.cohort), .instant(certificate.issuedAt),
        .count(certificate.year), .count(certificate.entry),
      ])
  }

  /// Marks a paper as taken back.
  package func revoke(_ code: String, _ revocation: Certificate.Revocation) throws {
    try connection.run(
      """
      UPDATE certificate SET revoked_at = ?, revocation_reason = ?, public_reason = ?
      WHERE code = ?
      """,
      [
        .instant(revocation.at), .text(revocation.reason), .text(revocation.publicReason),
        .text(code),
      ])
  }

  private static func read(_ row: Row) throws -> Certificate {
    Certificate(
      id: try row.id(0), code: row.text(1), person: try row.id(2), holder: row.text(3),
      unitName: row.text(4), course: row.text(5),
      courseTitle: LocalizedText(vi: row.text(6), en: row.text(7)), periods: row.int(8),
      cohort: try row.idIfAny(9), issuedAt: row.instant(10), year: row.int(11),
      entry: row.int(12),
      revocation: row.instantIfAny(13).map {
        Certificate.Revocation(at: $0, reason: row.text(14), publicReason: row.text(15))
      })
  }
}

extension Connection {
  package var certificates: CertificateTable { CertificateTable(connection: self) }
}
