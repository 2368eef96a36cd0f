import CSQLite

// Every text and blob is copied while binding, so Swift's buffers may go at once.
extension Statement {
  package func bind(_ value: Int, at index: Int32) throws(StorageError) {
    try check(sqlite3_bind_int64(handle, index, Int64(value)))
  }

  package func bind(_ value: Int64, at index: Int32) throws(StorageError) {
    try check(sqlite3_bind_int64(handle, index, value))
  }

  package func bind(_ value: Bool, at index: Int32) throws(StorageError) {
    try check(sqlite3_bind_int64(handle, index, value ? 1 : 0))
  }

  /// Binds a text.
  package func bind(_ value: String, at index: Int32) throws(StorageError) {
    var text = value
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters -> Int32 in
        guard let count = Int32(exactly: characters.count) else { return SQLITE_TOOBIG }
        guard let start = characters.baseAddress else {
          return training_bind_text(handle, index, "", 0)
        }
        return training_bind_text(handle, index, start, count)
      }
    }
    try check(code)
  }

  /// Binds UTF-8 as a text.
  func bind(text octets: [UInt8], at index: Int32) throws(StorageError) {
    guard let count = Int32(exactly: octets.count) else { throw failure(SQLITE_TOOBIG) }
    try check(
      octets.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else {
          return training_bind_text(handle, index, "", 0)
        }
        return training_bind_text(
          handle, index, start.assumingMemoryBound(to: CChar.self), count)
      })
  }

  package func bind(_ value: [UInt8], at index: Int32) throws(StorageError) {
    try check(value.withUnsafeBytes { bind($0, index) })
  }

  package func bind(_ value: UnsafeRawBufferPointer, at index: Int32) throws(StorageError) {
    try check(bind(value, index))
  }

  /// Binds an identifier as 16 bytes, most significant first.
  package func bind(_ id: UInt128, at index: Int32) throws(StorageError) {
    try check(withUnsafeBytes(of: id.bigEndian) { bind($0, index) })
  }

  package func bindNull(at index: Int32) throws(StorageError) {
    try check(sqlite3_bind_null(handle, index))
  }

  /// Binds any value.
  package func bind(_ value: SQLValue, at index: Int32) throws(StorageError) {
    switch value {
    case .null: try bindNull(at: index)
    case .int(let number): try bind(number, at: index)
    case .text(let text): try bind(text, at: index)
    case .blob(let bytes): try bind(bytes, at: index)
    case .id(let id): try bind(id, at: index)
    }
  }

  /// Binds every parameter; a wrong number of values is a misuse, not silent NULLs.
  package func bind(_ values: [SQLValue]) throws(StorageError) {
    guard values.count == parameterCount else {
      throw StorageError(
        .misuse, "\(values.count) values for \(parameterCount) parameters", sql: sql)
    }
    var index: Int32 = 1
    for value in values {
      try bind(value, at: index)
      index += 1
    }
  }

  private func bind(_ bytes: UnsafeRawBufferPointer, _ index: Int32) -> Int32 {
    // A null pointer would bind NULL; an empty blob is a value.
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return sqlite3_bind_zeroblob(handle, index, 0)
    }
    guard let count = Int32(exactly: bytes.count) else { return SQLITE_TOOBIG }
    return training_bind_blob(handle, index, start, count)
  }

  private func check(_ code: Int32) throws(StorageError) {
    guard code != SQLITE_OK else { return }
    throw failure(code)
  }
}
