/// The first line of a request (RFC 9112 section 3), split with exactly one SP between parts.
struct RequestLine {
  let method: Method
  let parts: TargetParts
  let isHTTP10: Bool

  /// Reads the line without its CRLF; part offsets count from the start of the line.
  init(_ line: UnsafeRawBufferPointer, limit: Int) throws(ParseError) {
    guard let methodEnd = line.offset(of: 32, from: 0), line.part(0, methodEnd).isTokenText,
      let targetEnd = line.offset(of: 32, from: methodEnd + 1), targetEnd > methodEnd + 1
    else { throw .requestLine }
    guard targetEnd - methodEnd - 1 <= limit else { throw .targetTooLong }
    isHTTP10 = try Self.isHTTP10(line.part(targetEnd + 1, line.count))
    guard let method = Method(line.part(0, methodEnd)) else { throw .methodUnknown }
    guard method != .trace, method != .connect else { throw .methodNotAllowed }
    self.method = method
    guard let parts = TargetParser.parts(of: line.part(methodEnd + 1, targetEnd)),
      !parts.isAsterisk || method == .options
    else { throw .target }
    self.parts = parts.shifted(by: methodEnd + 1)
  }

  /// `HTTP/1.2` to `1.9` are answered as 1.1 (RFC 9110 section 2.5).
  private static func isHTTP10(_ version: UnsafeRawBufferPointer) throws(ParseError) -> Bool {
    guard version.count == 8, version.part(0, 5).equals("HTTP/"), version[5].isDigit,
      version[6] == 46, version[7].isDigit
    else { throw .requestLine }
    guard version[5] == 49 else { throw .versionUnsupported }
    return version[7] == 48
  }
}
