@testable import QuizEngine

extension Workshop {
  /// Changes the stored data behind the engine's back, as somebody with the file could.
  func tamper(_ sql: String) throws {
    engine.close()
    do {
      let connection = try Connection(path: folder.path + "/data/training.sqlite", role: .copy)
      try connection.execute(
        unsafeSQL: """
          DROP TRIGGER IF EXISTS step_is_append_only; DROP TRIGGER IF EXISTS audit_is_append_only;
          DROP TRIGGER IF EXISTS audit_is_kept; PRAGMA foreign_keys=OFF;
          """)
      try connection.execute(unsafeSQL: sql)
    }
    try restart()
  }

  /// The audit log from its beginning.
  func auditLog() throws -> [AuditEvent] {
    try engine.read { try $0.audit.events(after: 0, limit: 10_000) }
  }
}
