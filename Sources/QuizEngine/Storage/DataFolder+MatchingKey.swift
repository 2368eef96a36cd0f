import Glibc

/// The key under which personal numbers are digested. Not in the database: of a copy of the file
/// alone, nobody tries the few numbers there can be (RFC 2104; SP 800-107, 5.3).
extension DataFolder {
  private var matchingKeyFile: String { path + "/matching.key" }
  private static var length: Int { 32 }

  /// The key; nil while there is none.
  package func matchingKey() throws -> [UInt8]? {
    guard access(matchingKeyFile, F_OK) == 0 else { return nil }
    let key = try PlainFile.prefix(matchingKeyFile, count: Self.length)
    guard key.count == Self.length else {
      throw StorageError(.corrupt, "\(matchingKeyFile) holds no key of \(Self.length) bytes")
    }
    return key
  }

  /// The key, made from `fresh` where there is none; only the writer makes it.
  package func matchingKey(orMake fresh: () -> [UInt8]) throws -> [UInt8] {
    if let key = try matchingKey() { return key }
    let key = fresh()
    try PlainFile.write(key, as: matchingKeyFile)
    return key
  }
}
