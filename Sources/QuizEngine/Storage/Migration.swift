/// One step of the schema: appended, never edited once released.
package struct Migration: Sendable {
  /// From 1, without gaps; stored as `user_version`.
  package let number: Int
  package let name: String
  /// Any number of statements; runs in one transaction with foreign keys checked at its end.
  package let sql: StaticString

  package init(_ number: Int, _ name: String, _ sql: StaticString) {
    self.number = number
    self.name = name
    self.sql = sql
  }
}

/// The steps of the schema in their order.
package struct Migrations: Sendable {
  let steps: [Migration]

  /// The schema number that this program knows.
  package var latest: Int { steps.last?.number ?? 0 }

  /// Throws a misuse when the numbers do not count up from 1.
  package init(_ steps: [Migration]) throws(StorageError) {
    for (position, step) in steps.enumerated() where step.number != position + 1 {
      throw StorageError(.misuse, "migration \(step.name) has number \(step.number)")
    }
    self.steps = steps
  }

  /// Brings the file to `latest`, each step in one transaction of its own.
  ///
  /// - Parameter last: the number to stop at, for a database to compare with.
  func apply(to connection: Connection, upTo last: Int = .max) throws {
    try connection.refuseNewer(than: latest)
    let current = try connection.schemaNumber()
    guard current < latest else { return }
    // Rebuilding a table needs foreign keys off, which a transaction cannot switch
    // (https://sqlite.org/lang_altertable.html, section 7); each step is checked before COMMIT.
    try connection.execute(unsafeSQL: "PRAGMA foreign_keys=OFF")
    let result = Result { try applySteps(after: current, upTo: last, to: connection) }
    try connection.execute(unsafeSQL: "PRAGMA foreign_keys=ON")
    try result.get()
  }

  private func applySteps(
    after current: Int, upTo last: Int, to connection: Connection
  ) throws {
    for step in steps where step.number > current && step.number <= last {
      try connection.transaction {
        try connection.execute(unsafeSQL: step.sql.description)
        try connection.checkForeignKeys()
        try connection.execute(unsafeSQL: "PRAGMA user_version=\(step.number)")
      }
    }
  }
}
