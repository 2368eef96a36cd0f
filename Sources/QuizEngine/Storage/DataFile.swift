import CSQLite
import Glibc

/// The database file: made whole or not at all, and recognised before SQLite may touch it.
package enum DataFile {
  /// "TRNG", kept in the file's header (https://sqlite.org/fileformat.html, offset 68).
  package static let applicationID = 0x5452_4E47

  /// Makes an empty database of ours when there is none.
  ///
  /// Made under another name and then renamed, so that a crash leaves either no file or one
  /// that carries our application id.
  static func createIfMissing(_ path: String) throws {
    guard access(path, F_OK) != 0 else { return }
    // SQLite would play a left-over WAL into whatever file stands beside it.
    guard PlainFile.size(path + "-wal") == 0 else {
      throw StorageError(.notADatabase, "\(path) is missing, but its WAL is there")
    }
    let draft = path + ".new"
    remove(draft)
    try PlainFile.create(draft)
    try makeEmptyDatabase(draft)
    try PlainFile.publish(draft, as: path)
  }

  /// Takes a database away that nobody has open, with what SQLite keeps beside it.
  static func remove(_ path: String) {
    removeCompanions(of: path)
    unlink(path)
  }

  /// Takes away what SQLite keeps beside a database: it would play that into whatever file comes
  /// to stand there.
  static func removeCompanions(of path: String) {
    for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  private static func makeEmptyDatabase(_ path: String) throws {
    let connection = try Connection(path: path, role: .copy)
    try connection.execute(unsafeSQL: "PRAGMA application_id=\(applicationID)")
  }

  /// Reads the header with plain reads and refuses what is not ours or too new.
  ///
  /// The schema number in the header may be behind the WAL; it is checked again once open.
  static func recognise(_ path: String, known: Int) throws(StorageError) {
    let header = try PlainFile.prefix(path, count: 100)
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StorageError(.notADatabase, "\(path) has no SQLite header")
    }
    let id = bigEndian(header, at: 68)
    guard id == applicationID else {
      throw StorageError(.foreign(applicationID: id), "application_id \(id)")
    }
    let schema = bigEndian(header, at: 60)
    guard schema <= known else {
      throw StorageError(.newer(schema: schema, known: known), "schema \(schema), known \(known)")
    }
  }

  private static func bigEndian(_ bytes: [UInt8], at offset: Int) -> Int {
    bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
