/// How long the body is and what the connection does afterwards, gathered field by field.
///
/// Whatever two parsers could read differently is refused (RFC 9112 sections 6.1 and 11.2).
struct Framing {
  private(set) var contentLength: Int?
  private(set) var transferCoding = TransferCoding.none
  private(set) var hasHost = false
  private(set) var hostStart = 0
  private(set) var hostEnd = 0
  private(set) var wantsClose = false
  private(set) var expectsContinue = false
  private(set) var hasUnknownExpectation = false

  enum TransferCoding {
    case none
    case chunked
    case unknown
  }

  /// Takes note of one field; `offset` is where its value starts inside the head.
  mutating func note(_ line: FieldLine, valueOffset offset: Int) throws(ParseError) {
    switch line.name.count {
    case 4 where line.name.equalsIgnoringCase("host"):
      guard !hasHost, Authority.isValid(line.value) else { throw .host }
      hasHost = true
      hostStart = offset
      hostEnd = offset + line.value.count
    case 6 where line.name.equalsIgnoringCase("expect"):
      if line.value.equalsIgnoringCase("100-continue") {
        expectsContinue = true
      } else {
        hasUnknownExpectation = true
      }
    case 10 where line.name.equalsIgnoringCase("connection"):
      wantsClose = wantsClose || Self.lists(line.value, "close")
    case 14 where line.name.equalsIgnoringCase("content-length"):
      guard contentLength == nil, let length = Self.length(line.value) else { throw .length }
      contentLength = length
    case 17 where line.name.equalsIgnoringCase("transfer-encoding"):
      guard transferCoding == .none else { throw .coding }
      transferCoding = try Self.coding(line.value)
    default: break
    }
  }

  /// The rules that need the whole head.
  func check(isHTTP10: Bool) throws(ParseError) {
    if transferCoding != .none {
      guard contentLength == nil else { throw .length }
      guard !isHTTP10 else { throw .coding }
      guard transferCoding == .chunked else { throw .codingUnknown }
    }
    guard hasHost || isHTTP10 else { throw .host }
    guard !hasUnknownExpectation || isHTTP10 else { throw .expectationUnknown }
  }

  /// Digits only, at most 19 of them, below 2^63.
  private static func length(_ value: UnsafeRawBufferPointer) -> Int? {
    guard (1...19).contains(value.count) else { return nil }
    var length = 0
    for byte in value {
      guard byte.isDigit else { return nil }
      let (tens, overflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, overflowToo) = tens.addingReportingOverflow(Int(byte - 48))
      guard !overflow, !overflowToo else { return nil }
      length = sum
    }
    return length
  }

  private static func coding(
    _ value: UnsafeRawBufferPointer
  ) throws(ParseError) -> TransferCoding {
    var start = 0
    var sawUnknown = false
    while true {
      let end = value.offset(of: 44, from: start) ?? value.count
      let name = value.part(start, end).trimmed
      guard name.isTokenText else { throw .coding }
      if name.equalsIgnoringCase("chunked") {
        guard end == value.count else { throw .coding }
        return sawUnknown ? .unknown : .chunked
      }
      sawUnknown = true
      guard end < value.count else { return .unknown }
      start = end + 1
    }
  }

  private static func lists(_ value: UnsafeRawBufferPointer, _ option: StaticString) -> Bool {
    var start = 0
    while start <= value.count {
      let end = value.offset(of: 44, from: start) ?? value.count
      if value.part(start, end).trimmed.equalsIgnoringCase(option) { return true }
      start = end + 1
    }
    return false
  }
}
