// How the model's values lie in columns: ids and digests as blobs, instants and spans as
// milliseconds, flags as 0 and 1.

extension SQLValue {
  static func id<Noun>(_ id: ID<Noun>) -> SQLValue { .id(id.number) }
  static func id<Noun>(_ id: ID<Noun>?) -> SQLValue { SQLValue(id?.number) }
  static func digest(_ digest: Digest) -> SQLValue { .blob(digest.bytes) }
  static func number(_ number: Int64) -> SQLValue { .int(Int(number)) }
  static func instant(_ instant: Instant) -> SQLValue { .int(Int(instant.milliseconds)) }
  static func instant(_ instant: Instant?) -> SQLValue { SQLValue(instant?.milliseconds) }
  static func count(_ count: Int) -> SQLValue { .int(count) }
  static func count(_ count: Int?) -> SQLValue { SQLValue(count) }
  static func flag(_ flag: Bool) -> SQLValue { .bool(flag) }
  static func words(_ text: String?) -> SQLValue { SQLValue(text) }
}

extension Row {
  func id<Noun>(_ column: Int32) throws -> ID<Noun> {
    guard let number = optionalID(column) else { throw malformed(column) }
    return ID(number: number)
  }

  func idIfAny<Noun>(_ column: Int32) throws -> ID<Noun>? {
    isNull(column) ? nil : try id(column)
  }

  func digest(_ column: Int32) throws -> Digest {
    guard let digest = withBytes(column, { Digest($0) }) else { throw malformed(column) }
    return digest
  }

  func digestIfAny(_ column: Int32) throws -> Digest? {
    isNull(column) ? nil : try digest(column)
  }

  func instant(_ column: Int32) -> Instant { Instant(milliseconds: Int64(int(column))) }
  func instantIfAny(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }
  func span(_ column: Int32) -> Span { Span(milliseconds: Int64(int(column))) }
  func points(_ column: Int32) -> Points { Points(thousandths: Int64(int(column))) }

  /// A stored word of an enumeration.
  func word<Word: RawRepresentable>(_ column: Int32) throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text(column)) else { throw malformed(column) }
    return word
  }

  /// A column that does not hold what this program writes there.
  func malformed(_ column: Int32) -> StorageError {
    StorageError(.corrupt, "column \(column) holds no value of its type")
  }
}
