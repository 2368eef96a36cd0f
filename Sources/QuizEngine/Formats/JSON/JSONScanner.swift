/// The tokens of a JSON text: strings, numbers, words and the space between.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let acceptsNUL: Bool
  var offset = 0

  init(bytes: UnsafeBufferPointer<UInt8>, acceptsNUL: Bool) {
    self.bytes = bytes
    self.acceptsNUL = acceptsNUL
  }

  /// The byte at the offset; nil at the end.
  @inline(__always) var peek: UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  mutating func skipWhitespace() {
    while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      offset += 1
    }
  }

  /// Steps over `byte` if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard let found = peek else { throw .unexpectedEnd }
    guard found == byte else { throw .unexpected(found) }
    offset += 1
  }

  mutating func word(_ word: StaticString) throws(JSONFault) {
    for position in 0..<word.utf8CodeUnitCount {
      try expect(word.utf8Start[position])
    }
  }

  /// The literal of `-? int frac? exp?` (RFC 8259, section 6).
  mutating func number() throws(JSONFault) -> String {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if let next = peek, (0x30...0x39).contains(next) { throw .badNumber }
    } else {
      try digits()
    }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = offset
    while let byte = peek, (0x30...0x39).contains(byte) { offset += 1 }
    guard offset > start else { throw peek == nil ? .unexpectedEnd : .badNumber }
  }

  /// The string whose opening quote comes next.
  mutating func string() throws(JSONFault) -> String {
    offset += 1
    let start = offset
    while let byte = peek {
      if byte == UInt8(ascii: "\"") {
        let text = try decoded(start..<offset)
        offset += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20 { throw .controlCharacter }
      offset += 1
    }
    throw .unexpectedEnd
  }

  /// Goes on from the first backslash, collecting what the escapes stand for.
  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var octets = Array(bytes[start..<offset])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        // Escapes may add marks to what stands before them.
        let text = try decoded(octets)
        offset += 1
        return text
      case UInt8(ascii: "\\"): octets.append(utf8Of: try escape())
      case 0..<0x20: throw .controlCharacter
      default:
        octets.append(byte)
        offset += 1
      }
    }
    throw .unexpectedEnd
  }

  private func decoded(_ range: Range<Int>) throws(JSONFault) -> String {
    try decoded(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  private func decoded(_ octets: [UInt8]) throws(JSONFault) -> String {
    let text: Result<String, JSONFault> = octets.withUnsafeBufferPointer { run in
      do throws(JSONFault) { return .success(try decoded(run)) } catch { return .failure(error) }
    }
    return try text.get()
  }

  private func decoded(_ run: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> String {
    if let text = String(strictUTF8: run) { return text }
    throw String(validating: run, as: UTF8.self) == nil ? .invalidUTF8 : .tooManyMarks
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    let start = offset
    offset += 1
    guard let byte = peek else { throw .unexpectedEnd }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      offset = start
      throw .badEscape
    }
  }

  /// `\uXXXX`, or a pair of them for what lies beyond the basic plane.
  private mutating func unicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    var value = try hexadecimal(from: start)
    if (0xd800..<0xdc00).contains(value), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let low = try hexadecimal(from: start)
      guard (0xdc00..<0xe000).contains(low) else {
        offset = start
        throw .loneSurrogate
      }
      value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
    }
    guard let scalar = Unicode.Scalar(value) else {
      offset = start
      throw .loneSurrogate
    }
    if value == 0, !acceptsNUL {
      offset = start
      throw .nul
    }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw .unexpectedEnd }
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default:
        offset = start
        throw .badEscape
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}

extension [UInt8] {
  fileprivate mutating func append(utf8Of scalar: Unicode.Scalar) {
    if let octets = UTF8.encode(scalar) { append(contentsOf: octets) }
  }
}
