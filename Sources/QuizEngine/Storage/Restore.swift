import Glibc

/// Putting a backup in the place of a folder's database.
package enum Restore {
  /// Checks the copy, then exchanges it for the database.
  ///
  /// Only while no store has the folder open. The old database goes on as the file `aside` of the
  /// folder, its WAL beside it. A crash leaves the old data or the new, whole: once the checked
  /// copy has the name `….restored`, whoever opens the folder next ends the exchange.
  ///
  /// - Parameter prove: looks at the draft, which nobody else can exchange any more, and throws when
  ///   it is not what was asked for.
  package static func install(
    _ copy: String, in folder: DataFolder, known: Int, aside: String,
    prove: (_ draft: String) throws -> Void = { _ in }
  ) throws -> BackupReport {
    let draft = folder.database + ".restoring"
    let kept = folder.path + "/" + aside
    do {
      let report = try prepare(copy, as: draft, known: known, prove)
      try keep(folder.database, as: kept)
      // The head belongs to the log that is set aside. Moved before the exchange is decided: a crash
      // after it must not leave the new log with the old head.
      rename(folder.auditHead, kept + ".audit.head")
      try PlainFile.publish(draft, as: restored(folder.database))
      try complete(folder.database)
      return report
    } catch {
      DataFile.remove(draft)
      // Else it would be a second name of the database that goes on.
      if access(restored(folder.database), F_OK) != 0 {
        drop(kept, unlessIn: folder.database)
        rename(kept + ".audit.head", folder.auditHead)
      }
      throw error
    }
  }

  /// Ends an exchange that a crash cut short; before the database is opened.
  static func complete(_ database: String) throws(StorageError) {
    let ready = restored(database)
    guard access(ready, F_OK) == 0 else { return }
    // First, and durably: else SQLite would play the old WAL into the new file.
    DataFile.removeCompanions(of: database)
    try PlainFile.flushFolder(of: database)
    try PlainFile.publish(ready, as: database)
  }

  private static func restored(_ database: String) -> String { database + ".restored" }

  private static func prepare(
    _ copy: String, as draft: String, known: Int, _ prove: (String) throws -> Void
  ) throws -> BackupReport {
    _ = try Backup.verify(copy, known: known)
    DataFile.remove(draft)
    try PlainFile.copy(copy, to: draft)
    // A database that was set aside has its last commits there.
    if PlainFile.size(copy + "-wal") > 0 { try PlainFile.copy(copy + "-wal", to: draft + "-wal") }
    try prove(draft)
    return try Backup.seal(draft)
  }

  /// A second name for the old files, so that the first is never without one.
  private static func keep(_ database: String, as kept: String) throws(StorageError) {
    for suffix in ["", "-wal"] where access(database + suffix, F_OK) == 0 {
      guard link(database + suffix, kept + suffix) == 0 else {
        throw .system("link", kept + suffix, errno)
      }
    }
  }

  private static func drop(_ kept: String, unlessIn database: String) {
    for suffix in ["", "-wal"] where PlainFile.isSame(kept + suffix, database + suffix) {
      unlink(kept + suffix)
    }
  }
}
