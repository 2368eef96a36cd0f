import QuizEngine

@testable import TrainingServer

/// Calls any route of the table with one set of objects in the places of its names.
struct RouteCall {
  let site: TestSite
  let contest: ContestID
  let attempt: AttemptID
  let cohort: CohortID
  /// A learner of it.
  let person: PersonID
  let certificate: String
  /// Where a form asks for a unit.
  let unit: UnitID

  /// Asks as the holder of `token`, or as nobody.
  func ask(_ endpoint: Endpoint, token: String?) throws -> TestAnswer {
    let path = endpoint.pattern.segments.map { segment in
      switch segment {
      case .literal(let text): text
      case .variable(let name): value(name)
      }
    }.joined(separator: "/")
    var fields = ["Accept": "application/json"]
    fields["Authorization"] = token.map { "Bearer \($0)" }
    let formToken = FormToken.make(token.map { .bearer($0) } ?? .none)
    let method = endpoint.method.rawValue
    switch endpoint.body {
    case .none:
      if path.hasSuffix("/events") { return try site.askForStream("/" + path, fields) }
      return try site.ask(method, "/" + path, fields)
    case .json, .emptyJSON:
      return try site.ask(method, "/" + path, json: body(endpoint), fields)
    case .form:
      fields["Sec-Fetch-Site"] = "same-origin"
      return try site.ask(method, "/" + path, form: "_csrf=\(formToken)&\(form)", fields)
    case .upload:
      fields["Sec-Fetch-Site"] = "same-origin"
      return try site.upload("/" + path, token: formToken, unit: unit.text, fields)
    }
  }

  private var form: String {
    "revision=1&choice=a&value=1&q-1=a&q-2=a&unit=\(unit.text)&name=x&reason=x&language=vi&card=x"
      + "&session=others&locking=1&people=pupils"
  }

  private func body(_ endpoint: Endpoint) -> String {
    let path = endpoint.pattern.description
    if path.hasSuffix("{slot}") { return #"{"revision":1,"response":null}"# }
    if path.hasSuffix("/prediction") { return #"{"revision":1,"value":1}"# }
    if path.hasSuffix("/late-deliveries") {
      return #"{"sentAt":"2026-11-23T03:00:00Z","deliveries":[]}"#
    }
    if path.hasSuffix("/completion") { return #"{"answers":[["a"],["a"]]}"# }
    return path.hasSuffix("/session") ? #"{"card":"x"}"# : "{}"
  }

  private func value(_ name: String) -> String {
    switch name {
    case "contest": contest.text
    case "attempt": attempt.text
    case "cohort": cohort.text
    case "person": person.text
    case "code": certificate
    case "course": "khoa-thu"
    case "lesson": "bai-mot"
    case "module": "phan-mot"
    case "law": "L-001"
    case "slot": "1"
    case "slug": "closed"
    case "name": Assets.styles.name
    default: "x"
    }
  }
}

extension Verdict {
  /// What an answer means for who asked.
  init(_ answer: TestAnswer) {
    if answer.status == 303, answer["Location"]?.hasPrefix("/sign-in?next=") == true {
      self = .signIn
      return
    }
    let subject = answer.json["subject"]?.string ?? ""
    switch (answer.status, answer.problem) {
    case (401, "not-signed-in"): self = .signIn
    case (403, "not-allowed"): self = .forbidden
    case (403, "not-eligible"): self = .ineligible
    case (404, "not-found")
    where ["contest", "attempt", "cohort", "certificate"].contains(subject):
      self = .hidden
    default: self = .passes
    }
  }
}

extension Certificate {
  /// A paper of the trial course.
  static func sample(_ number: Int, _ holder: Person, cohort: CohortID, at now: Instant) -> Self {
    Certificate(
      id: CertificateID(number: UInt128(number)), code: "ABCD-EFGH-JKMN-PQR\(number)",
      person: holder.id, holder: holder.name, unitName: "Trường", course: "khoa-thu",
      courseTitle: TestContent.course.title, periods: 2, cohort: cohort, issuedAt: now,
      year: 2026, entry: number)
  }
}
