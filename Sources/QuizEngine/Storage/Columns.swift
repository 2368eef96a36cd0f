// How the model's values lie in columns: ids and digests as blobs, instants and spans as
// milliseconds, flags as 0 and 1.

extension SQLValue {
  static func id<Noun>(_ id: ID<Noun>) -> SQLValue { .blob(id.bytes) }
  static func id<Noun>(_ id: ID<Noun>?) -> SQLValue { id.map { .blob($0.bytes) } ?? .null }
  static func digest(_ digest: Digest) -> SQLValue { .blob(digest.bytes) }
  static func instant(_ instant: Instant) -> SQLValue { .int(instant.milliseconds) }
  static func instant(_ instant: Instant?) -> SQLValue {
    instant.map { .int($0.milliseconds) } ?? .null
  }
  static func count(_ count: Int) -> SQLValue { .int(Int64(count)) }
  static func count(_ count: Int?) -> SQLValue { count.map { .int(Int64($0)) } ?? .null }
  static func flag(_ flag: Bool) -> SQLValue { .int(flag ? 1 : 0) }
  static func words(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
}

extension Row {
  func id<Noun>(_ column: Int) throws -> ID<Noun> {
    guard let id = ID<Noun>(bytes: blob(column)) else { throw StorageError.malformed(column) }
    return id
  }

  func idIfAny<Noun>(_ column: Int) throws -> ID<Noun>? {
    isNull(column) ? nil : try id(column)
  }

  func digest(_ column: Int) throws -> Digest {
    guard let digest = Digest(blob(column)) else { throw StorageError.malformed(column) }
    return digest
  }

  func instant(_ column: Int) -> Instant { Instant(milliseconds: int(column)) }
  func instantIfAny(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }
  func span(_ column: Int) -> Span { Span(milliseconds: int(column)) }
  func count(_ column: Int) -> Int { Int(int(column)) }
  func countIfAny(_ column: Int) -> Int? { isNull(column) ? nil : count(column) }
  func flag(_ column: Int) -> Bool { int(column) != 0 }
  func textIfAny(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// A stored word of an enumeration.
  func word<Word: RawRepresentable>(_ column: Int) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text(column)) else { throw StorageError.malformed(column) }
    return word
  }
}
