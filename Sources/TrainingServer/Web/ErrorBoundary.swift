import QuizEngine

/// The only place that catches everything: from any error to a problem, a log line and an answer.
///
/// Made only when something went wrong, or when every request is logged.
struct ErrorBoundary {
  let site: TrainingSite
  let request: Request
  let endpoint: Endpoint?
  let arrival: Arrival
  /// Names this request in the log and in its answer.
  let id: String

  init(site: TrainingSite, request: Request, endpoint: Endpoint?, arrival: Arrival) {
    (self.site, self.request, self.endpoint) = (site, request, endpoint)
    self.arrival = arrival
    id = site.log.newID()
  }

  func problem(for error: any Error) -> Problem {
    var problem = translated(error)
    // What is the server's own fault is told with the name under which the log explains it.
    if problem.kind.status >= 500 { problem.incident = id }
    return problem
  }

  private func translated(_ error: any Error) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let refusal as Refusal:
      Problem(refusal, at: Instant(milliseconds: request.receivedAt))
    case RequestFault.overloaded: .busy(jitter: Int(site.engine.environment.entropy() % 8))
    case let fault as RequestFault: Problem(fault)
    case let error as StorageError: Problem(error)
    case let issues as SourceIssues: Problem(issues)
    case let refusal as PasswordRefusal:
      Problem(
        .invalid, refusal.message,
        [("field", .string("password")), ("complaint", .string("malformed"))])
    default: .internalError
    }
  }

  /// Programs get JSON, people a page; both the request's id.
  func response(_ problem: Problem) -> Response {
    let language = Language(of: request)
    if wantsJSON { return named(problem.json(language)) }
    var response = page(problem, language)
    problem.addFields(to: &response)
    return named(response)
  }

  /// The answer with the request's id in its head.
  func named(_ response: Response) -> Response {
    var response = response
    response.fields.append("X-Request-Id", id)
    return response
  }

  private var wantsJSON: Bool {
    switch endpoint?.kind {
    case .api, .open: return true
    case .page, nil:
      if endpoint == nil, request.path.first?.utf8.elementsEqual("api".utf8) == true { return true }
      return request.fields.first("accept") { accepted in
        accepted.contains("json") && !accepted.contains("text/html")
      } ?? false
    }
  }

  /// One line for each problem; causes are named only where they hold nothing that people typed.
  func log(_ problem: Problem, _ error: any Error) {
    site.refusals.add(problem.kind)
    var line = line(.problem, status: problem.kind.status)
    line.add("kind", problem.kind.rawValue)
    if problem.kind.status >= 500 { line.add("cause", LogLine.cause(of: error)) }
    site.log.write(line, at: Instant(milliseconds: request.receivedAt))
  }

  /// A form shown again, or a page that says no in its own words.
  func log(status: Int) {
    let line = line(.problem, status: status)
    site.log.write(line, at: Instant(milliseconds: request.receivedAt))
  }

  /// Whoever asks, as far as memory knows: what went wrong must not wait for a table.
  var knownSession: Session? {
    let credential = Credential(request, isSecure: arrival.isSecure)
    let now = Instant(milliseconds: request.receivedAt)
    return credential.token.flatMap { site.engine.sessions.known(SHA256.hash($0), at: now) }
  }

  /// An answer without trouble, where the operator asked for all of them.
  func logAnswer(status: Int) {
    var line = line(.request, status: status)
    let now = site.engine.environment.now()
    line.add("milliseconds", Int(now.milliseconds - request.receivedAt))
    site.log.write(line, at: now)
  }

  /// - Parameter level: by the status unless given.
  func line(
    _ event: LogLine.Event, status: Int, _ level: LogLine.Level? = nil
  ) -> LogLine {
    var line = LogLine(event, level ?? (status >= 500 ? .error : .info))
    line.add("id", id)
    line.add("method", request.method.rawValue)
    line.add("path", LogLine.path(of: request))
    line.add("status", status)
    line.add("client", arrival.client)
    if let session = knownSession { line.add("person", session.person.text) }
    // The proxy's own name for the request joins its log to ours.
    if arrival.isForwarded, let given = request.fields["x-request-id"] {
      line.add("proxyId", given)
    }
    return line
  }
}
