extension JSON {
  /// Parses one JSON text; strict, without locations of the nodes.
  package init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try JSON(buffer, limits: limits) }
    }
    self = try result.get()
  }

  /// Parses one JSON text in `buffer`, which is only read during the call.
  package init(
    _ buffer: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) {
    self = try JSONParser.parse(buffer, limits: limits, into: PlainTree())
  }
}

/// Builds `JSON` and remembers no places.
private struct PlainTree: JSONTree {
  mutating func mark(_ offset: Int) {}

  func node(_ shape: JSONShape<JSON, Void>, at mark: Void) -> JSON {
    switch shape {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let literal): .number(literal)
    case .string(let text): .string(text)
    case .array(let items): .array(items)
    case .object(let members):
      .object(JSONObject(members.map { JSONObject.Member(key: $0.key, value: $0.value) }))
    }
  }
}
