import QuizEngine

/// The only place that catches everything: from any error to a problem, a log line and an answer.
struct ErrorBoundary {
  let site: TrainingSite
  let request: Request
  let endpoint: Endpoint?
  let arrival: Arrival

  func problem(for error: any Error) -> Problem {
    switch error {
    case let problem as Problem: problem
    case let refusal as Refusal:
      Problem(refusal, at: Instant(milliseconds: request.receivedAt))
    case RequestFault.overloaded: .busy(jitter: Int(site.engine.environment.entropy() % 8))
    case let fault as RequestFault: Problem(fault)
    case let error as StorageError: Problem(error, incident: site.log.newIncident())
    case let issues as SourceIssues: Problem(issues)
    case let refusal as PasswordRefusal:
      Problem(
        .invalid, refusal.message,
        [("field", .string("password")), ("complaint", .string("malformed"))])
    default: .internalError(site.log.newIncident())
    }
  }

  /// Programs get JSON, people a page.
  func response(_ problem: Problem) -> Response {
    let language = Language(of: request)
    if wantsJSON { return problem.json(language) }
    var response = page(problem, language)
    problem.addFields(to: &response)
    return response
  }

  private var wantsJSON: Bool {
    switch endpoint?.kind {
    case .api, .open: return true
    case .page, nil:
      if endpoint == nil, request.path.first == "api" { return true }
      let accepted = request.fields["accept"] ?? ""
      return accepted.contains("json") && !accepted.contains("text/html")
    }
  }

  /// One line for each problem; causes are named only where they hold nothing that people typed.
  func log(_ problem: Problem, _ error: any Error) {
    var line = line(status: problem.kind.status)
    line.add("kind", problem.kind.rawValue)
    line.add("id", problem.incident ?? site.log.newIncident())
    if problem.kind.status >= 500 { line.add("cause", LogLine.cause(of: error)) }
    site.log.write(line, at: Instant(milliseconds: request.receivedAt))
  }

  /// A form shown again, or a page that says no in its own words.
  func log(status: Int) {
    var line = line(status: status)
    line.add("id", site.log.newIncident())
    site.log.write(line, at: Instant(milliseconds: request.receivedAt))
  }

  /// Whoever asks, as far as memory knows: what went wrong must not wait for a table.
  var knownSession: Session? {
    let credential = Credential(request, isSecure: arrival.isSecure)
    let now = Instant(milliseconds: request.receivedAt)
    return credential.token.flatMap { site.engine.sessions.known(SHA256.hash($0), at: now) }
  }

  private func line(status: Int) -> LogLine {
    var line = LogLine(.problem)
    line.add("method", request.method.rawValue)
    line.add("path", LogLine.path(of: request))
    line.add("status", status)
    line.add("client", arrival.client)
    if let session = knownSession { line.add("person", session.person.text) }
    return line
  }
}
