/// A backup that is to take the place of a folder's database, while nobody has it open.
package struct Restoration: Sendable {
  package let copy: String
  package let folder: DataFolder

  package init(of copy: String, into folder: DataFolder) {
    self.copy = copy
    self.folder = folder
  }

  /// One side of the exchange.
  package struct Side: Hashable, Sendable {
    package let report: BackupReport
    /// The latest event of the audit log.
    package let newest: Instant?
  }

  /// The backup, checked whole.
  ///
  /// - Throws: `StorageError` when it is not ours, newer than this program, or damaged;
  ///   `SchemaDifference` when it has objects that are not ours.
  package static func check(_ copy: String) throws -> Side {
    let migrations = try Migrations(Schema.steps)
    let report = try Backup.verify(copy, known: migrations.latest, migrations: migrations)
    return Side(report: report, newest: newest(in: copy))
  }

  /// What the folder holds now; nil when it holds nothing, or nothing that can be read.
  package func present() -> Side? {
    // A restore is often called for exactly because the present data cannot be read.
    guard let report = try? Backup.report(folder.database) else { return nil }
    return Side(report: report, newest: Self.newest(in: folder.database))
  }

  /// Exchanges the database for the copy and writes that down in its audit log.
  ///
  /// - Parameters:
  ///   - sum: what was compared with the checksum; nil where there was none.
  ///   - key: by which the copy was known; an empty folder goes on with it.
  /// - Returns: The file of the folder in which the old database goes on.
  package func run(
    sum: Digest?, origin: BackupOrigin, key: BackupKey?, in environment: Environment,
    at instant: Instant
  ) throws -> String {
    let stamp = instant.iso8601.filter { $0.isNumber || $0 == "T" || $0 == "Z" }
    let aside = "replaced-\(stamp).sqlite"
    let migrations = try Migrations(Schema.steps)
    _ = try Restore.install(copy, in: folder, known: migrations.latest, aside: aside) { draft in
      // Looked at again: the copy may have been exchanged since.
      if let sum, try BackupSum.sum(of: draft) != sum { throw CopyChanged() }
      try Connection(path: draft, role: .reader).requireSchema(of: migrations)
    }
    if let key, try BackupKey.read(folder.backupKey) == nil { try key.keep(in: folder) }
    folder.release()
    let engine = try Engine(
      folder: folder.path, catalogue: .empty, environment: environment, onFatal: { _ in })
    defer { engine.close() }
    // Opening the folder settled which time holds.
    let now = environment.now()
    let detail = origin == .own ? "" : "accepted: \(origin)"
    try engine.write { try $0.audit("data restore", "", by: nil, detail: detail, at: now) }
    return aside
  }

  /// The copy is another than the one that was checked.
  struct CopyChanged: Error {}

  /// Nil for a schema that had no log yet as well as for an empty log.
  private static func newest(in path: String) -> Instant? {
    try? Connection(path: path, role: .reader).audit.last()?.at
  }
}
