/// Who sent a request.
struct Peer: Hashable, Sendable {
  /// The numeric address without port; `unix` for a local socket.
  let address: String
  /// The user id at the other end of a local socket (SO_PEERCRED, unix(7)); nil over TCP.
  let userID: UInt32?

  init(address: String, userID: UInt32? = nil) {
    self.address = address
    self.userID = userID
  }
}

/// One complete request.
///
/// Target and fields are read in place when asked for. A class, because it is handed on a dozen
/// times and never changes.
final class Request: Sendable {
  let method: Method
  let isHTTP10: Bool
  let peer: Peer
  /// When the last byte had been parsed: milliseconds since 1970 in UTC.
  let receivedAt: Int64
  /// Empty for methods whose body is ignored.
  let body: [UInt8]

  private let head: RequestHead

  init(head: RequestHead, body: [UInt8], peer: Peer, receivedAt: Int64) {
    self.head = head
    self.body = body
    self.peer = peer
    self.receivedAt = receivedAt
    method = head.method
    isHTTP10 = head.isHTTP10
  }

  var fields: HeaderFields { head.fields }

  var target: Target { head.target }

  /// What Content-Length says; nil without one.
  var announcedLength: Int? { head.announcedLength }

  /// The sender waits for a word before it sends the body (RFC 9110 section 10.1.1).
  var expectsContinue: Bool { head.expectsContinue }

  /// The decoded path segments; keep the result, it is decoded at each call.
  var path: [String] { head.target.segments }

  /// The decoded query pairs; keep the result, it is decoded at each call.
  var query: Form { head.target.query }

  /// The cookies, in the order sent.
  var cookies: Form { Form(cookies: fields) }

  /// What the request was addressed to; nil only in HTTP/1.0 without Host.
  var authority: Authority? { head.authority }

  /// The media type in lower case without parameters, such as `application/json`.
  var mediaType: String? {
    value(.contentType) { value in
      String(decoding: Self.type(value).lazy.map(\.lowercased), as: UTF8.self)
    }
  }

  /// Whether the media type, without its parameters, is this lower-case one.
  func isOf(mediaType expected: StaticString) -> Bool {
    value(.contentType) { Self.type($0).equalsIgnoringCase(expected) } ?? false
  }

  private static func type(_ value: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    value.part(0, value.offset(of: 59, from: 0) ?? value.count).trimmed
  }
}

extension Request {
  /// Whether a field of that name was sent.
  func has(_ name: KnownFields.Name) -> Bool { head.known[name] != nil }

  /// Reads the first value of that name as the opaque octets it is.
  func value<Result>(
    _ name: KnownFields.Name, _ read: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    guard let place = head.known[name] else { return nil }
    return head.bytes.withUnsafeBytes { read($0.part(place.lowerBound, place.upperBound)) }
  }

  /// The first value of that name; octets that are not UTF-8 become U+FFFD.
  func text(_ name: KnownFields.Name) -> String? {
    value(name) { String(decoding: $0, as: UTF8.self) }
  }
}

/// The checked head of a request: one buffer and where things lie in it.
struct RequestHead: Sendable {
  let method: Method
  let isHTTP10: Bool
  let wantsClose: Bool
  let expectsContinue: Bool
  let bytes: [UInt8]
  let parts: TargetParts
  let fieldsStart: Int
  let authorityRange: Range<Int>
  let known: KnownFields
  /// What Content-Length says; nil without one.
  let announcedLength: Int?

  var fields: HeaderFields {
    HeaderFields(received: bytes, start: fieldsStart, end: max(fieldsStart, bytes.count - 2))
  }

  var target: Target { Target(bytes: bytes, parts: parts) }

  var authority: Authority? { withAuthority { Authority($0) } }

  /// The authority as it was sent; empty when there is none.
  func withAuthority<Result>(_ read: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { whole in
      read(whole.part(authorityRange.lowerBound, authorityRange.upperBound))
    }
  }
}
