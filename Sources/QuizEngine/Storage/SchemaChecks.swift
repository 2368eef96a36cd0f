import CSQLite

extension Connection {
  /// `user_version`: the number of the last applied migration.
  package func schemaNumber() throws(StorageError) -> Int {
    try int(unsafeSQL: "PRAGMA user_version")
  }

  /// Refuses a file of a newer program before anything is written to it.
  func refuseNewer(than known: Int) throws(StorageError) {
    let schema = try schemaNumber()
    guard schema > known else { return }
    throw StorageError(.newer(schema: schema, known: known), "schema \(schema), known \(known)")
  }

  /// Structure of all pages, without the slow comparison of indexes with their tables.
  package func quickCheck() throws {
    try expectOK("PRAGMA quick_check(1)")
  }

  /// Structure of all pages, and every index against its table.
  package func integrityCheck() throws {
    try expectOK("PRAGMA integrity_check(1)")
  }

  /// No row may point to a missing parent; `integrity_check` does not look at that.
  package func checkForeignKeys() throws {
    let broken = try query(unsafeSQL: "PRAGMA foreign_key_check") { row in
      "\(row.text(0)) row \(row.int(1)) has no \(row.text(2))"
    }
    guard let first = broken.first else { return }
    throw StorageError(
      .constraint(.foreignKey), "\(broken.count) broken references, first: \(first)")
  }

  /// A fingerprint of the schema's text (FNV-1a, 64 bits, hexadecimal), for golden tests.
  package func schemaDigest() throws -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let rows = try query(
      unsafeSQL: "SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"
    ) { "\($0.text(0))|\($0.text(1))|\($0.text(2))\n" }
    for byte in rows.joined().utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  /// Rows of every table, by its name.
  package func rowCounts() throws -> [String: Int] {
    let tables = try query(
      unsafeSQL: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' \
        ESCAPE '\\'
        """
    ) { $0.text(0) }
    var counts: [String: Int] = [:]
    for table in tables {
      let name = table.replacing("\"", with: "\"\"")
      counts[table] = try int(unsafeSQL: "SELECT count(*) FROM \"\(name)\"")
    }
    return counts
  }

  private func expectOK(_ pragma: String) throws {
    let found = try query(unsafeSQL: pragma) { $0.text(0) }
    guard found != ["ok"] else { return }
    throw condition.note(
      StorageError(.corrupt, found.first ?? "no answer", sql: pragma, extendedCode: SQLITE_CORRUPT))
  }
}
