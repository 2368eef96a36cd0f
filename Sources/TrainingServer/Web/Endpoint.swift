import QuizEngine

/// One line of the route table: what may be asked for, by whom, and who answers where.
final class Endpoint: Sendable {
  typealias Handler = @Sendable (RequestContext, Reply) throws -> Void

  /// Where a handler runs.
  enum Place: Hashable, Sendable {
    /// On the event loop, once the session is in memory: it never blocks.
    case loop
    /// On a worker thread: it reads tables or waits for a commit.
    case worker
  }

  /// For whom answers and problems are written.
  enum Kind: Hashable, Sendable {
    /// JSON for programs; duplicate query keys and unknown members are refused.
    case api
    /// HTML for people.
    case page
    /// The same for everybody: no session is looked for.
    case open
  }

  /// What the body may be.
  enum Body: Hashable, Sendable {
    case none
    case json
    /// `{}` or nothing at all.
    case emptyJSON
    case form
    /// A form with a file; the sender is checked before the body is read.
    case upload
  }

  let method: Method
  let pattern: PathPattern
  let kind: Kind
  let access: Access
  let place: Place
  let body: Body
  let handler: Handler
  /// The names of the pattern's varying segments, in order.
  let variables: [String]

  init(
    method: Method, pattern: PathPattern, kind: Kind, access: Access, place: Place, body: Body,
    handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.kind = kind
    self.access = access
    self.place = place
    self.body = body
    self.handler = handler
    variables = pattern.variables
  }

  /// Open to everybody, or about nothing but the person who asks: their account, their attempts.
  var isOwn: Bool {
    if access == .anyone || place == .loop { return true }
    let own: [PathPattern.Segment?] = [.literal("me"), .literal("session"), .literal("attempts")]
    return own.contains(
      pattern.segments.first { $0 != .literal("api") && $0 != .literal("v1") })
  }

  /// The largest body accepted, in bytes.
  var bodyLimit: Int {
    switch body {
    case .none, .emptyJSON, .form: Limits.saveBody
    case .json: method == .put ? Limits.saveBody : Limits.apiBody
    case .upload: Limits.importBody
    }
  }
}

extension Endpoint {
  /// A handler that answers before it returns.
  typealias Answering = @Sendable (RequestContext) throws -> Response

  static func api(
    _ method: Method, _ pattern: StaticString, _ access: Access, at place: Place = .worker,
    body: Body? = nil, _ answer: @escaping Answering
  ) -> Endpoint {
    api(method, pattern, access, at: place, body: body, then: { $1.send(try answer($0)) })
  }

  /// `then` answers when it can, from any thread.
  static func api(
    _ method: Method, _ pattern: StaticString, _ access: Access, at place: Place = .worker,
    body: Body? = nil, then handler: @escaping Handler
  ) -> Endpoint {
    Endpoint(
      method: method, pattern: PathPattern(pattern), kind: .api, access: access, place: place,
      body: body ?? .none, handler: handler)
  }

  static func page(
    _ method: Method, _ pattern: StaticString, _ access: Access, at place: Place = .worker,
    body: Body? = nil, _ answer: @escaping Answering
  ) -> Endpoint {
    page(method, pattern, access, at: place, body: body, then: { $1.send(try answer($0)) })
  }

  /// `then` answers when it can, from any thread; a page that is posted to reads a form.
  static func page(
    _ method: Method, _ pattern: StaticString, _ access: Access, at place: Place = .worker,
    body: Body? = nil, then handler: @escaping Handler
  ) -> Endpoint {
    Endpoint(
      method: method, pattern: PathPattern(pattern), kind: .page, access: access, place: place,
      body: body ?? (method == .post ? .form : .none), handler: handler)
  }

  static func open(
    _ pattern: StaticString, at place: Place = .worker, _ answer: @escaping Answering
  ) -> Endpoint {
    Endpoint(
      method: .get, pattern: PathPattern(pattern), kind: .open, access: .anyone, place: place,
      body: .none, handler: { $1.send(try answer($0)) })
  }
}
