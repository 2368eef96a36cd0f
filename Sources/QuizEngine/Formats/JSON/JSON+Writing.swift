extension JSON {
  /// The value as compact UTF-8.
  package func encoded() -> [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.finish()
  }

  /// The value with a member a line and a line break at the end, for files that people read.
  package func encodedPretty() -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.value(self)
    return writer.finish() + [0x0a]
  }
}

extension JSONWriter {
  /// A whole tree.
  package mutating func value(_ json: JSON) {
    switch json {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let literal): number(literal)
    case .string(let text): string(text)
    case .array(let items):
      beginArray()
      for item in items { value(item) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.key)
        value(member.value)
      }
      endObject()
    }
  }

  /// A member that is a text.
  package mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// A member that is a text or null.
  package mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  /// A member that is a whole number.
  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    int(value)
  }

  /// A member that is a whole number.
  package mutating func field(_ name: String, _ value: Int64) {
    field(name, Int(value))
  }

  /// A member that is true or false.
  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A member that is an array with one element for each item.
  package mutating func array<Items: Sequence>(
    _ name: String, _ items: Items, _ element: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    beginArray()
    for item in items { element(&self, item) }
    endArray()
  }
}
