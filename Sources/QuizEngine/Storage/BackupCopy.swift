import CSQLite

/// Someone's wish for a copy of the database.
struct BackupRequest: Sendable {
  let path: String
  let beforeNaming: @Sendable (_ draft: String) throws -> Void
  let then: @Sendable (Result<BackupReport, any Error>) -> Void

  /// The copy's name until it is complete.
  var draft: String { path + ".partial" }

  func fail(_ error: any Error) {
    DataFile.remove(draft)
    then(.failure(error))
  }

  /// Checks the complete draft and gives it its name; away from the writer's thread.
  func finish() {
    do {
      let report = try Backup.seal(draft)
      try beforeNaming(draft)
      try PlainFile.publish(draft, as: path)
      then(.success(report))
    } catch {
      fail(error)
    }
  }
}

/// A copy in progress, on the writer's connection.
///
/// Only there do pages written meanwhile flow into the copy; on any other connection each
/// write would start it again (https://sqlite.org/c3ref/backup_finish.html).
final class BackupCopy {
  /// Pages per step (1 MiB): what a waiting save may be delayed by.
  private static let pagesPerStep: Int32 = 256

  let request: BackupRequest
  private var target: Connection?
  private var handle: OpaquePointer?

  init(_ request: BackupRequest, from source: Connection) throws(StorageError) {
    self.request = request
    DataFile.remove(request.draft)
    try PlainFile.create(request.draft)
    let target = try Connection(path: request.draft, role: .copy)
    self.target = target
    try target.execute(unsafeSQL: "PRAGMA journal_mode=OFF")
    handle = sqlite3_backup_init(target.handle, "main", source.handle, "main")
    guard handle != nil else {
      throw StorageError(connection: target.handle, code: sqlite3_errcode(target.handle))
    }
  }

  deinit {
    sqlite3_backup_finish(handle)
  }

  /// Copies some pages; true once the copy is complete.
  func step() throws(StorageError) -> Bool {
    let code = sqlite3_backup_step(handle, Self.pagesPerStep)
    switch code {
    case SQLITE_OK, SQLITE_BUSY, SQLITE_LOCKED: return false
    case SQLITE_DONE:
      try end()
      return true
    default: throw StorageError(connection: nil, code: code)
    }
  }

  /// Gives up and leaves nothing behind.
  func abandon(_ error: any Error) {
    sqlite3_backup_finish(handle)
    handle = nil
    target = nil
    request.fail(error)
  }

  private func end() throws(StorageError) {
    let code = sqlite3_backup_finish(handle)
    handle = nil
    target = nil
    guard code == SQLITE_OK else { throw StorageError(connection: nil, code: code) }
  }
}
