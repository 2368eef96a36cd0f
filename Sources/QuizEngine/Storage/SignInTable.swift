/// SQL for cards and sessions; only digests of secrets are stored.
package struct SignInTable {
  let connection: Connection

  /// Who holds the card, unless it was revoked.
  package func holder(ofCard secret: Digest) throws -> PersonID? {
    try connection.first(
      "SELECT person FROM card WHERE secret = ? AND revoked_at IS NULL", [.digest(secret)]
    ) { try $0.id(0) }
  }

  /// Whose card it is or was, and when it was revoked.
  package func card(_ secret: Digest) throws -> (person: PersonID, revokedAt: Instant?)? {
    try connection.first(
      "SELECT person, revoked_at FROM card WHERE secret = ?", [.digest(secret)]
    ) { (person: try $0.id(0), revokedAt: $0.instantIfAny(1)) }
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

  /// The digests of a person's cards that were not revoked.
  package func cards(of person: PersonID) throws -> [Digest] {
    try connection.query(
      "SELECT secret FROM card WHERE person = ? AND revoked_at IS NULL", [.id(person)]
    ) { try $0.digest(0) }
  }

  /// A session and its last sign of life.
  package struct Seen: Sendable {
    package let session: Session
    package let at: Instant
  }

  /// Adds a session, seen when it was made.
  package func insert(_ session: Session) throws {
    try connection.run(
      """
      INSERT INTO session (token, person, created_at, expires_at, seen_at) VALUES (?, ?, ?, ?, ?)
      """,
      [
        .digest(session.token), .id(session.person), .instant(session.createdAt),
        .instant(session.expiresAt), .instant(session.createdAt),
      ])
  }

  /// The session of a token, with the person's present roles; nil once somebody ended it.
  package func session(_ token: Digest) throws -> Seen? {
    try connection.first(
      """
      SELECT s.token, s.person, p.roles, p.unit, s.created_at, s.expires_at,
        coalesce(s.seen_at, s.created_at)
      FROM session s JOIN person p ON p.id = s.person WHERE s.token = ? AND s.ended_at IS NULL
      """, [.digest(token)], Self.read)
  }

  /// A person's sessions that nobody ended, the newest first.
  package func sessions(of person: PersonID) throws -> [Seen] {
    try connection.query(
      """
      SELECT s.token, s.person, p.roles, p.unit, s.created_at, s.expires_at,
        coalesce(s.seen_at, s.created_at)
      FROM session s JOIN person p ON p.id = s.person
      WHERE s.person = ? AND s.ended_at IS NULL ORDER BY s.created_at DESC
      """, [.id(person)], Self.read)
  }

  private static func read(_ row: Row) throws -> Seen {
    let session = Session(
      token: try row.digest(0), person: try row.id(1), roles: PersonTable.roles(row.text(2)),
      unit: try row.id(3), createdAt: row.instant(4), expiresAt: row.instant(5))
    return Seen(session: session, at: row.instant(6))
  }

  /// Notes a sign of life.
  package func saw(_ token: Digest, at instant: Instant) throws {
    try connection.run(
      "UPDATE session SET seen_at = ? WHERE token = ?", [.instant(instant), .digest(token)])
  }

  /// Drops some sessions that were over before `instant`.
  package func dropEnded(before instant: Instant, limit: Int) throws {
    try connection.run(
      """
      DELETE FROM session WHERE token IN
        (SELECT token FROM session WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
      """, [.instant(instant), .count(limit)])
  }

  /// Drops a person's oldest sessions, those that were ended first, so that `kept` stay and
  /// `session` is among them.
  ///
  /// - Returns: what was dropped.
  package func dropOldest(besides session: Session, keeping kept: Int) throws -> [Digest] {
    let tokens = try connection.query(
      """
      SELECT token FROM session WHERE person = ? AND token <> ?
      ORDER BY ended_at IS NOT NULL, created_at DESC, token LIMIT -1 OFFSET ?
      """, [.id(session.person), .digest(session.token), .count(kept - 1)]
    ) { try $0.digest(0) }
    for token in tokens {
      try connection.run("DELETE FROM session WHERE token = ?", [.digest(token)])
    }
    return tokens
  }

  /// Ends one session.
  package func end(_ token: Digest, at instant: Instant) throws {
    try connection.run(
      "UPDATE session SET ended_at = ? WHERE token = ? AND ended_at IS NULL",
      [.instant(instant), .digest(token)])
  }

  /// Ends every session of a person, but the one that is `kept`.
  package func endAll(of person: PersonID, except kept: Digest? = nil, at instant: Instant) throws {
    try connection.run(
      """
      UPDATE session SET ended_at = ? WHERE person = ? AND ended_at IS NULL AND token IS NOT ?
      """, [.instant(instant), .id(person), kept.map { .digest($0) } ?? .null])
  }
}

extension Connection {
  package var signIns: SignInTable { SignInTable(connection: self) }
}
