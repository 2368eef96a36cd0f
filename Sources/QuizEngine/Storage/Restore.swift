import Glibc

/// Putting a backup in the place of a folder's database.
package enum Restore {
  /// Checks the copy, then exchanges it for the database; what was there stays beside it.
  ///
  /// Only while no store has the folder open. The old database goes on as
  /// `training.sqlite.replaced` with its WAL, until the next restore. A crash in the midst
  /// leaves the old file or the new one, never none.
  package static func install(
    _ copy: String, in folder: DataFolder, known: Int
  ) throws -> BackupReport {
    _ = try Backup.verify(copy, known: known)
    let draft = folder.database + ".restoring"
    try PlainFile.copy(copy, to: draft)
    let report = try Backup.seal(draft)
    try setAside(folder.database)
    try PlainFile.publish(draft, as: folder.database)
    return report
  }

  private static func setAside(_ database: String) throws(StorageError) {
    let replaced = database + ".replaced"
    for name in [replaced, replaced + "-wal", database + "-shm"] { unlink(name) }
    guard access(database, F_OK) == 0 else { return }
    // A second name, so that the first is never without a file.
    guard link(database, replaced) == 0 else { throw .system("link", replaced, errno) }
    // SQLite would play the old WAL into the new file.
    let wal = database + "-wal"
    if access(wal, F_OK) == 0, rename(wal, replaced + "-wal") != 0 {
      throw .system("rename", wal, errno)
    }
  }
}
