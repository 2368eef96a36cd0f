import Glibc

/// The key by which a site knows its own backups again; kept apart from them.
///
/// A checksum only shows that nothing happened to a copy by accident: whoever changes a copy can
/// make a new one.
package struct BackupKey: Sendable {
  private let bytes: [UInt8]
  private let hmac: HMACSHA256

  private static let count = 32

  private init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.bytes = bytes
    // The key signs nothing else, and says so in what it signs.
    hmac = HMACSHA256(key: bytes)
  }

  /// A new key from unpredictable bytes.
  package init?(from environment: Environment) {
    self.init(environment.secret(bytes: Self.count))
  }

  /// Reads a key's file; nil when it holds none.
  package init?(text: [UInt8]) {
    let digits = text.prefix { $0 != 10 && $0 != 13 }
    guard digits.count == Self.count * 2,
      let bytes = Hex.decode(String(decoding: digits, as: UTF8.self))
    else { return nil }
    self.init(bytes)
  }

  /// How the key is kept: 64 hexadecimal digits on a line.
  package var text: [UInt8] { Array((Hex.encode(bytes) + "\n").utf8) }

  /// The code for a copy with that SHA-256.
  func code(for sum: Digest) -> Digest {
    hmac.code(for: Array("training backup 1\n".utf8) + sum.bytes)
  }

  func signs(_ sum: Digest, with code: Digest) -> Bool {
    self.code(for: sum).equalsInConstantTime(code)
  }

  /// The key in a file; nil when there is no file.
  ///
  /// - Throws: `StorageError` when it cannot be read or holds no key.
  package static func read(_ path: String) throws(StorageError) -> BackupKey? {
    guard access(path, F_OK) == 0 else { return nil }
    guard let key = BackupKey(text: try PlainFile.prefix(path, count: 200)) else {
      throw StorageError(.cannotOpen, "\(path) holds no backup key")
    }
    return key
  }

  /// The folder's own key, made when missing.
  ///
  /// Only by whoever owns the folder.
  package static func own(
    of folder: DataFolder, _ environment: Environment
  ) throws(StorageError) -> BackupKey {
    if let key = try read(folder.backupKey) { return key }
    guard let key = BackupKey(from: environment) else {
      throw StorageError(.misuse, "no key could be made")
    }
    try key.keep(in: folder)
    return key
  }

  /// Makes this the folder's key.
  func keep(in folder: DataFolder) throws(StorageError) {
    try PlainFile.write(text, as: folder.backupKey)
  }
}
