/// Why bytes were refused as a request.
///
/// Each closes the connection (RFC 9112 section 9.6).
enum ParseError: Error, Hashable, Sendable {
  case requestLine
  case target
  case field
  case host
  case length
  case coding
  case chunk
  case bodyTooLarge
  case targetTooLong
  case fieldsTooLarge
  case methodUnknown
  case methodNotAllowed
  case codingUnknown
  case versionUnsupported
  case expectationUnknown
  case hostUnknown
  case tooSlow

  var status: Int {
    switch self {
    case .requestLine, .target, .field, .host, .length, .coding, .chunk: 400
    case .methodNotAllowed: 405
    case .tooSlow: 408
    case .bodyTooLarge: 413
    case .targetTooLong: 414
    case .expectationUnknown: 417
    case .hostUnknown: 421
    case .fieldsTooLarge: 431
    case .methodUnknown, .codingUnknown: 501
    case .versionUnsupported: 505
    }
  }

  var detail: String {
    switch self {
    case .requestLine: "The request line is malformed."
    case .target: "The request target is malformed."
    case .field: "A header field is malformed."
    case .host: "The Host field is missing, repeated or malformed."
    case .length: "The Content-Length field is malformed, repeated or contradicted."
    case .coding: "The Transfer-Encoding field is malformed."
    case .chunk: "The chunked body is malformed."
    case .bodyTooLarge: "The body is larger than this resource accepts."
    case .targetTooLong: "The request target is too long."
    case .fieldsTooLarge: "The header fields are too large."
    case .methodUnknown: "The method is not implemented."
    case .methodNotAllowed: "The method is never allowed here."
    case .codingUnknown: "The transfer coding is not implemented."
    case .versionUnsupported: "Only HTTP/1.0 and HTTP/1.1 are spoken here."
    case .expectationUnknown: "The expectation cannot be met."
    case .hostUnknown: "This server does not answer for that host."
    case .tooSlow: "The request did not arrive in time."
    }
  }
}
