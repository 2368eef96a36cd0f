/// SQL for which unit holds which bank, under which name.
///
/// The bank itself is its questions and belongs to nobody: two units may hold the same one.
package struct BankHoldingTable {
  let connection: Connection

  /// One unit's hold on one bank.
  package struct Holding: Hashable, Sendable {
    package let unit: UnitID
    package let name: String
    package let bank: Digest
    /// How many questions.
    package let size: Int
    package let addedAt: Instant
  }

  /// Notes that a unit holds a bank; again changes nothing.
  package func insert(
    _ bank: Digest, as name: String, of unit: UnitID, at instant: Instant
  ) throws {
    try connection.run(
      """
      INSERT INTO bank_holding (unit, name, bank, added_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """, [.id(unit), .text(name), .digest(bank), .instant(instant)])
  }

  /// Everything that units hold, in the order in which it came.
  package func all() throws -> [Holding] {
    try connection.query(
      """
      SELECT h.unit, h.name, h.bank, (SELECT count(*) FROM bank_item i WHERE i.bank = h.bank),
        h.added_at
      FROM bank_holding h ORDER BY h.added_at, h.name, h.unit
      """, [], Self.read)
  }

  /// What units hold under a name.
  package func named(_ name: String) throws -> [Holding] {
    try connection.query(
      """
      SELECT h.unit, h.name, h.bank, (SELECT count(*) FROM bank_item i WHERE i.bank = h.bank),
        h.added_at
      FROM bank_holding h WHERE h.name = ? ORDER BY h.added_at, h.unit
      """, [.text(name)], Self.read)
  }

  /// Which units hold a bank, under any name.
  package func holdings(of bank: Digest) throws -> [Holding] {
    try connection.query(
      """
      SELECT h.unit, h.name, h.bank, (SELECT count(*) FROM bank_item i WHERE i.bank = h.bank),
        h.added_at
      FROM bank_holding h WHERE h.bank = ? ORDER BY h.added_at, h.unit
      """, [.digest(bank)], Self.read)
  }

  private static func read(_ row: Row) throws -> Holding {
    Holding(
      unit: try row.id(0), name: row.text(1), bank: try row.digest(2), size: row.int(3),
      addedAt: row.instant(4))
  }
}

extension Connection {
  package var bankHoldings: BankHoldingTable { BankHoldingTable(connection: self) }
}
