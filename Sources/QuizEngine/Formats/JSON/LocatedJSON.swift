/// A JSON value that knows where each of its parts was written.
package struct LocatedJSON: Hashable, Sendable {
  /// What stands at a place of the file.
  package indirect enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([LocatedJSON])
    case object([Member])
  }

  /// One key with its place and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let keyLocation: SourceLocation
    package let value: LocatedJSON
  }

  package let value: Value
  package let location: SourceLocation

  /// Parses the content of `file`; a byte order mark is forgiven, as Windows editors add it.
  package init(
    _ bytes: [UInt8], file: String, limits: JSONLimits = JSONLimits()
  ) throws(SourceIssue) {
    let bytes = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    let tree = LocatedTree(source: SourceText(file: file, bytes: bytes))
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in
        try JSONParser.parse(buffer, limits: limits, into: tree)
      }
    }
    do {
      self = try result.get()
    } catch {
      throw error.issue(in: file)
    }
  }

  fileprivate init(value: Value, location: SourceLocation) {
    self.value = value
    self.location = location
  }

  /// The same value without its places.
  package var plain: JSON {
    switch value {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let literal): .number(literal)
    case .string(let text): .string(text)
    case .array(let items): .array(items.map(\.plain))
    case .object(let members):
      .object(JSONObject(members.map { JSONObject.Member(key: $0.key, value: $0.value.plain) }))
    }
  }
}

/// Builds `LocatedJSON`.
private struct LocatedTree: JSONTree {
  var source: SourceText

  mutating func mark(_ offset: Int) -> SourceLocation { source.location(at: offset) }

  func node(_ shape: JSONShape<LocatedJSON, SourceLocation>, at mark: SourceLocation)
    -> LocatedJSON
  {
    let value: LocatedJSON.Value =
      switch shape {
      case .null: .null
      case .bool(let value): .bool(value)
      case .number(let literal): .number(literal)
      case .string(let text): .string(text)
      case .array(let items): .array(items)
      case .object(let members):
        .object(
          members.map {
            LocatedJSON.Member(key: $0.key, keyLocation: $0.mark, value: $0.value)
          })
      }
    return LocatedJSON(value: value, location: mark)
  }
}
