import Glibc

/// Where a backup comes from, by the code that lies beside it.
package enum BackupOrigin: Hashable, Sendable {
  /// Made by the site whose key was given, and not changed since.
  case own
  /// Its code was made with another key, or for another file.
  case foreign
  /// No code lies beside it: it is older than codes, was set aside by a restore, or was changed.
  case unsigned
  /// There is no key to compare with.
  case noKey

  /// Where the code of a copy lies.
  package static func path(of copy: String) -> String { copy + ".hmac" }

  /// Writes the code for `draft` beside the name that the draft is going to have.
  static func sign(_ sum: Digest, _ key: BackupKey, beside copy: String) throws {
    let name = copy.split(separator: "/").last ?? "backup"
    try PlainFile.write(Array("\(key.code(for: sum).hex)  \(name)\n".utf8), as: path(of: copy))
  }

  static func remove(beside copy: String) {
    PlainFile.remove(path(of: copy))
  }

  /// What the code beside the copy tells of a copy with that SHA-256.
  package static func of(_ copy: String, sum: Digest, key: BackupKey?) -> BackupOrigin {
    // A backup is one file: a log beside it would be played into what was signed.
    guard PlainFile.size(copy + "-wal") == 0 else { return .unsigned }
    // Whatever cannot be read is no code.
    guard let line = try? PlainFile.prefix(path(of: copy), count: 64),
      let code = Digest(hex: String(decoding: line, as: UTF8.self))
    else { return .unsigned }
    guard let key else { return .noKey }
    return key.signs(sum, with: code) ? .own : .foreign
  }
}
