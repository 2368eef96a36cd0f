import CSQLite

/// One SQLite connection with one owner.
///
/// Not Sendable, opened without SQLite's own mutexes (NOMUTEX): a thread or a `Mutex` owns it.
package final class Connection {
  /// What a connection is for; decides how it is opened.
  package enum Role: Sendable {
    /// The only connection that writes and checkpoints the live file.
    case writer
    /// Cannot write, cannot checkpoint.
    case reader
    /// A copy that nobody else has open yet.
    case copy
  }

  let handle: OpaquePointer
  let condition = ConnectionCondition()
  /// Keyed by the address of the literal: no hashing of text on the hot path.
  private var statements: [UInt: Statement] = [:]

  /// Opens an existing file.
  package init(path: String, role: Role) throws(StorageError) {
    let access: Int32
    switch role {
    case .writer, .copy: access = SQLITE_OPEN_READWRITE
    case .reader: access = SQLITE_OPEN_READONLY
    }
    var opened: OpaquePointer?
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let error = StorageError(connection: opened, code: code)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    try configure(role)
  }

  deinit {
    statements.removeAll()
    // close_v2 waits for statements that a caller still holds.
    sqlite3_close_v2(handle)
  }

  /// The whole opening recipe.
  private func configure(_ role: Role) throws(StorageError) {
    // The journal and the shared memory may only be touched by the writer, at times it chooses:
    // SQLite before 3.51.3 can lose commits when a checkpoint races a WAL reset.
    try setting(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, role != .copy)
    try setting(SQLITE_DBCONFIG_DEFENSIVE, true)
    try setting(SQLITE_DBCONFIG_DQS_DML, false)
    try setting(SQLITE_DBCONFIG_DQS_DDL, false)
    try setting(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false)
    try execute(
      unsafeSQL: """
        PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;
        PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;
        """)
    switch role {
    case .writer:
      try execute(unsafeSQL: "PRAGMA cache_size=-65536; PRAGMA synchronous=FULL;")
    case .reader:
      try execute(unsafeSQL: "PRAGMA cache_size=-8192; PRAGMA query_only=ON;")
    case .copy:
      // Its maker flushes the finished file to disk itself.
      try execute(unsafeSQL: "PRAGMA synchronous=OFF;")
    }
  }

  /// Puts the file into WAL mode, where it stays, and takes charge of checkpoints.
  ///
  /// Apart from opening, because it writes: the file must be known as ours first.
  func enterWAL() throws(StorageError) {
    let mode = try text(unsafeSQL: "PRAGMA journal_mode=WAL")
    guard mode == "wal" else {
      throw StorageError(.cannotOpen, "journal_mode is \(mode), not wal")
    }
    try execute(unsafeSQL: "PRAGMA wal_autocheckpoint=0; PRAGMA synchronous=FULL;")
    condition.watchWAL(of: handle)
  }

  private func setting(_ option: Int32, _ value: Bool) throws(StorageError) {
    let code = training_db_config(handle, option, value ? 1 : 0)
    guard code == SQLITE_OK else { throw StorageError(connection: handle, code: code) }
  }

  /// Lends a prepared statement; it is reset and cleared when `body` returns.
  package func withStatement<Value>(
    _ sql: StaticString, _ body: (Statement) throws -> Value
  ) throws -> Value {
    let statement = try borrow(sql)
    defer { statement.giveBack() }
    return try body(statement)
  }

  /// A statement from the cache, or a fresh one while the cached one is lent (recursion).
  func borrow(_ sql: StaticString) throws(StorageError) -> Statement {
    let key = sql.hasPointerRepresentation ? UInt(bitPattern: sql.utf8Start) : 0
    if key != 0, let cached = statements[key], !cached.isLent {
      cached.isLent = true
      return cached
    }
    let isNew = key != 0 && statements[key] == nil
    let statement = try Statement(
      preparing: sql.description, on: handle, condition: condition, persistent: isNew)
    statement.isLent = true
    if isNew { statements[key] = statement }
    return statement
  }
}
