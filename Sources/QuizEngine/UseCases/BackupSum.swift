/// The SHA-256 that lies beside a backup, as `sha256sum --check` reads it.
///
/// SQLite notices damage to its pages and indexes, but not a flipped bit inside a row.
package enum BackupSum {
  /// What comparing a copy with its checksum showed.
  package enum Finding: Hashable, Sendable {
    case matches(Digest)
    case differs
    /// No checksum lies beside the copy, or none that can be read.
    case missing
  }

  /// Where the checksum of a copy lies.
  package static func path(of copy: String) -> String { copy + ".sha256" }

  /// Writes the checksum of `draft` beside the name that the draft is going to have.
  @discardableResult
  static func write(of draft: String, beside copy: String) throws -> Digest {
    let name = copy.split(separator: "/").last ?? "backup"
    let sum = try sum(of: draft)
    try PlainFile.write(Array("\(sum.hex)  \(name)\n".utf8), as: path(of: copy))
    return sum
  }

  static func remove(beside copy: String) {
    PlainFile.remove(path(of: copy))
  }

  /// Compares the copy with the checksum beside it.
  package static func check(_ copy: String) throws -> Finding {
    guard let line = try? PlainFile.prefix(path(of: copy), count: 64), line.count == 64 else {
      return .missing
    }
    let sum = try sum(of: copy)
    return sum.hex.utf8.elementsEqual(line) ? .matches(sum) : .differs
  }

  /// The SHA-256 of a file.
  static func sum(of file: String) throws -> Digest {
    var hasher = SHA256()
    try PlainFile.scan(file) { piece in
      piece.withUnsafeBufferPointer { hasher.update($0) }
    }
    return hasher.finish()
  }
}
