import QuizEngine

/// Everything a handler knows of its request; built once, after the guards.
final class RequestContext: Sendable {
  let site: TrainingSite
  let request: Request
  let parameters: PathParameters
  let arrival: Arrival
  let credential: Credential
  /// Nil where nobody is signed in.
  let session: Session?
  /// The fields of a form that was sent and whose token was right.
  let form: Form
  let files: [UploadedFile]

  init(
    site: TrainingSite, request: Request, parameters: PathParameters, arrival: Arrival,
    credential: Credential, session: Session?, form: Form, files: [UploadedFile]
  ) {
    self.site = site
    self.request = request
    self.parameters = parameters
    self.arrival = arrival
    self.credential = credential
    self.session = session
    self.form = form
    self.files = files
  }

  var language: Language { Language(of: request) }

  /// The one clock reading of the request: when its last byte had been parsed.
  var now: Instant { Instant(milliseconds: request.receivedAt) }

  var engine: Engine { site.engine }

  /// The session of a route that only signed-in people reach.
  func requireSession() throws(Refusal) -> Session {
    guard let session else { throw .notSignedIn }
    return session
  }

  /// What the device got when somebody signed in there with a password.
  var device: String? {
    guard request.fields.contains("cookie") else { return nil }
    return request.cookies[SessionCookie.deviceName(isSecure: arrival.isSecure)]
  }

  /// The id that stands in the path; one that cannot be an id looks like one that does not exist.
  func id<Noun>(_ name: String, _ subject: Refusal.Subject) throws(Refusal) -> ID<Noun> {
    guard let id = ID<Noun>(text: parameters.octets(name)) else { throw .notFound(subject) }
    return id
  }

  /// A whole number of the query within a range.
  func queryNumber(_ name: String, in range: ClosedRange<Int>) throws(RequestFault) -> Int? {
    guard let text = request.query[name] else { return nil }
    guard let number = wholeNumber(text), range.contains(number) else { throw .badQuery(name) }
    return number
  }
}

extension Language {
  /// The chosen one, or Vietnamese.
  ///
  /// Programs may also ask with Accept-Language.
  init(of request: Request) {
    if request.has(.cookie), let chosen = request.cookies["lang"],
      let language = Language.allCases.first(where: {
        $0.rawValue.utf8.elementsEqual(chosen.utf8)
      })
    {
      self = language
    } else if !request.has(.cookie),
      request.value(.acceptLanguage, { $0.part(0, 2).equalsIgnoringCase("en") }) == true,
      !request.has(.secFetchSite)
    {
      // A browser sends its own language, which in schools is often not its user's.
      self = .english
    } else {
      self = .vietnamese
    }
  }
}
