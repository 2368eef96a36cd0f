/// Decides whether a request target is one we serve (RFC 9112 section 3.2).
enum TargetParser {
  /// The parts of origin-form, absolute-form or `*`; nil for anything malformed.
  static func parts(of bytes: UnsafeRawBufferPointer) -> TargetParts? {
    if bytes.equals("*") {
      return TargetParts(pathStart: 0, pathEnd: 1, end: 1, isAsterisk: true)
    }
    var parts = TargetParts()
    if bytes.first != 47 {
      guard let start = authorityStart(of: bytes) else { return nil }
      var end = start
      while end < bytes.count, bytes[end] != 47, bytes[end] != 63 { end += 1 }
      guard end > start else { return nil }
      parts.authorityStart = start
      parts.authorityEnd = end
      parts.pathStart = end
    }
    parts.end = bytes.count
    parts.pathEnd = bytes.offset(of: 63, from: parts.pathStart) ?? bytes.count
    guard let hasEscapes = escapes(bytes, parts) else { return nil }
    parts.hasEscapes = hasEscapes
    return parts
  }

  /// The decoded segments of a path, or nil when one is refused.
  static func segments(of path: UnsafeRawBufferPointer) -> [String]? {
    var result: [String] = []
    var start = 1
    guard path.count > 1 else { return [] }
    while start <= path.count {
      let end = path.offset(of: 47, from: start) ?? path.count
      guard let segment = Percent.segment(path.part(start, end)) else { return nil }
      result.append(segment)
      start = end + 1
    }
    return result
  }

  private static func authorityStart(of bytes: UnsafeRawBufferPointer) -> Int? {
    for scheme: StaticString in ["http://", "https://"] {
      let length = scheme.utf8CodeUnitCount
      if bytes.part(0, min(length, bytes.count)).equalsIgnoringCase(scheme) { return length }
    }
    return nil
  }

  /// Whether there are escapes; nil for a target that is not served.
  ///
  /// One pass over the octets; only a target with an escape or a dot segment is decoded.
  private static func escapes(_ bytes: UnsafeRawBufferPointer, _ parts: TargetParts) -> Bool? {
    var needsDecoding = false
    var hasEscapes = false
    for index in parts.pathStart..<parts.end where isSpecial(bytes[index]) {
      switch bytes[index] {
      case 37: hasEscapes = true
      case 46:
        if index > parts.pathStart, bytes[index - 1] == 47 { needsDecoding = true }
      default: return nil
      }
    }
    guard needsDecoding || hasEscapes else { return false }
    guard segments(of: bytes.part(parts.pathStart, parts.pathEnd)) != nil else { return nil }
    guard parts.hasQuery else { return hasEscapes }
    let query = Form(encoded: bytes.part(parts.pathEnd + 1, parts.end), in: .query)
    return query == nil ? nil : hasEscapes
  }

  /// Whether an octet is `%`, `.`, or one that no target has.
  ///
  /// Those are controls, space, `"#<>\\` and what lies beyond ASCII. Two words of bits, since every
  /// octet of every request is asked.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    if byte >= 127 { return true }
    return (byte < 64 ? specialBelow64 : specialFrom64) &>> UInt64(byte & 63) & 1 != 0
  }

  /// 0 to 32, 34, 35, 37, 46, 60 and 62; then 92.
  private static let specialBelow64: UInt64 = 0x5000_402d_ffff_ffff
  private static let specialFrom64: UInt64 = 1 << 28
}
