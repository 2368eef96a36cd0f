import QuizEngine

extension ErrorBoundary {
  /// The problem as a page with ways on; never waits for a table.
  func page(_ problem: Problem, _ language: Language) -> Response {
    let model = ProblemPage(
      status: problem.kind.status, title: problem.kind.title, detail: problem.detail,
      ways: ways(problem), incident: problem.incident)
    var response = Response.html(
      problemPage(model, chrome(language)).text, status: problem.kind.status)
    response.fields.append("Cache-Control", "no-store")
    return response
  }

  private func chrome(_ language: Language) -> Chrome {
    let credential = Credential(request, isSecure: arrival.isSecure)
    let now = Instant(milliseconds: request.receivedAt)
    let viewer = knownSession.flatMap { session in
      site.names.known(session.person).map { Chrome.Viewer(name: $0, roles: session.roles) }
    }
    return Chrome(
      language: language, viewer: viewer, formToken: FormToken.make(credential), route: .home,
      now: now)
  }

  /// The page where a form stood that was sent: the nearest above its address.
  private var pageOfForm: String? {
    guard request.method == .post, let endpoint, endpoint.kind == .page else { return nil }
    let slash = UInt8(ascii: "/")
    let segments = request.target.rawPath.utf8.split { $0 == slash }.map {
      String(decoding: $0, as: UTF8.self)
    }
    guard segments.count == endpoint.pattern.segments.count else { return nil }
    let pages = site.router.endpoints.filter { $0.kind == .page && $0.method == .get }
    for count in (1..<max(1, segments.count)).reversed() {
      let above = Array(endpoint.pattern.segments.prefix(count))
      guard pages.contains(where: { $0.pattern.segments == above }) else { continue }
      return "/" + segments.prefix(count).joined(separator: "/")
    }
    return nil
  }

  private func ways(_ problem: Problem) -> [(text: LocalizedText, route: Route)] {
    let home: (text: LocalizedText, route: Route) = (both("Về trang chủ", "Go home"), .home)
    switch problem.kind {
    case .notSignedIn, .wrongCredentials, .staleForm:
      let way = pageOfForm.map { Route.signIn.with([("next", $0)]) } ?? .signIn
      return [(both("Đăng nhập", "Sign in"), way), home]
    case .notOpenYet, .closed, .noAttemptsLeft, .attemptEnded, .notRevealedYet, .notEligible:
      return [(both("Xem các cuộc thi", "See the contests"), .contests), home]
    case .notComplete: return [(both("Xem các khóa học", "See the courses"), .courses), home]
    default: return [home]
    }
  }
}
