/// What a verified copy holds.
package struct BackupReport: Hashable, Sendable {
  package let schema: Int
  package let bytes: Int
  /// Rows of every table, by its name.
  package let rows: [String: Int]
}

/// Checking copies of the database.
package enum Backup {
  /// Opens a copy read-only and checks it whole: pages, indexes, references, rows.
  ///
  /// Throws when it is not ours, newer than `known` when given, or damaged, and `SchemaDifference`
  /// when it has other objects than `migrations` make.
  package static func verify(
    _ path: String, known: Int = .max, migrations: Migrations? = nil
  ) throws -> BackupReport {
    try DataFile.recognise(path, known: known)
    let connection = try Connection(path: path, role: .reader)
    // First: what stands in a foreign schema must not be asked for anything.
    if let migrations { try connection.requireSchema(of: migrations) }
    return try examine(connection)
  }

  /// What a database holds as far as it can be read; not a check.
  package static func report(_ path: String) throws -> BackupReport {
    try describe(Connection(path: path, role: .reader))
  }

  /// Turns a raw copy into one self-contained file, and checks it.
  static func seal(_ draft: String) throws -> BackupReport {
    let connection = try Connection(path: draft, role: .copy)
    // The copy says WAL, as its source does; alone, it should need no file beside it.
    try connection.execute(unsafeSQL: "PRAGMA journal_mode=DELETE")
    return try examine(connection)
  }

  private static func examine(_ connection: Connection) throws -> BackupReport {
    try connection.integrityCheck()
    try connection.checkForeignKeys()
    return try describe(connection)
  }

  private static func describe(_ connection: Connection) throws -> BackupReport {
    BackupReport(
      schema: try connection.schemaNumber(),
      bytes: try connection.int(unsafeSQL: "PRAGMA page_count")
        * connection.int(unsafeSQL: "PRAGMA page_size"),
      rows: try connection.rowCounts())
  }
}
