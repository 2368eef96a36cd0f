import CSQLite
import Glibc

/// What the database or its folder could not do.
///
/// Never carries bound values: an error may be logged, a pupil's answer may not.
package struct StorageError: Error, Hashable, Sendable {
  /// The rule of the schema that a row broke.
  package enum Constraint: Hashable, Sendable {
    case unique
    case primaryKey
    case foreignKey
    case notNull
    case check
    case dataType
    case other
  }

  /// The classes that callers treat differently.
  package enum Kind: Hashable, Sendable {
    /// Another connection holds the lock; trying again later may succeed.
    case busy
    /// A conflict inside this process, a statement still open for example.
    case locked
    /// No room on the disk; nothing of the transaction was kept.
    case full
    /// No memory for this one call; the transaction was not kept.
    case outOfMemory
    /// The disk failed. What it really holds is unknown: stop and reopen.
    case ioFailure
    case corrupt
    case notADatabase
    case constraint(Constraint)
    case readOnly
    case cannotOpen
    /// A data file of another program.
    case foreign(applicationID: Int)
    /// The file was written by a newer version of this program.
    case newer(schema: Int, known: Int)
    /// Another process owns the data folder.
    case inUse(pid: Int?)
    /// The writer is closed.
    case stopped
    /// An impossible call or a broken statement: a bug of ours.
    case misuse
  }

  package let kind: Kind
  /// SQLite's extended result code (https://sqlite.org/rescode.html), 0 when SQLite was not asked.
  package let extendedCode: Int32
  /// `errno` of the failed system call, 0 when there was none.
  package let systemError: Int32
  /// The developer's text, in English.
  package let detail: String
  package let sql: String?

  package init(
    _ kind: Kind, _ detail: String, sql: String? = nil, extendedCode: Int32 = 0,
    systemError: Int32 = 0
  ) {
    self.kind = kind
    self.detail = detail
    self.sql = sql
    self.extendedCode = extendedCode
    self.systemError = systemError
  }

  /// SQLite's primary result code.
  package var code: Int32 { extendedCode & 0xFF }

  /// Whether the process must stop acknowledging and reopen its data.
  package var isFatal: Bool { kind == .ioFailure }
}

extension StorageError {
  /// The error that a connection reports for its last call.
  init(connection: OpaquePointer?, code: Int32, sql: String? = nil) {
    let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
    let chosen = extended & 0xFF == code & 0xFF ? extended : code
    let system = connection.map { sqlite3_system_errno($0) } ?? 0
    let text = connection.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    self.init(
      Kind(extendedCode: chosen, systemError: system),
      text.map { String(cString: $0) } ?? "unknown", sql: sql, extendedCode: chosen,
      systemError: system)
  }

  /// The error of a failed system call; `number` is its `errno`.
  static func system(_ call: String, _ path: String, _ number: Int32) -> Self {
    let kind: Kind = number == ENOSPC ? .full : number == EIO ? .ioFailure : .cannotOpen
    return Self(kind, "\(call) \(path): errno \(number)", systemError: number)
  }
}

extension StorageError.Kind {
  // SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC above their primary code; the macros of the
  // header are expressions, which Swift does not import.
  private static let fsyncDetail: Int32 = 4
  private static let folderFsyncDetail: Int32 = 5

  /// The class of an extended result code.
  ///
  /// `systemError` matters because a full disk met while growing the shared-memory file is
  /// reported as an I/O error; a failed fsync stays fatal whatever its errno.
  init(extendedCode: Int32, systemError: Int32) {
    switch extendedCode & 0xFF {
    case SQLITE_BUSY: self = .busy
    case SQLITE_LOCKED: self = .locked
    case SQLITE_FULL: self = .full
    case SQLITE_NOMEM: self = .outOfMemory
    case SQLITE_IOERR:
      let detail = extendedCode >> 8
      let isSync = detail == Self.fsyncDetail || detail == Self.folderFsyncDetail
      self = systemError == ENOSPC && !isSync ? .full : .ioFailure
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_CONSTRAINT: self = .constraint(.init(extendedCode: extendedCode))
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_CANTOPEN: self = systemError == ENOSPC ? .full : .cannotOpen
    default: self = .misuse
    }
  }
}

extension StorageError.Constraint {
  /// The byte above SQLITE_CONSTRAINT (https://sqlite.org/rescode.html#extrc).
  init(extendedCode: Int32) {
    switch extendedCode >> 8 {
    case 8: self = .unique
    case 6, 10: self = .primaryKey
    case 3: self = .foreignKey
    case 5: self = .notNull
    case 1: self = .check
    case 12: self = .dataType
    default: self = .other
    }
  }
}
