import QuizEngine

/// The way out of a request: counts, logs, translates errors and answers, once.
final class Reply: Sendable {
  let site: TrainingSite
  let request: Request
  let endpoint: Endpoint?
  let arrival: Arrival
  /// The session that was proved: its holder's connection is no longer anonymous.
  private let session: Session?
  /// False when so many requests of this person wait already that this one is to be refused.
  let isAdmitted: Bool
  private let responder: Responder

  init(
    site: TrainingSite, request: Request, endpoint: Endpoint?, arrival: Arrival,
    session: Session?, responder: Responder
  ) {
    self.site = site
    self.request = request
    self.endpoint = endpoint
    self.arrival = arrival
    self.session = session
    self.responder = responder
    isAdmitted = session.map { site.flights.take($0.person) } ?? true
  }

  deinit {
    if isAdmitted, let session { site.flights.leave(session.person) }
  }

  private var proof: SessionProof? {
    session.map {
      SessionProof(
        session: $0.token.words[0], person: UInt64(truncatingIfNeeded: $0.person.number))
    }
  }

  func send(_ response: Response) {
    responder.send(logged(response))
  }

  /// Sends what the connection's loop makes: for the writer, whom all saves wait for.
  ///
  /// `make` must be quick and wait for nothing.
  func send(making make: @escaping @Sendable () -> Response) {
    responder.send(making: { [self] in logged(make()) })
  }

  private func logged(_ response: Response) -> Response {
    if response.status >= 400 {
      let boundary = boundary
      boundary.log(status: response.status)
      return dressed(boundary.named(response))
    }
    guard site.settings.logsRequests else { return dressed(response) }
    let boundary = boundary
    boundary.logAnswer(status: response.status)
    return dressed(boundary.named(response))
  }

  /// With an id for this request, another one at each call.
  private var boundary: ErrorBoundary {
    ErrorBoundary(site: site, request: request, endpoint: endpoint, arrival: arrival)
  }

  /// With the fields that every answer has.
  private func dressed(_ response: Response) -> Response {
    var response = response
    if !response.fields.namesCacheControl {
      response.fields.append("Cache-Control", "no-store")
    }
    if arrival.isSecure {
      response.fields.append("Strict-Transport-Security", SecurityFields.strictTransport)
    }
    response.proof = proof
    return response
  }

  /// Server-sent events instead of one answer.
  func stream(onOpen: @escaping @Sendable (EventStream) -> Void) {
    // A proxy that gathers an answer before it passes it on would hold every event back.
    var head = Response(status: 200, fields: ["X-Accel-Buffering": "no"])
    if arrival.isSecure {
      head.fields.append("Strict-Transport-Security", SecurityFields.strictTransport)
    }
    head.proof = proof
    responder.stream(head, onOpen: onOpen)
  }

  func finish(_ result: Result<Response, any Error>) {
    switch result {
    case .success(let response): send(response)
    case .failure(let error): fail(error)
    }
  }

  /// Tells what went wrong, in the form that suits whoever asked, and logs it.
  func fail(_ error: any Error) {
    let boundary = boundary
    let problem = boundary.problem(for: error)
    boundary.log(problem, error)
    responder.send(dressed(boundary.response(problem)))
  }

  /// Runs `work` on a worker thread and finishes with what it makes.
  func finishOnWorker(_ work: @escaping @Sendable () throws -> Response) {
    let isTaken = site.workers.submit { [self] in
      finish(Result { try work() })
    }
    if !isTaken { fail(RequestFault.overloaded) }
  }
}
