import Glibc

/// Octet classes of the HTTP grammar (RFC 9110 section 5.6.2, RFC 5234 appendix B).
///
/// The sets are bit masks: a table would cost a bounds check and a lazy initializer per byte.
extension UInt8 {
  /// `tchar`: may stand in a method, a field name or a coding.
  var isToken: Bool {
    let mask: UInt64 = self < 64 ? 0x3ff_6cfa_0000_0000 : 0x57ff_ffff_c7ff_fffe
    return self < 128 && mask &>> UInt64(self & 63) & 1 == 1
  }

  var isDigit: Bool { self &- 48 < 10 }

  /// SP or HTAB, the only white space HTTP knows inside a line.
  var isBlank: Bool { self == 32 || self == 9 }

  /// C0 control or DEL.
  var isControl: Bool { self < 32 || self == 127 }

  /// The octet with A–Z folded to a–z.
  var lowercased: UInt8 { self &- 65 < 26 ? self | 32 : self }

  var hexValue: UInt8? {
    switch self {
    case 48...57: self - 48
    case 65...70: self - 55
    case 97...102: self - 87
    default: nil
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are `text`, ASCII letters compared without case; `text` is lower case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index].lowercased != text.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes are exactly `text`.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes are exactly `other`.
  func equals(_ other: [UInt8]) -> Bool {
    other.withUnsafeBytes { other in
      guard count == other.count, let mine = baseAddress, let theirs = other.baseAddress else {
        return count == other.count
      }
      return memcmp(mine, theirs, count) == 0
    }
  }

  /// Whether `text` stands somewhere in the bytes.
  func contains(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    for start in 0...(count - length) where part(start, start + length).equals(text) { return true }
    return false
  }

  /// The bytes between two offsets; empty when they do not fit.
  func part(_ from: Int, _ to: Int) -> UnsafeRawBufferPointer {
    guard from >= 0, from <= to, to <= count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: self[from..<to])
  }

  /// The bytes without SP and HTAB at both ends.
  var trimmed: UnsafeRawBufferPointer {
    var start = 0
    var end = count
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return part(start, end)
  }

  var isTokenText: Bool {
    for byte in self where !byte.isToken { return false }
    return !isEmpty
  }
}
