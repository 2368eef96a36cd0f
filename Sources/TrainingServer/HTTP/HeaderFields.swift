/// Header fields in order, names compared without case, duplicates kept.
///
/// The storage is the wire form itself (`Name: value CRLF`, repeated), so that a request's
/// fields are read where they arrived and a response's leave in one copy.
struct HeaderFields: Sendable, ExpressibleByDictionaryLiteral {
  private(set) var wire: [UInt8]
  private var start: Int
  private var end: Int
  /// False once a name or value was appended that must not go out (CR, LF, NUL, no token).
  private(set) var isSafe = true
  /// True once a field was appended that belongs to the writer: framing, Connection or Date.
  private(set) var namesWriterFields = false
  /// True once Cache-Control was appended.
  private(set) var namesCacheControl = false

  init() {
    wire = []
    start = 0
    end = 0
  }

  /// The checked field lines at `start..<end` of a request's head.
  init(received wire: [UInt8], start: Int, end: Int) {
    self.wire = wire
    self.start = max(0, min(start, wire.count))
    self.end = max(self.start, min(end, wire.count))
  }

  init(dictionaryLiteral elements: (String, String)...) {
    self.init()
    for (name, value) in elements { append(name, value) }
  }

  /// The field lines as they travel.
  var bytes: ArraySlice<UInt8> { wire[start..<end] }

  var isEmpty: Bool { start == end }

  /// Adds a field after the others, also when one of that name exists.
  mutating func append(_ name: String, _ value: String) {
    if start != 0 || end != wire.count { self = rebuilt { _ in true } }
    isSafe = isSafe && Self.isName(name) && Self.isValue(value)
    namesWriterFields = namesWriterFields || Self.belongsToWriter(name)
    namesCacheControl = namesCacheControl || Self.isCacheControl(name.utf8)
    wire.append(contentsOf: name.utf8)
    wire.append(58)
    wire.append(32)
    wire.append(contentsOf: value.utf8)
    wire.append(13)
    wire.append(10)
    end = wire.count
  }

  /// Adds all fields of another list in one copy.
  mutating func append(contentsOf other: HeaderFields) {
    if start != 0 || end != wire.count { self = rebuilt { _ in true } }
    isSafe = isSafe && other.isSafe
    namesWriterFields = namesWriterFields || other.namesWriterFields
    namesCacheControl = namesCacheControl || other.namesCacheControl
    wire.append(contentsOf: other.bytes)
    end = wire.count
  }

  /// Replaces every field of that name by one.
  mutating func set(_ name: String, _ value: String) {
    remove(name)
    append(name, value)
  }

  mutating func remove(_ name: String) {
    guard contains(name) else { return }
    self = rebuilt { !$0.matches(name) }
  }

  /// The fields without those only the writer may set.
  var withoutWriterFields: HeaderFields {
    rebuilt { line in !Self.writerFields.contains { line.matches($0) } }
  }

  private static let writerFields = [
    "content-length", "transfer-encoding", "connection", "date",
  ]

  private static func belongsToWriter(_ name: String) -> Bool {
    switch name.utf8.count {
    case 4, 10, 14, 17: writerFields.contains(name.lowercased())
    default: false
    }
  }

  private static func isCacheControl(_ name: some Collection<UInt8>) -> Bool {
    name.count == 13 && name.lazy.map(\.lowercased).elementsEqual("cache-control".utf8)
  }

  private static func isName(_ name: String) -> Bool {
    name.utf8.allSatisfy(\.isToken) && !name.isEmpty
  }

  private static func isValue(_ value: String) -> Bool {
    value.utf8.allSatisfy { !$0.isControl || $0 == 9 }
  }

  private func rebuilt(keeping: (FieldLine) -> Bool) -> HeaderFields {
    var result = HeaderFields()
    result.isSafe = isSafe
    wire.withUnsafeBytes { bytes in
      var lines = FieldLines(bytes.part(start, end))
      while let line = lines.next() {
        guard keeping(line) else { continue }
        result.wire.append(contentsOf: line.whole)
        result.namesWriterFields =
          result.namesWriterFields || Self.writerFields.contains { line.matches($0) }
        result.namesCacheControl = result.namesCacheControl || Self.isCacheControl(line.name)
      }
    }
    result.end = result.wire.count
    return result
  }
}

extension HeaderFields {
  /// Of most answers, made once: nobody on the way may keep what is somebody's own.
  static let unstoredJSON: HeaderFields = [
    "Content-Type": "application/json", "Cache-Control": "no-store",
  ]
  static let unstoredText: HeaderFields = [
    "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store",
  ]
}

extension HeaderFields {
  /// The first value of that name; octets that are not UTF-8 become U+FFFD.
  subscript(name: String) -> String? {
    first(name) { String(decoding: $0, as: UTF8.self) }
  }

  func contains(_ name: String) -> Bool {
    first(name) { _ in true } ?? false
  }

  /// The values of all fields of that name, in order.
  func values(_ name: String) -> [String] {
    var result: [String] = []
    forEachLine { line in
      if line.matches(name) { result.append(String(decoding: line.value, as: UTF8.self)) }
    }
    return result
  }

  /// The same as the opaque octets they are.
  func octets(_ name: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    forEachLine { line in
      if line.matches(name) { result.append(Array(line.value)) }
    }
    return result
  }

  /// Every field, in order.
  var all: [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    forEachLine { line in
      result.append(
        (String(decoding: line.name, as: UTF8.self), String(decoding: line.value, as: UTF8.self)))
    }
    return result
  }

  /// Reads the first value of that name as the opaque octets it is.
  func first<Result>(_ name: String, _ read: (UnsafeRawBufferPointer) -> Result) -> Result? {
    wire.withUnsafeBytes { bytes in
      var lines = FieldLines(bytes.part(start, end))
      while let line = lines.next() {
        if line.matches(name) { return read(line.value) }
      }
      return nil
    }
  }

  private func forEachLine(_ body: (FieldLine) -> Void) {
    wire.withUnsafeBytes { bytes in
      var lines = FieldLines(bytes.part(start, end))
      while let line = lines.next() { body(line) }
    }
  }
}
