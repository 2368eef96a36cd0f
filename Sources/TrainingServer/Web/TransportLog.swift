import QuizEngine

extension TrainingSite {
  /// Counts and logs what a connection answered by itself; the id joins the answer to the line.
  func name(_ refusal: TransportRefusal) -> String {
    refusals.add(refusal.kind)
    let boundary = refusal.request.map {
      ErrorBoundary(
        site: self, request: $0, endpoint: nil, arrival: Arrival($0, proxies: settings.proxies))
    }
    let id = boundary?.id ?? log.newID()
    var line = boundary?.line(.problem, status: refusal.status, refusal.level) ?? refusal.line(id)
    line.add("kind", refusal.kind.rawValue)
    line.add("cause", refusal.cause)
    log.write(line, at: Instant(milliseconds: refusal.at))
    return id
  }
}

extension TransportRefusal {
  /// The nearest kind of problem, for the counts; the answer itself has none.
  fileprivate var kind: ProblemKind {
    switch reason {
    case .unreadable(.methodNotAllowed): .methodNotAllowed
    case .unreadable(.bodyTooLarge), .unreadable(.targetTooLong), .unreadable(.fieldsTooLarge):
      .tooLarge
    case .unreadable: .badRequest
    case .stopping: .busy
    case .unsafeField, .unanswered: .internalError
    }
  }

  /// One of our own words, never one of the sender's.
  fileprivate var cause: String {
    switch reason {
    case .unreadable(let error): String(describing: error)
    case .stopping: "stopping"
    case .unsafeField(let status): "unsafeField in an answer with \(status)"
    case .unanswered: "unanswered"
    }
  }

  /// Strangers can send as much nonsense as they like, 501 and 505 too: all of it is routine, so
  /// that a flood is withheld.
  fileprivate var level: LogLine.Level {
    switch reason {
    case .unreadable, .stopping: .info
    case .unsafeField, .unanswered: .error
    }
  }

  /// Where no head was read there is little to tell: behind a proxy the client is the proxy.
  fileprivate func line(_ id: String) -> LogLine {
    var line = LogLine(.problem, level)
    line.add("id", id)
    line.add("status", status)
    line.add("client", peer.address)
    return line
  }
}
