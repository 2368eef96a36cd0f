/// SQL for second factors and the recovery codes that stand in for them.
package struct SecondFactorTable {
  let connection: Connection

  /// A person's factor, confirmed or only proposed.
  package func factor(of person: PersonID) throws -> SecondFactor? {
    try connection.first(
      """
      SELECT secret, proposed_at, proposed_in, confirmed_at, last_step
      FROM second_factor WHERE person = ?
      """, [.id(person)]
    ) { row in
      SecondFactor(
        secret: row.blob(0), proposedAt: row.instant(1), proposedIn: try row.digest(2),
        confirmedAt: row.instantIfAny(3), lastStep: row.int(4))
    }
  }

  /// Takes the place of an earlier proposal; a confirmed factor stays.
  package func propose(_ secret: [UInt8], in session: Session, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO second_factor (person, secret, proposed_at, proposed_in) VALUES (?, ?, ?, ?)
      ON CONFLICT (person) DO UPDATE SET secret = excluded.secret,
        proposed_at = excluded.proposed_at, proposed_in = excluded.proposed_in
      WHERE confirmed_at IS NULL
      """,
      [.id(session.person), .blob(secret), .instant(instant), .digest(session.token)])
  }

  /// Turns a proposal into a factor; false when there is none.
  package func confirm(_ person: PersonID, step: Int, at instant: Instant) throws -> Bool {
    try connection.run(
      """
      UPDATE second_factor SET confirmed_at = ?, last_step = ?
      WHERE person = ? AND confirmed_at IS NULL
      """, [.instant(instant), .int(step), .id(person)]) == 1
  }

  /// Notes that a step's code was used; false when it or a later one was used before.
  package func use(step: Int, of person: PersonID) throws -> Bool {
    try connection.run(
      "UPDATE second_factor SET last_step = ? WHERE person = ? AND last_step < ?",
      [.int(step), .id(person), .int(step)]) == 1
  }

  /// Forgets the factor and its recovery codes.
  package func remove(of person: PersonID) throws {
    try connection.run("DELETE FROM recovery_code WHERE person = ?", [.id(person)])
    try connection.run("DELETE FROM second_factor WHERE person = ?", [.id(person)])
  }

  /// Exchanges all recovery codes of a person.
  package func setRecoveryCodes(
    _ secrets: [Digest], of person: PersonID, at instant: Instant
  ) throws {
    try connection.run("DELETE FROM recovery_code WHERE person = ?", [.id(person)])
    for secret in secrets {
      try connection.run(
        "INSERT INTO recovery_code (secret, person, created_at) VALUES (?, ?, ?)",
        [.digest(secret), .id(person), .instant(instant)])
    }
  }

  /// Uses up a recovery code; false when it is not the person's or was used before.
  package func useRecoveryCode(_ secret: Digest, of person: PersonID) throws -> Bool {
    try connection.run(
      "DELETE FROM recovery_code WHERE secret = ? AND person = ?", [.digest(secret), .id(person)]
    ) == 1
  }

  /// How many recovery codes are left.
  package func recoveryCodes(of person: PersonID) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM recovery_code WHERE person = ?", [.id(person)]
    ) { $0.int(0) } ?? 0
  }
}

extension Connection {
  package var secondFactors: SecondFactorTable { SecondFactorTable(connection: self) }
}
