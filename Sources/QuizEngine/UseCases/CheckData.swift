/// What a data folder holds.
package struct DataSummary: Hashable, Sendable {
  package let schema: Int
  /// Rows of every table, by its name.
  package let rows: [String: Int]
  package let freeBytes: Int
  package let totalBytes: Int
}

extension Engine {
  /// Counts what there is.
  package func dataSummary() throws -> DataSummary {
    let space = try folder.space()
    return try read { connection in
      DataSummary(
        schema: try connection.schemaNumber(), rows: try connection.rowCounts(),
        freeBytes: space.free, totalBytes: space.total)
    }
  }

  /// Checks the database whole: its objects, pages, indexes, references, the chain of the audit log.
  ///
  /// - Throws: `StorageError` for damage, `SchemaDifference` for objects that are not ours.
  package func checkData() throws -> AuditVerification {
    let migrations = try Migrations(Schema.steps)
    try read { connection in
      try connection.requireSchema(of: migrations)
      try connection.integrityCheck()
      try connection.checkForeignKeys()
    }
    return try verifyAudit()
  }
}
