import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

/// Every route of the table × everybody of `Who`: roles, own and other units, owner and others.
@Suite(.timeLimit(.minutes(5))) struct AuthorisationTests {
  @Test func `every route has its row, and every row its route`() {
    let routes = Set(RouteTable.endpoints.map { "\($0.method.rawValue) \($0.pattern)" })
    #expect(routes.count == RouteTable.endpoints.count, "a route stands twice")
    #expect(routes == Set(AuthorisationRule.table.keys))
    #expect(routes.count * Who.allCases.count >= 300)
  }

  @Test(arguments: RouteTable.endpoints.map { "\($0.method.rawValue) \($0.pattern)" })
  func `a route opens for those it is for`(route: String) throws {
    let endpoint = try #require(
      RouteTable.endpoints.first { "\($0.method.rawValue) \($0.pattern)" == route })
    let rule = try #require(AuthorisationRule.table[route], "no row for \(route)")
    let fixture = try Fixture()
    for who in Who.allCases {
      let answer = try fixture.ask(endpoint, as: who)
      let verdict = self.verdict(answer, endpoint)
      #expect(
        verdict == rule.verdict(who),
        "\(route) as \(who): \(answer.status) \(answer.body.prefix(200))")
    }
  }

  private func verdict(_ answer: TestAnswer, _ endpoint: Endpoint) -> Verdict {
    if answer.status == 303, answer["Location"]?.hasPrefix("/sign-in?next=") == true {
      return .signIn
    }
    switch (answer.status, answer.problem) {
    case (401, "not-signed-in"): return .signIn
    case (403, "not-allowed"): return .forbidden
    case (404, "not-found"):
      let subject = answer.json["subject"]?.string ?? ""
      return ["contest", "attempt", "cohort", "certificate"].contains(subject) ? .hidden : .passes
    default: return .passes
    }
  }

  /// School A's things in the places of the names.
  private struct Fixture {
    let site: TestSite
    let attempt: AttemptID
    let certificate: String

    init() throws {
      site = try TestSite()
      attempt = try site.attempt()
      certificate = try Self.certificate(site)
    }

    private static func certificate(_ site: TestSite) throws -> String {
      let holder = try #require(site.people[.pupil])
      let paper = Certificate(
        id: CertificateID(number: 5), code: "ABCD-EFGH-JKMN-PQRS", person: holder.id,
        holder: holder.name, unitName: "Trường A", course: "khoa-thu",
        courseTitle: TestContent.course.title, periods: 2, cohort: site.cohort,
        issuedAt: site.clock.now, year: 2026, entry: 1)
      try site.engine.write { try $0.connection.certificates.insert(paper) }
      return paper.code
    }

    func ask(_ endpoint: Endpoint, as who: Who) throws -> TestAnswer {
      let path = endpoint.pattern.segments.map { segment in
        switch segment {
        case .literal(let text): text
        case .variable(let name): value(name)
        }
      }.joined(separator: "/")
      var fields = ["Accept": "application/json"]
      if who != .nobody { fields["Authorization"] = "Bearer \(who.token)" }
      let credential: Credential = who == .nobody ? .none : .bearer(who.token)
      let token = FormToken.make(credential)
      let method = endpoint.method.rawValue
      switch endpoint.body {
      case .none:
        if path.hasSuffix("/events") { return try site.askForStream("/" + path, fields) }
        return try site.ask(method, "/" + path, fields)
      case .json, .emptyJSON:
        return try site.ask(method, "/" + path, json: body(endpoint), fields)
      case .form:
        fields["Sec-Fetch-Site"] = "same-origin"
        return try site.ask(method, "/" + path, form: "_csrf=\(token)&\(form)", fields)
      case .upload:
        fields["Sec-Fetch-Site"] = "same-origin"
        return try site.upload("/" + path, token: token, unit: unit, fields)
      }
    }

    private var unit: String { site.people[.organizerA]?.unit.text ?? "" }

    private var form: String {
      "revision=1&choice=a&value=1&q-1=a&unit=\(unit)&name=x&reason=x&language=vi&card=x"
    }

    private func body(_ endpoint: Endpoint) -> String {
      let path = endpoint.pattern.description
      if path.hasSuffix("{slot}") { return #"{"revision":1,"response":null}"# }
      if path.hasSuffix("/prediction") { return #"{"revision":1,"value":1}"# }
      if path.hasSuffix("/completion") { return #"{"answers":[["a"]]}"# }
      return path.hasSuffix("/session") ? #"{"card":"x"}"# : "{}"
    }

    private func value(_ name: String) -> String {
      switch name {
      case "contest": site.contest.text
      case "attempt": attempt.text
      case "cohort": site.cohort.text
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
}

extension TestSite {
  /// Opens an event stream and reads what comes before anything happens.
  func askForStream(_ path: String, _ fields: [String: String]) throws -> TestAnswer {
    let client = try TestClient(port: port)
    let lines = fields.map { "\($0.key): \($0.value)\r\n" }.joined()
    client.send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n")
    let head = client.receive(through: "\r\n\r\n")
    guard let field = head.range(of: "Content-Length: ") else { return TestAnswer(head) }
    let length = Int(head[field.upperBound...].prefix { $0.isNumber }) ?? 0
    return TestAnswer(head + client.receive(count: length))
  }

  /// A form with one file, as a browser sends it.
  func upload(
    _ path: String, token: String, unit: String, _ fields: [String: String]
  ) throws -> TestAnswer {
    let parts = [("_csrf", token), ("unit", unit), ("mode", "preview")].map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
    }
    let files = ["sheet", "file"].map {
      "--b\r\nContent-Disposition: form-data; name=\"\($0)\"; filename=\"a.csv\"\r\n\r\nx\r\n"
    }
    var all = fields
    all["Content-Type"] = "multipart/form-data; boundary=b"
    return try ask("POST", path, json: (parts + files).joined() + "--b--\r\n", all)
  }
}
