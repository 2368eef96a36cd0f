import QuizEngine

/// What stands between a request and its handler, in this order: origin, shape, session, access,
/// form token; then the handler, on the thread where it belongs.
struct Guards: Sendable {
  let site: TrainingSite
  let request: Request
  let endpoint: Endpoint
  let parameters: PathParameters
  let arrival: Arrival
  let responder: Responder

  private var now: Instant { Instant(milliseconds: request.receivedAt) }

  func run() {
    if endpoint.kind == .open {
      return perform(.none, session: nil, isOnWorker: false)
    }
    let credential = Credential(request, isSecure: arrival.isSecure)
    do {
      try ForgeryCheck.check(
        request, credential, isForm: endpoint.body == .form || endpoint.body == .upload,
        isSecure: arrival.isSecure)
      try checkShape()
    } catch {
      return reply(of: nil).fail(error)
    }
    guard let token = credential.token else {
      return perform(credential, session: nil, isOnWorker: false)
    }
    if let known = site.engine.sessions.known(SHA256.hash(token), at: now) {
      return perform(credential, session: known, isOnWorker: false)
    }
    onThread(site.workers) {
      do {
        let session = try site.engine.session(token: token, at: now)
        perform(credential, session: session, isOnWorker: true)
      } catch {
        reply(of: nil).fail(error)
      }
    }
  }

  /// The media type that the route reads; for the API also the query.
  private func checkShape() throws(RequestFault) {
    switch endpoint.body {
    case .none: break
    case .json: try requireMediaType("application/json")
    case .emptyJSON:
      if !request.body.isEmpty { try requireMediaType("application/json") }
    case .form: try requireMediaType("application/x-www-form-urlencoded")
    case .upload: try requireMediaType("multipart/form-data")
    }
    guard endpoint.kind == .api, request.target.rawQuery != nil else { return }
    var seen: Set<[UInt8]> = []
    for pair in request.query.pairs where !seen.insert(Array(pair.name.utf8)).inserted {
      throw .badQuery(pair.name)
    }
  }

  private func requireMediaType(_ expected: StaticString) throws(RequestFault) {
    guard request.isOf(mediaType: expected), !request.has(.contentEncoding) else {
      throw .mediaType(expected: expected.description)
    }
  }

  /// Access, form, and the handler where it runs.
  private func perform(_ credential: Credential, session: Session?, isOnWorker: Bool) {
    let reply = reply(of: session)
    guard reply.isAdmitted else { return reply.fail(Refusal.tooFast(until: now + .seconds(1))) }
    do {
      try endpoint.access.check(session)
    } catch Refusal.notSignedIn where endpoint.kind == .page && isReading {
      return reply.send(.redirect(to: signInAddress))
    } catch {
      return reply.fail(error)
    }
    if isOnWorker || mayRunOnLoop {
      read(credential, session, reply)
    } else {
      onThread(site.workers) { read(credential, session, reply) }
    }
  }

  /// Forms are read on a worker, and so are the bodies of saves that no answer of today needs: the
  /// other connections of a loop wait while it reads.
  private var mayRunOnLoop: Bool {
    guard endpoint.place == .loop else { return false }
    switch endpoint.body {
    case .none: return true
    case .json, .emptyJSON: return request.body.count <= Self.shortBody
    case .form, .upload: return false
    }
  }

  /// Parsed in a tenth of a millisecond in the worst case (`Scripts/bench bodies`).
  private static let shortBody = 4096

  private func read(_ credential: Credential, _ session: Session?, _ reply: Reply) {
    do {
      call(try context(credential, session), reply)
    } catch {
      reply.fail(error)
    }
  }

  private func context(
    _ credential: Credential, _ session: Session?
  ) throws(RequestFault) -> RequestContext {
    var form = Form()
    var files: [UploadedFile] = []
    switch endpoint.body {
    case .none, .json, .emptyJSON: break
    case .form:
      guard let read = Form(encoded: request.body) else { throw .malformedBody(Self.unreadable) }
      form = read
    case .upload:
      guard
        let read = Multipart(
          body: request.body, contentType: request.fields["content-type"] ?? "")
      else { throw .malformedBody(Self.unreadable) }
      (form, files) = (read.form, read.files)
    }
    if endpoint.body == .form || endpoint.body == .upload {
      guard FormToken.isValid(form["_csrf"], for: credential) else { throw .staleForm }
    }
    return RequestContext(
      site: site, request: request, parameters: parameters, arrival: arrival,
      credential: credential, session: session, form: form, files: files)
  }

  private func call(_ context: RequestContext, _ reply: Reply) {
    do {
      try checkSecondFactor(context.session)
      try endpoint.handler(context, reply)
    } catch Refusal.secondFactorMissing where endpoint.kind == .page && isReading {
      reply.send(context.go(to: .secondFactor, .secondFactorNeeded))
    } catch {
      reply.fail(error)
    }
  }

  /// Where the operator asks for it, a manager who has only a password gets nothing but their own
  /// account and papers.
  private func checkSecondFactor(_ session: Session?) throws {
    guard site.settings.requiresSecondFactor, !endpoint.isOwn, let session, session.isManager,
      try site.engine.confirmedFactor(of: session.person) == nil
    else { return }
    throw Refusal.secondFactorMissing
  }

  private func onThread(_ pool: WorkerPool, _ job: @escaping WorkerPool.Job) {
    if !pool.submit(job) { reply(of: nil).fail(RequestFault.overloaded) }
  }

  private func reply(of session: Session?) -> Reply {
    Reply(
      site: site, request: request, endpoint: endpoint, arrival: arrival, session: session,
      responder: responder)
  }

  private var isReading: Bool { request.method == .get || request.method == .head }

  /// Comes back here after signing in.
  private var signInAddress: String {
    let query = request.target.rawQuery.map { "?" + $0 } ?? ""
    return "/sign-in?next=" + FormEncoding.encode(request.target.rawPath + query)
  }

  private static let unreadable = LocalizedText(
    vi: "Không đọc được nội dung biểu mẫu; chưa có gì được lưu. Hãy tải lại trang rồi gửi lại.",
    en: "The form could not be read; nothing was saved. Reload the page and send it again.")
}
