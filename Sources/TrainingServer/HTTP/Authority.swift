/// The host and port a request is meant for (RFC 9110 section 7.2).
struct Authority: Hashable, Sendable {
  /// Lower case; an IPv6 address keeps its brackets.
  let host: String
  let port: Int?

  /// Nil unless the bytes are `host [":" port]`: no user information, no spaces, port ≤ 65535.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let (hostEnd, port) = Self.split(bytes) else { return nil }
    self.port = port
    host = String(decoding: bytes.part(0, hostEnd).lazy.map(\.lowercased), as: UTF8.self)
  }

  /// The same test without making a value.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool { split(bytes) != nil }

  private static func split(_ bytes: UnsafeRawBufferPointer) -> (hostEnd: Int, port: Int?)? {
    guard let hostEnd = hostEnd(of: bytes), hostEnd > 0 else { return nil }
    guard hostEnd < bytes.count else { return (hostEnd, nil) }
    guard bytes[hostEnd] == 58, bytes.count - hostEnd <= 6 else { return nil }
    var port: Int?
    for byte in bytes.part(hostEnd + 1, bytes.count) {
      guard byte.isDigit else { return nil }
      port = (port ?? 0) * 10 + Int(byte - 48)
    }
    guard (port ?? 0) <= 65535 else { return nil }
    return (hostEnd, port)
  }

  private static func hostEnd(of bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    if bytes.first == 91 {
      index = 1
      while index < bytes.count,
        bytes[index].hexValue != nil || bytes[index] == 58
          || bytes[index] == 46
      {
        index += 1
      }
      return index > 2 && index < bytes.count && bytes[index] == 93 ? index + 1 : nil
    }
    while index < bytes.count {
      switch bytes[index] {
      case 48...57, 65...90, 97...122, 45, 46, 95: index += 1
      case 58: return index
      default: return nil
      }
    }
    return index
  }
}
