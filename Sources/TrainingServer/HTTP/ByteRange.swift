/// A Range field over a resource of known length (RFC 9110 section 14).
enum ByteRange: Equatable, Sendable {
  /// No usable range: answer 200 with everything.
  case whole
  /// Answer 206 with these octets.
  case part(Range<Int>)
  /// Answer 416.
  case unsatisfiable

  /// Several or malformed ranges count as none.
  init(_ field: String?, length: Int) {
    self = Self.read(Array((field ?? "").utf8), length) ?? .whole
  }

  private static func read(_ bytes: [UInt8], _ length: Int) -> ByteRange? {
    guard bytes.starts(with: "bytes=".utf8) else { return nil }
    let parts = bytes.dropFirst(6).split(separator: 45, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = number(parts[0]), let last = number(parts[1]) else {
      return nil
    }
    switch (first, last) {
    case (nil, nil): return nil
    case (nil, .some(let suffix)):
      return suffix == 0 || length == 0 ? .unsatisfiable : .part(max(0, length - suffix)..<length)
    case (.some(let start), nil):
      return start < length ? .part(start..<length) : .unsatisfiable
    case (.some(let start), .some(let end)):
      guard start <= end else { return nil }
      return start < length ? .part(start..<min(length, end + 1)) : .unsatisfiable
    }
  }

  /// Nil for no number at all, `.some(nil)` for empty text.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int?? {
    if bytes.isEmpty { return .some(nil) }
    guard bytes.count <= 18, bytes.allSatisfy(\.isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
