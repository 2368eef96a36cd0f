import CSQLite

/// The current row of a stepping statement; columns count from 0.
///
/// Valid only until the statement steps again, so it is not Sendable and must not be kept.
/// A NULL reads as zero or empty; where NULL has a meaning, use the optional forms.
package struct Row {
  let statement: OpaquePointer

  package func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }

  /// A whole number; one that this program never writes is read as the bound next to it, so that no
  /// stored number can make a sum or a product overflow.
  package func int(_ column: Int32) -> Int {
    min(max(Int(sqlite3_column_int64(statement, column)), -Self.bound), Self.bound)
  }

  private static var bound: Int { 1 << 50 }

  /// All 64 bits as stored, for what is no number.
  package func int64(_ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
  }

  package func bool(_ column: Int32) -> Bool {
    sqlite3_column_int64(statement, column) != 0
  }

  /// A text; empty for NULL.
  package func text(_ column: Int32) -> String {
    // column_text before column_bytes: the other order may count in another encoding
    // (https://sqlite.org/c3ref/column_blob.html).
    guard let bytes = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  package func blob(_ column: Int32) -> [UInt8] {
    withBytes(column) { Array($0) }
  }

  /// Lends the bytes of a blob or text column without copying them.
  package func withBytes<Value>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let start = sqlite3_column_blob(statement, column)
    let count = Int(sqlite3_column_bytes(statement, column))
    return try body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  /// A 128-bit identifier; nil when the column does not hold exactly 16 bytes.
  package func optionalID(_ column: Int32) -> UInt128? {
    withBytes(column) { bytes in
      guard bytes.count == 16 else { return nil }
      return UInt128(bigEndian: bytes.loadUnaligned(as: UInt128.self))
    }
  }

  /// A 128-bit identifier; zero when the column does not hold exactly 16 bytes.
  package func id(_ column: Int32) -> UInt128 {
    optionalID(column) ?? 0
  }

  package func optionalInt(_ column: Int32) -> Int? {
    isNull(column) ? nil : int(column)
  }

  package func optionalBool(_ column: Int32) -> Bool? {
    isNull(column) ? nil : bool(column)
  }

  package func optionalText(_ column: Int32) -> String? {
    isNull(column) ? nil : text(column)
  }

  package func optionalBlob(_ column: Int32) -> [UInt8]? {
    isNull(column) ? nil : blob(column)
  }
}
