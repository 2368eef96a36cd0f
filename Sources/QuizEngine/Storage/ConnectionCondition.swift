import CSQLite

/// What a connection learnt about itself, shared with its statements and its WAL hook.
///
/// The fatal error is remembered because a job may swallow what it caught.
final class ConnectionCondition {
  private(set) var fatal: StorageError?
  private(set) var lastError: StorageError?
  /// Frames in the WAL after the last commit.
  var walPages = 0

  func note(_ error: StorageError) -> StorageError {
    lastError = error
    if error.isFatal && fatal == nil { fatal = error }
    return error
  }

  /// Counts the WAL's frames after each commit (https://sqlite.org/c3ref/wal_hook.html).
  ///
  /// The pointer stays valid because the connection keeps this object until it is closed.
  func watchWAL(of database: OpaquePointer) {
    let pointer = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_wal_hook(
      database,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<ConnectionCondition>.fromOpaque(context).takeUnretainedValue().walPages =
          Int(pages)
        return SQLITE_OK
      }, pointer)
  }
}
