import CSQLite

/// A prepared statement, lent by `Connection.withStatement`.
///
/// Parameters count from 1, as in SQL; columns from 0. It is reset and cleared when the loan
/// ends. Not Sendable: it lives on the thread of its connection.
package final class Statement {
  let handle: OpaquePointer
  let database: OpaquePointer
  let sql: String
  let condition: ConnectionCondition
  var isLent = false

  init(
    preparing sql: String, on database: OpaquePointer, condition: ConnectionCondition,
    persistent: Bool
  ) throws(StorageError) {
    var prepared: OpaquePointer?
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = sqlite3_prepare_v3(database, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw condition.note(StorageError(connection: database, code: code, sql: sql))
    }
    self.handle = prepared
    self.database = database
    self.sql = sql
    self.condition = condition
  }

  deinit {
    // The code repeats the last step's error, which was thrown already.
    sqlite3_finalize(handle)
  }

  /// The number of parameters of the statement.
  package var parameterCount: Int { Int(sqlite3_bind_parameter_count(handle)) }

  /// Advances to the next row; false when there is none left.
  package func step() throws(StorageError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  /// Runs to the end and resets, keeping the bindings, so that the next execution may start.
  package func execute() throws(StorageError) {
    var code = sqlite3_step(handle)
    while code == SQLITE_ROW { code = sqlite3_step(handle) }
    guard code == SQLITE_DONE else { throw failure(code) }
    sqlite3_reset(handle)
  }

  /// Starts over, keeping the bindings.
  package func reset() {
    sqlite3_reset(handle)
  }

  /// The row that the last `step` stands on.
  package var row: Row { Row(statement: handle) }

  /// Ends the loan: no open cursor, no kept values.
  func giveBack() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    isLent = false
  }

  func failure(_ code: Int32) -> StorageError {
    condition.note(StorageError(connection: database, code: code, sql: sql))
  }
}
