/// The request methods this server knows (RFC 9110 section 9, RFC 5789).
enum Method: String, CaseIterable, Hashable, Sendable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"
  case trace = "TRACE"
  case connect = "CONNECT"

  /// What an `Allow` field lists when no resource narrows it.
  static let allowedText = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"

  /// Methods are case-sensitive; nil for a token this server does not know.
  init?(_ bytes: UnsafeRawBufferPointer) {
    switch bytes.count {
    case 3 where bytes.equals("GET"): self = .get
    case 3 where bytes.equals("PUT"): self = .put
    case 4 where bytes.equals("POST"): self = .post
    case 4 where bytes.equals("HEAD"): self = .head
    case 5 where bytes.equals("PATCH"): self = .patch
    case 5 where bytes.equals("TRACE"): self = .trace
    case 6 where bytes.equals("DELETE"): self = .delete
    case 7 where bytes.equals("OPTIONS"): self = .options
    case 7 where bytes.equals("CONNECT"): self = .connect
    default: return nil
    }
  }

  /// A body on these has no meaning: it is framed, read and thrown away.
  var ignoresBody: Bool {
    switch self {
    case .get, .head, .delete: true
    case .post, .put, .patch, .options, .trace, .connect: false
    }
  }
}
