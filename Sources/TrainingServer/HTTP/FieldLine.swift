import Glibc

/// One `Name: value CRLF`, inside bytes that somebody else keeps alive.
struct FieldLine {
  let whole: UnsafeRawBufferPointer
  let name: UnsafeRawBufferPointer
  let value: UnsafeRawBufferPointer

  /// Splits and checks a line without its CRLF (RFC 9112 section 5); nil when malformed.
  ///
  /// Refused: white space before the name or the colon, line folding, an empty or non-token
  /// name, control characters in the value. Octets above 127 in the value are opaque.
  init?(checking line: UnsafeRawBufferPointer) {
    var colon = 0
    while colon < line.count, line[colon].isToken { colon += 1 }
    guard colon > 0, colon < line.count, line[colon] == 58 else { return nil }
    let value = line.part(colon + 1, line.count).trimmed
    guard Self.hasNoControl(value) else { return nil }
    self.init(whole: line, name: line.part(0, colon), value: value)
  }

  fileprivate init(
    whole: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer
  ) {
    self.whole = whole
    self.name = name
    self.value = value
  }

  func matches(_ text: String) -> Bool {
    guard text.utf8.count == name.count else { return false }
    var index = 0
    for byte in text.utf8 {
      if byte.lowercased != name[index].lowercased { return false }
      index += 1
    }
    return true
  }

  /// Eight octets at a time: is any below 32 or equal to 127? A hit is then looked at singly.
  private static func hasNoControl(_ value: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index + 8 <= value.count {
      let word = value.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let delete = word ^ (ones &* 127)
      let found = ((word &- ones &* 32) & ~word) | ((delete &- ones) & ~delete)
      if found & (ones &* 128) != 0 {
        for byte in value.part(index, index + 8) where byte.isControl && byte != 9 { return false }
      }
      index += 8
    }
    while index < value.count {
      if value[index].isControl, value[index] != 9 { return false }
      index += 1
    }
    return true
  }
}

/// Walks lines that were checked before.
struct FieldLines {
  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  mutating func next() -> FieldLine? {
    guard let feed = rest.offset(of: 10, from: 0), feed > 0 else { return nil }
    let whole = rest.part(0, feed + 1)
    rest = rest.part(feed + 1, rest.count)
    let line = whole.part(0, feed - 1)
    let colon = line.offset(of: 58, from: 0) ?? line.count
    return FieldLine(
      whole: whole, name: line.part(0, colon),
      value: line.part(min(colon + 1, line.count), line.count).trimmed)
  }
}

extension UnsafeRawBufferPointer {
  /// Where `byte` first stands at or after `from`.
  func offset(of byte: UInt8, from: Int) -> Int? {
    guard let base = baseAddress, from < count,
      let hit = memchr(base + from, Int32(byte), count - from)
    else { return nil }
    return UnsafeRawPointer(hit) - base
  }
}
