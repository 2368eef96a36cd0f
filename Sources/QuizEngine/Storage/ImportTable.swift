/// SQL for imports and what they did, so that they can be undone.
package struct ImportTable {
  let connection: Connection

  /// Adds an import with what it did.
  package func insert(_ run: ImportRun, _ entries: [ImportRun.Entry], classes: [UnitID]) throws {
    try connection.run(
      """
      INSERT INTO import_run (id, unit, cohort, actor, made_at, created, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(run.id), .id(run.unit), .id(run.cohort), .id(run.actor), .instant(run.madeAt),
        .count(run.created), .count(run.changed),
      ])
    for entry in entries { try insert(entry, of: run.id) }
    for unit in classes {
      try connection.run(
        "INSERT INTO import_class (run, unit) VALUES (?, ?)", [.id(run.id), .id(unit)])
    }
  }

  private func insert(_ entry: ImportRun.Entry, of run: ImportID) throws {
    try connection.run(
      """
      INSERT INTO import_entry (run, person, name, unit, birth_year, code, username, old_name,
        old_unit, old_birth_year, old_code, old_username, is_enrolled, number, old_number,
        old_tail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(run), .id(entry.person), .text(entry.after.name), .id(entry.after.unit),
        .count(entry.after.birthYear), .words(entry.after.code), .words(entry.after.username),
        .words(entry.before?.name), .id(entry.before?.unit), .count(entry.before?.birthYear),
        .words(entry.before?.code), .words(entry.before?.username), .flag(entry.isEnrolled),
        entry.number.map { .digest($0.after) } ?? .null,
        entry.number?.before.map { .digest($0.digest) } ?? .null,
        .words(entry.number?.before?.tail),
      ])
  }

  /// The import of that name.
  package func find(_ id: ImportID) throws -> ImportRun? {
    try connection.first(
      """
      SELECT id, unit, cohort, actor, made_at, undone_at, created, changed FROM import_run
      WHERE id = ?
      """, [.id(id)], Self.read)
  }

  /// The imports into these units that nobody undid, the newest first.
  package func standing(in units: Set<UnitID>?) throws -> [ImportRun] {
    try connection.query(
      """
      SELECT id, unit, cohort, actor, made_at, undone_at, created, changed FROM import_run
      WHERE undone_at IS NULL ORDER BY id DESC
      """, [], Self.read
    ).filter { units?.contains($0.unit) ?? true }
  }

  /// The units, as far as they still exist, from which an import took people.
  package func formerUnits(of run: ImportID) throws -> Set<UnitID> {
    Set(
      try connection.query(
        """
        SELECT DISTINCT old_unit FROM import_entry
        WHERE run = ? AND old_unit IN (SELECT id FROM unit)
        """, [.id(run)]
      ) { try $0.id(0) })
  }

  /// What an import did to people.
  package func entries(of run: ImportID) throws -> [ImportRun.Entry] {
    try connection.query(
      """
      SELECT person, name, unit, birth_year, code, username, old_name, old_unit, old_birth_year,
        old_code, old_username, is_enrolled, number, old_number, old_tail
      FROM import_entry WHERE run = ? ORDER BY person
      """, [.id(run)]
    ) { row in
      let old: UnitID? = try row.idIfAny(7)
      return ImportRun.Entry(
        person: try row.id(0),
        after: .init(
          name: row.text(1), unit: try row.id(2), birthYear: row.optionalInt(3),
          code: row.optionalText(4), username: row.optionalText(5)),
        before: old.map {
          .init(
            name: row.text(6), unit: $0, birthYear: row.optionalInt(8),
            code: row.optionalText(9), username: row.optionalText(10))
        }, isEnrolled: row.bool(11), number: try Self.number(row))
    }
  }

  private static func number(_ row: Row) throws -> ImportRun.NumberChange? {
    guard let after = try row.digestIfAny(12) else { return nil }
    let before = try row.digestIfAny(13).map {
      KeyedNumber(digest: $0, tail: row.optionalText(14) ?? "")
    }
    return ImportRun.NumberChange(after: after, before: before)
  }

  /// The classes that an import made.
  package func classes(of run: ImportID) throws -> [UnitID] {
    try connection.query("SELECT unit FROM import_class WHERE run = ?", [.id(run)]) {
      try $0.id(0)
    }
  }

  /// Ends an import's story: what it did to people is told no longer.
  package func close(_ run: ImportID, at instant: Instant) throws {
    try connection.run(
      "UPDATE import_run SET undone_at = ? WHERE id = ?", [.instant(instant), .id(run)])
    try connection.run("DELETE FROM import_entry WHERE run = ?", [.id(run)])
    try connection.run("DELETE FROM import_class WHERE run = ?", [.id(run)])
  }

  private static func read(_ row: Row) throws -> ImportRun {
    ImportRun(
      id: try row.id(0), unit: try row.id(1), cohort: try row.idIfAny(2),
      actor: try row.idIfAny(3), madeAt: row.instant(4), undoneAt: row.instantIfAny(5),
      created: row.int(6), changed: row.int(7))
  }
}

extension Connection {
  package var imports: ImportTable { ImportTable(connection: self) }
}
