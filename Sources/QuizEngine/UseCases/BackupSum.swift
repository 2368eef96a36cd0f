/// The SHA-256 that lies beside a backup, as `sha256sum --check` reads it.
///
/// SQLite notices damage to its pages and indexes, but not a flipped bit inside a row.
package enum BackupSum {
  /// What comparing a copy with its checksum showed.
  package enum Finding: Hashable, Sendable {
    case matches
    case differs
    /// No checksum lies beside the copy, or none that can be read.
    case missing
  }

  /// Where the checksum of a copy lies.
  package static func path(of copy: String) -> String { copy + ".sha256" }

  /// Writes the checksum of `draft` beside the name that the draft is going to have.
  static func write(of draft: String, beside copy: String) throws {
    let name = copy.split(separator: "/").last ?? "backup"
    try PlainFile.write(Array("\(try sum(of: draft))  \(name)\n".utf8), as: path(of: copy))
  }

  static func remove(beside copy: String) {
    PlainFile.remove(path(of: copy))
  }

  /// Compares the copy with the checksum beside it.
  package static func check(_ copy: String) throws -> Finding {
    guard let line = try? PlainFile.prefix(path(of: copy), count: 64), line.count == 64 else {
      return .missing
    }
    return try sum(of: copy) == String(decoding: line, as: UTF8.self) ? .matches : .differs
  }

  private static func sum(of file: String) throws -> String {
    var hasher = SHA256()
    try PlainFile.scan(file) { piece in
      piece.withUnsafeBufferPointer { hasher.update($0) }
    }
    return Hex.encode(hasher.finish().bytes)
  }
}
