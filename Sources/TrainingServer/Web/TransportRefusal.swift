/// What a connection answers by itself, without asking a handler.
struct TransportRefusal: Sendable {
  enum Reason: Hashable, Sendable {
    /// The bytes are no request that can be answered.
    case unreadable(ParseError)
    /// The server is being stopped; come back after so many seconds.
    case stopping(retryAfter: Int)
    /// A handler put CR, LF or NUL into a field of an answer with that status.
    case unsafeField(status: Int)
    /// The handler gave the request up.
    case unanswered
  }

  let reason: Reason
  let peer: Peer
  /// Milliseconds since 1970 in UTC.
  let at: Int64
  /// What was asked, without its body, where that much could be read.
  let request: Request?

  var status: Int {
    switch reason {
    case .unreadable(let error): error.status
    case .stopping: 503
    case .unsafeField, .unanswered: 500
    }
  }

  /// The small answer that goes out (RFC 9457).
  ///
  /// - Parameter id: names the line in the log.
  func response(id: String?) -> Response {
    var response = Response.problem(status: status, detail: detail, incident: id)
    if let id { response.fields.append("X-Request-Id", id) }
    switch reason {
    case .unreadable(.methodNotAllowed): response.fields.append("Allow", Method.allowedText)
    case .stopping(let seconds): response.fields.append("Retry-After", String(seconds))
    case .unreadable, .unsafeField, .unanswered: break
    }
    return response
  }

  private var detail: String {
    switch reason {
    case .unreadable(let error): error.detail
    case .stopping: "The server is restarting."
    case .unsafeField: "The answer could not be sent."
    case .unanswered: "The request was not answered."
    }
  }
}
