import QuizEngine

/// Percent-encoding, decoded exactly once (RFC 3986 section 2.1).
enum Percent {
  /// The decoded octets, or nil after a `%` without two hexadecimal digits.
  static func decoded(_ bytes: UnsafeRawBufferPointer, plusIsSpace: Bool) -> [UInt8]? {
    // Most have neither.
    guard bytes.contains(37) || plusIsSpace && bytes.contains(43) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 37 {
        guard index + 2 < bytes.count, let high = bytes[index + 1].hexValue,
          let low = bytes[index + 2].hexValue
        else { return nil }
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(byte == 43 && plusIsSpace ? 32 : byte)
        index += 1
      }
    }
    return result
  }

  /// One path segment as text, or nil when it could mislead a file system or a log.
  ///
  /// Refused: bad escapes, control characters, text that is not UTF-8, an escaped `/` or `\`,
  /// and the dot segments however they are written.
  static func segment(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard let octets = decoded(bytes, plusIsSpace: false),
      !octets.contains(where: { $0.isControl || $0 == 47 || $0 == 92 }),
      octets != [46], octets != [46, 46]
    else { return nil }
    return String(strictUTF8: octets)
  }
}
