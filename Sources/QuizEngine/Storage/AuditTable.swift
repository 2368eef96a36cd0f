/// SQL for the audit log.
package struct AuditTable {
  let connection: Connection

  /// Adds the next event.
  package func append(_ event: AuditEvent) throws {
    try connection.run(
      """
      INSERT INTO audit (sequence, at, actor, action, object, detail, digest)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .count(event.sequence), .instant(event.at), .id(event.actor), .text(event.action),
        .text(event.object), .text(event.detail), .digest(event.digest),
      ])
  }

  /// The newest event, whose digest the next one links to.
  package func last() throws -> AuditEvent? {
    try newest(1).first
  }

  /// The newest events, the latest first.
  package func newest(_ limit: Int) throws -> [AuditEvent] {
    try connection.query(
      """
      SELECT sequence, at, actor, action, object, detail, digest
      FROM audit ORDER BY sequence DESC LIMIT ?
      """, [.count(limit)], Self.read)
  }

  /// `limit` events after `sequence`, in order.
  package func events(after sequence: Int, limit: Int) throws -> [AuditEvent] {
    try connection.query(
      """
      SELECT sequence, at, actor, action, object, detail, digest
      FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?
      """, [.count(sequence), .count(limit)], Self.read)
  }

  private static func read(_ row: Row) throws -> AuditEvent {
    AuditEvent(
      sequence: row.int(0), at: row.instant(1), actor: try row.idIfAny(2), action: row.text(3),
      object: row.text(4), detail: row.text(5), digest: try row.digest(6))
  }
}

extension Connection {
  package var audit: AuditTable { AuditTable(connection: self) }
}
