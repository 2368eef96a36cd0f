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
/// Target and fields are read in place when asked for.
struct Request: Sendable {
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
    fields["content-type"].map { text in
      let type = text.utf8.prefix { $0 != 59 }.map(\.lowercased)
      return String(decoding: type.reversed().drop(while: \.isBlank).reversed(), as: UTF8.self)
    }
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

  var fields: HeaderFields {
    HeaderFields(received: bytes, start: fieldsStart, end: max(fieldsStart, bytes.count - 2))
  }

  var target: Target { Target(bytes: bytes, parts: parts) }

  var authority: Authority? {
    bytes.withUnsafeBytes { whole in
      Authority(whole.part(authorityRange.lowerBound, authorityRange.upperBound))
    }
  }
}
