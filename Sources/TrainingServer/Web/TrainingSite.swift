import QuizEngine
import Synchronization

/// What all requests share: the engine, the route table, threads and caches.
final class TrainingSite: Sendable {
  let engine: Engine
  let settings: SiteSettings
  let router: Router
  let workers: WorkerPool
  /// Half of the cores at most, so that sign-ins can never starve saves.
  ///
  /// Eight seconds of work by the average so far: nobody should wait more than ten when the
  /// machine slows down meanwhile.
  let hashing: WorkerPool
  let refusals = RefusalCounts()
  let papers = PaperTexts()
  let names = NameBook()
  let boardJSON = BoardLines<[UInt8]>()
  let boardMarkup = BoardLines<HTML>()
  let lessons: LessonTexts
  let uploads = UploadBook()
  let media: MediaBook
  let hub: EventHub
  let readiness = Readiness()
  let flights = Flights()
  let log: EventLog
  private let trafficSource = Mutex<@Sendable () -> TrafficReading>({ TrafficReading() })

  init(
    engine: Engine, settings: SiteSettings, log: EventLog,
    endpoints: [Endpoint] = RouteTable.endpoints, threads: Int = 8
  ) {
    self.engine = engine
    self.settings = settings
    self.log = log
    router = Router(endpoints)
    lessons = LessonTexts(engine.catalogue)
    media = MediaBook(engine.catalogue)
    workers = WorkerPool(threads: threads, queueLimit: 4096, name: "worker")
    let hashers = max(1, settings.cores / 2)
    hashing = WorkerPool(
      threads: hashers, queueLimit: 128 * hashers, name: "hashing", patience: 8, givesWay: true)
    hub = EventHub(engine: engine)
  }

  /// Tells where the traffic is counted, and the engine that it is served, until `stop`.
  ///
  /// The engine holds the site meanwhile, and no weak reference does: every request counts
  /// references to the site, and those of an object that somebody holds weakly are slow to count.
  func serve(countedBy traffic: @escaping @Sendable () -> TrafficReading) {
    trafficSource.withLock { $0 = traffic }
    engine.instruments.serve(
      probeKey: Hex.encode(engine.environment.secret(bytes: 16)),
      since: engine.environment.now(), measure: { [self] in metrics })
  }

  var traffic: TrafficReading { trafficSource.withLock { $0 }() }

  /// Answers a request; called on a loop thread, never blocks.
  func handle(_ request: Request, _ responder: Responder) {
    let arrival = Arrival(request, proxies: settings.proxies)
    let match = router.match(request.method, request.target.path)
    if case .found(let endpoint, let parameters) = match {
      Guards(
        site: self, request: request, endpoint: endpoint, parameters: parameters,
        arrival: arrival, responder: responder
      ).run()
      return
    }
    let reply = Reply(
      site: self, request: request, endpoint: nil, arrival: arrival, session: nil,
      responder: responder)
    switch match {
    case .otherMethods(let methods) where request.method == .options:
      reply.send(
        Response(
          status: 204, fields: ["Allow": methods.map(\.rawValue).joined(separator: ", ")]))
    case .otherMethods(let methods): reply.fail(RequestFault.methodNotAllowed(methods))
    case .nothing, .found: reply.fail(RequestFault.noSuchPage)
    }
  }

  /// Decides on a body before it is read: whoever sends a large one must prove who they are.
  ///
  /// A small body that is already on its way is read at once: nearly every save is one, and its
  /// route is looked up only when it is complete.
  func admit(_ request: Request) -> Admission {
    if let length = request.announcedLength, length <= Limits.saveBody, !request.expectsContinue {
      return .accept(limit: Limits.saveBody)
    }
    guard case .found(let endpoint, _) = router.match(request.method, request.target.path) else {
      return .accept(limit: Limits.saveBody)
    }
    guard endpoint.body == .upload else { return .accept(limit: endpoint.bodyLimit) }
    let arrival = Arrival(request, proxies: settings.proxies)
    let credential = Credential(request, isSecure: arrival.isSecure)
    do {
      try ForgeryCheck.check(request, credential, isForm: true, isSecure: arrival.isSecure)
      guard let token = credential.token else { throw Refusal.notSignedIn }
      let known = engine.sessions.known(
        SHA256.hash(token), at: Instant(milliseconds: request.receivedAt))
      // Whoever saw the form is in memory. After a restart only a small file is read before the
      // table is asked: this thread cannot wait for it.
      guard let known else { return .accept(limit: Limits.apiBody) }
      try endpoint.access.check(known)
      return .accept(limit: endpoint.bodyLimit)
    } catch {
      return .refuse(refusal(of: request, endpoint, arrival, error))
    }
  }

  private func refusal(
    of request: Request, _ endpoint: Endpoint, _ arrival: Arrival, _ error: any Error
  ) -> Response {
    let boundary = ErrorBoundary(
      site: self, request: request, endpoint: endpoint, arrival: arrival)
    let problem = boundary.problem(for: error)
    boundary.log(problem, error)
    return boundary.response(problem)
  }

  /// Finishes what was taken on; call after the HTTP server has stopped.
  func stop() {
    engine.instruments.end()
    hub.stop()
    workers.stop()
    hashing.stop()
  }
}
