extension [UInt8] {
  /// Two octets, the lowest first; nil beyond the end.
  func little16(_ offset: Int) -> Int? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// Four octets, the lowest first; nil beyond the end.
  func little32(_ offset: Int) -> Int? {
    guard let low = little16(offset), let high = little16(offset + 2) else { return nil }
    return low | high << 16
  }

  /// Appends two octets, the lowest first.
  mutating func append(little16 value: Int) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  /// Appends four octets, the lowest first.
  mutating func append(little32 value: Int) {
    append(little16: value)
    append(little16: value >> 16)
  }
}
