import QuizEngine
import Testing

@testable import TrainingServer

/// Who may make a browser change something: method × Sec-Fetch-Site × Origin × credential.
@Suite(.timeLimit(.minutes(2))) struct ForgeryTests {
  enum Origin: CaseIterable, Sendable { case absent, own, other, null }

  enum Carrier: CaseIterable, Sendable { case none, cookie, bearer }

  static let sites: [String?] = [nil, "same-origin", "none", "same-site", "cross-site", "odd"]

  private func fields(
    _ site: TestSite, _ fetchSite: String?, _ origin: Origin, _ carrier: Carrier
  ) -> [String: String] {
    var fields: [String: String] = ["Accept": "application/json"]
    fields["Sec-Fetch-Site"] = fetchSite
    switch origin {
    case .absent: break
    case .own: fields["Origin"] = "http://127.0.0.1:\(site.port)"
    case .other: fields["Origin"] = "https://evil.example"
    case .null: fields["Origin"] = "null"
    }
    switch carrier {
    case .none: break
    case .cookie: fields["Cookie"] = "sid=\(Who.pupil.token)"
    case .bearer: fields["Authorization"] = "Bearer \(Who.pupil.token)"
    }
    return fields
  }

  /// What the rule says, written a second time.
  private func isRefused(
    _ fetchSite: String?, _ origin: Origin, _ carrier: Carrier, isForm: Bool
  ) -> Bool {
    if carrier == .bearer { return false }
    if let fetchSite { return fetchSite != "same-origin" && fetchSite != "none" }
    if origin == .absent { return carrier == .cookie || isForm }
    return origin != .own
  }

  @Test(arguments: Origin.allCases, Carrier.allCases)
  func `saves and submissions come from this site or from programs`(
    origin: Origin, carrier: Carrier
  ) throws {
    let site = try TestSite()
    let attempt = "/api/v1/attempts/\(try site.attempt().text)"
    let calls = [
      ("PUT", attempt + "/answers/1", #"{"revision":1,"response":null}"#),
      ("POST", attempt + "/submission", "{}"), ("DELETE", "/api/v1/session", ""),
    ]
    for fetchSite in Self.sites {
      for (method, path, body) in calls where method != "DELETE" || fetchSite == "cross-site" {
        let answer = try site.ask(
          method, path, json: body.isEmpty ? nil : body,
          fields(site, fetchSite, origin, carrier))
        let isRefused = isRefused(fetchSite, origin, carrier, isForm: false)
        #expect(
          (answer.problem == "cross-site") == isRefused,
          "\(method) \(fetchSite ?? "-") \(origin) \(carrier): \(answer.status)")
      }
    }
  }

  @Test(arguments: Origin.allCases, Carrier.allCases)
  func `forms come from this site with the token of the session`(
    origin: Origin, carrier: Carrier
  ) throws {
    let site = try TestSite()
    let credential: Credential =
      switch carrier {
      case .none: .none
      case .cookie: .cookie(Who.pupil.token)
      case .bearer: .bearer(Who.pupil.token)
      }
    let right = FormToken.make(credential)
    let tokens: [String?] = [nil, "", "wrong", FormToken.make(.cookie(Who.classmate.token)), right]
    for fetchSite in Self.sites {
      for token in tokens {
        let form = "language=vi" + (token.map { "&_csrf=\($0)" } ?? "")
        let answer = try site.ask(
          "POST", "/language", form: form, fields(site, fetchSite, origin, carrier))
        if isRefused(fetchSite, origin, carrier, isForm: true) {
          #expect(answer.problem == "cross-site")
        } else {
          #expect(answer.status == (token == right ? 303 : 403))
          if token != right { #expect(answer.problem == "stale-form") }
        }
      }
    }
  }

  @Test(arguments: [
    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
    "application/json-patch+json", "",
  ])
  func `JSON calls take nothing that a form of another site could send`(type: String) throws {
    let site = try TestSite()
    let path = "/api/v1/attempts/\(try site.attempt().text)/answers/1"
    let answer = try site.ask(
      "PUT", path, as: .pupil, json: #"{"revision":1,"response":null}"#, ["Content-Type": type])
    #expect(answer.status == 415)
    #expect(answer.problem == "media-type")
    let gzip = try site.ask(
      "PUT", path, as: .pupil, json: #"{"revision":1,"response":null}"#,
      ["Content-Encoding": "gzip"])
    #expect(gzip.status == 415)
  }

  @Test func `reading changes nothing, whoever asks`() throws {
    let site = try TestSite()
    for endpoint in RouteTable.endpoints where endpoint.method == .get {
      #expect(endpoint.body == .none, "\(endpoint.pattern)")
    }
    let answer = try site.ask(
      "GET", "/api/v1/me", ["Cookie": "sid=\(Who.pupil.token)", "Sec-Fetch-Site": "cross-site"])
    #expect(answer.status == 200)
    #expect(answer["Access-Control-Allow-Origin"] == nil)
  }

  @Test func `behind a proxy that speaks TLS the own origin is https`() throws {
    var settings = SiteSettings()
    settings.proxies = [try #require(AddressRange("127.0.0.1"))]
    let site = try TestSite(settings: settings)
    let form = "language=en&_csrf=\(FormToken.make(.none))"
    let ask = { (origin: String) in
      try site.ask(
        "POST", "/language", form: form,
        ["Origin": origin, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"])
    }
    #expect(try ask("https://127.0.0.1:\(site.port)").status == 303)
    #expect(try ask("http://127.0.0.1:\(site.port)").status == 403)
    let answer = try ask("https://127.0.0.1:\(site.port)")
    #expect(answer["Set-Cookie"]?.hasSuffix("; Secure") == true)
    #expect(answer["Strict-Transport-Security"] == SecurityFields.strictTransport)
  }
}
