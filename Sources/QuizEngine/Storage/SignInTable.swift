/// SQL for cards and sessions; only digests of secrets are stored.
package struct SignInTable {
  let connection: Connection

  /// Who holds the card, unless it was revoked.
  package func holder(ofCard secret: Digest) throws -> PersonID? {
    try connection.first(
      "SELECT person FROM card WHERE secret = ? AND revoked_at IS NULL", [.digest(secret)]
    ) { try $0.id(0) }
  }

  /// Adds a card for a person.
  package func insertCard(_ secret: Digest, person: PersonID, at instant: Instant) throws {
    try connection.run(
      "INSERT INTO card (secret, person, created_at) VALUES (?, ?, ?)",
      [.digest(secret), .id(person), .instant(instant)])
  }

  /// Revokes every card of a person.
  package func revokeCards(of person: PersonID, at instant: Instant) throws {
    try connection.run(
      "UPDATE card SET revoked_at = ? WHERE person = ? AND revoked_at IS NULL",
      [.instant(instant), .id(person)])
  }

  /// Adds a session.
  package func insert(_ session: Session) throws {
    try connection.run(
      "INSERT INTO session (token, person, created_at, expires_at) VALUES (?, ?, ?, ?)",
      [
        .digest(session.token), .id(session.person), .instant(session.createdAt),
        .instant(session.expiresAt),
      ])
  }

  /// The session of a token, with the person's present roles; ended and expired ones are gone.
  package func session(_ token: Digest, at instant: Instant) throws -> Session? {
    try connection.first(
      """
      SELECT s.token, s.person, p.roles, p.unit, s.created_at, s.expires_at
      FROM session s JOIN person p ON p.id = s.person
      WHERE s.token = ? AND s.ended_at IS NULL AND s.expires_at > ?
      """, [.digest(token), .instant(instant)]
    ) { row in
      Session(
        token: try row.digest(0), person: try row.id(1), roles: PersonTable.roles(row.text(2)),
        unit: try row.id(3), createdAt: row.instant(4), expiresAt: row.instant(5))
    }
  }

  /// Ends one session.
  package func end(_ token: Digest, at instant: Instant) throws {
    try connection.run(
      "UPDATE session SET ended_at = ? WHERE token = ? AND ended_at IS NULL",
      [.instant(instant), .digest(token)])
  }

  /// Ends every session of a person.
  package func endAll(of person: PersonID, at instant: Instant) throws {
    try connection.run(
      "UPDATE session SET ended_at = ? WHERE person = ? AND ended_at IS NULL",
      [.instant(instant), .id(person)])
  }
}

extension Connection {
  package var signIns: SignInTable { SignInTable(connection: self) }
}
