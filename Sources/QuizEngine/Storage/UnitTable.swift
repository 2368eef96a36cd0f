/// SQL for units.
package struct UnitTable {
  let connection: Connection

  /// Every unit, by code.
  package func all() throws -> [Unit] {
    try connection.query(
      """
      SELECT id, parent, code, name, kind, valid_from, valid_until, successor, headcount
      FROM unit ORDER BY code
      """, []
    ) { row in
      Unit(
        id: try row.id(0), parent: try row.idIfAny(1), code: row.text(2), name: row.text(3),
        kind: try row.word(4), validFrom: row.instant(5), validUntil: row.instantIfAny(6),
        successor: try row.idIfAny(7), headcount: row.optionalInt(8))
    }
  }

  /// Whether there is such a unit.
  package func exists(_ id: UnitID) throws -> Bool {
    try connection.first("SELECT 1 FROM unit WHERE id = ?", [.id(id)]) { _ in true } ?? false
  }

  /// Adds a unit.
  package func insert(_ unit: Unit) throws {
    try connection.run(
      """
      INSERT INTO unit (id, parent, code, name, kind, valid_from, valid_until, successor, headcount)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(unit.id), .id(unit.parent), .text(unit.code), .text(unit.name),
        .text(unit.kind.rawValue), .instant(unit.validFrom), .instant(unit.validUntil),
        .id(unit.successor), .count(unit.headcount),
      ])
  }
}

extension Connection {
  package var units: UnitTable { UnitTable(connection: self) }
}
