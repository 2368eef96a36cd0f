import CSQLite

extension Connection {
  /// Runs one statement to its end; returns the rows it inserted, changed or deleted.
  @discardableResult
  package func run(_ sql: StaticString, _ values: [SQLValue] = []) throws(StorageError) -> Int {
    let statement = try borrow(sql)
    defer { statement.giveBack() }
    try statement.bind(values)
    let before = sqlite3_total_changes64(handle)
    try statement.execute()
    return Int(sqlite3_total_changes64(handle) - before)
  }

  /// All rows, mapped while the statement stands on them.
  package func query<Value>(
    _ sql: StaticString, _ values: [SQLValue] = [], _ map: (Row) throws -> Value
  ) throws -> [Value] {
    var found: [Value] = []
    try scan(sql, values) { found.append(try map($0)) }
    return found
  }

  /// The first row, or nil.
  package func first<Value>(
    _ sql: StaticString, _ values: [SQLValue] = [], _ map: (Row) throws -> Value
  ) throws -> Value? {
    try withStatement(sql) { statement in
      try statement.bind(values)
      return try statement.step() ? try map(statement.row) : nil
    }
  }

  /// Visits rows one by one in constant memory.
  package func scan(
    _ sql: StaticString, _ values: [SQLValue] = [], _ visit: (Row) throws -> Void
  ) throws {
    try withStatement(sql) { statement in
      try statement.bind(values)
      while try statement.step() { try visit(statement.row) }
    }
  }

  /// The rowid of the last inserted row.
  package var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Rows changed since opening, triggers and cascades included.
  var totalChanges: Int64 { sqlite3_total_changes64(handle) }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Undoes the open transaction, if SQLite did not do so itself.
  func rollBack() {
    guard isInTransaction else { return }
    // Its code says only that SQLite was quicker; the caller reports the first error.
    sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
  }

  /// Runs `body` in a transaction: all of it or nothing.
  func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try run("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try run("COMMIT")
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Runs `body` on one snapshot of the data.
  func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
    try run("BEGIN")
    defer { rollBack() }
    return try body()
  }

  /// Runs SQL that is not a literal: pragmas, migrations, quoted table names.
  ///
  /// Never user text.
  func execute(unsafeSQL sql: String) throws(StorageError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw condition.note(StorageError(connection: handle, code: code, sql: sql))
    }
  }

  /// Rows of SQL that is not a literal.
  ///
  /// Never user text.
  func query<Value>(unsafeSQL sql: String, _ map: (Row) throws -> Value) throws -> [Value] {
    let statement = try Statement(
      preparing: sql, on: handle, condition: condition, persistent: false)
    var found: [Value] = []
    while try statement.step() { found.append(try map(statement.row)) }
    return found
  }

  /// The first column of the first row, as a number.
  func int(unsafeSQL sql: String) throws(StorageError) -> Int {
    let statement = try Statement(
      preparing: sql, on: handle, condition: condition, persistent: false)
    return try statement.step() ? statement.row.int(0) : 0
  }

  /// The first column of the first row, as text.
  func text(unsafeSQL sql: String) throws(StorageError) -> String {
    let statement = try Statement(
      preparing: sql, on: handle, condition: condition, persistent: false)
    return try statement.step() ? statement.row.text(0) : ""
  }

  /// How long to wait for another connection's lock, in milliseconds.
  func waitForLocks(milliseconds: Int32) {
    sqlite3_busy_timeout(handle, milliseconds)
  }
}
