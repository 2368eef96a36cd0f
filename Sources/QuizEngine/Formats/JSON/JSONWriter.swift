/// Writes JSON into a byte buffer, value by value.
///
/// `<` is written as `\u003c`, so the text may stand inside a script element. Commas are placed by
/// looking at the last byte: one is due unless it opened something.
package struct JSONWriter: ~Copyable {
  /// Everything written so far, after what the buffer began with.
  package private(set) var bytes: [UInt8]
  private let start: Int
  private let isPretty: Bool
  private var depth = 0

  /// - Parameters:
  ///   - bytes: what the JSON text is appended to.
  ///   - pretty: two spaces a level and a value a line, for files that people read.
  package init(appendingTo bytes: consuming [UInt8] = [], pretty: Bool = false) {
    self.bytes = bytes
    start = self.bytes.count
    isPretty = pretty
  }

  /// Ends the writing and gives the buffer away without a copy.
  package consuming func finish() -> [UInt8] { bytes }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// A member's name; its value must be written next.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(0x20) }
  }

  package mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func int(_ value: Int) {
    separate()
    bytes.append(decimal: value)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    if value { append("true") } else { append("false") }
  }

  package mutating func null() {
    separate()
    append("null")
  }

  /// A number in its literal form; what is no JSON number is written as a string.
  package mutating func number(_ literal: String) {
    separate()
    if Self.isNumber(literal) { bytes.append(contentsOf: literal.utf8) } else { quote(literal) }
  }

  /// A finished JSON value, finished members or the beginning of one, taken as they are.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    // `[` and `]`, `{` and `}` are two apart: an empty pair stays together.
    if isPretty, bytes.last != bracket - 2 { breakLine() }
    bytes.append(bracket)
  }

  private mutating func separate() {
    guard bytes.count > start, let last = bytes.last else { return }
    switch last {
    case UInt8(ascii: ":"), 0x20: return
    case UInt8(ascii: "{"), UInt8(ascii: "["): break
    default: bytes.append(UInt8(ascii: ","))
    }
    if isPretty { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(0x0a)
    for _ in 0..<max(0, depth) * 2 { bytes.append(0x20) }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func isNumber(_ literal: String) -> Bool {
    var literal = literal
    return literal.withUTF8 { buffer in
      var scanner = JSONScanner(bytes: buffer, acceptsNUL: false)
      // Only the yes or no matters here, not what is wrong.
      return (try? scanner.number()) != nil && scanner.peek == nil
    }
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies the runs between the few bytes that must not stand in a string as they are.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for position in 0..<text.count {
      let byte = text[position]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5c || byte == 0x3c else { continue }
      bytes.append(contentsOf: text[runStart..<position])
      runStart = position + 1
      bytes.append(0x5c)
      switch byte {
      case 0x22, 0x5c: bytes.append(byte)
      case 0x0a: bytes.append(UInt8(ascii: "n"))
      case 0x0d: bytes.append(UInt8(ascii: "r"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      default:
        append("u00")
        bytes.append(0x30 + byte >> 4)
        bytes.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
      }
    }
    bytes.append(contentsOf: text[runStart...])
  }
}
