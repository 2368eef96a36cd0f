import Glibc

/// The file beside the database that says where the audit log ended.
extension DataFolder {
  /// Its bytes; none when there is no such file yet.
  package func readAuditHead() throws -> [UInt8] {
    guard access(auditHead, F_OK) == 0 else { return [] }
    return try PlainFile.prefix(auditHead, count: 1 << 16)
  }

  /// Exchanges it.
  package func writeAuditHead(_ bytes: [UInt8]) throws {
    try PlainFile.write(bytes, as: auditHead)
  }
}
