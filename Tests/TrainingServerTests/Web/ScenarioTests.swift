import QuizEngine
import Testing

@testable import TrainingServer

/// One request and what must and must not be in its answer.
struct Scenario: Sendable, CustomTestStringConvertible {
  let method: String
  let path: String
  var who = Who.nobody
  var json: String?
  var fields: [String: String] = [:]
  let status: Int
  var has: [String] = []
  var lacks: [String] = []

  var testDescription: String { "\(method) \(path) as \(who): \(status)" }
}

@Suite(.timeLimit(.minutes(2))) struct ScenarioTests {
  static let scenarios: [Scenario] = [
    .init(method: "GET", path: "/healthz", status: 200, has: ["ok"]),
    .init(method: "HEAD", path: "/healthz", status: 200, has: ["Content-Length: 3"]),
    .init(method: "GET", path: "/readyz", status: 200, has: [#""ready":true"#]),
    .init(
      method: "GET", path: "/metrics", status: 200,
      has: ["save_duration_seconds_bucket{le=\"+Inf\"} 0", "wal_bytes", "writer_commits_total"]),
    .init(
      method: "POST", path: "/healthz", status: 405, has: ["Allow: GET, HEAD, OPTIONS"]),
    .init(method: "OPTIONS", path: "/api/v1/session", status: 204, has: ["Allow: POST, DELETE"]),
    .init(method: "GET", path: "/nothing", status: 404, has: ["<!DOCTYPE html>"]),
    .init(
      method: "GET", path: "/nothing", fields: ["Accept": "application/json"], status: 404,
      has: ["application/problem+json", "/problems/not-found"]),
    .init(method: "GET", path: "/api/nothing", status: 404, has: ["/problems/not-found"]),
    .init(method: "GET", path: "/api/v1/me", status: 401, has: ["WWW-Authenticate: Bearer"]),
    .init(method: "GET", path: "/me", status: 303, has: ["Location: /sign-in?next=%2Fme"]),
    .init(
      method: "GET", path: "/api/v1/me", who: .pupil, status: 200,
      has: ["Nguyễn Văn pupil", "Trường A", #""membership":"learner""#], lacks: ["xxxxx"]),
    .init(
      method: "GET", path: "/api/v1/me?a=1&a=2", who: .pupil, status: 400, has: ["bad-request"]),
    .init(
      method: "POST", path: "/api/v1/session", json: #"{"card":"zz"}"#, status: 401,
      has: ["wrong-credentials"]),
    .init(
      method: "POST", path: "/api/v1/session", json: #"{"card":"zz","card":"zz"}"#, status: 400),
    .init(method: "POST", path: "/api/v1/session", json: #"{"card":"zz",}"#, status: 400),
    .init(
      method: "POST", path: "/api/v1/session", json: #"{"card":"zz","kard":"zz"}"#, status: 400,
      has: ["kard"]),
    .init(method: "POST", path: "/api/v1/session", json: #"{"card":1}"#, status: 400),
    .init(method: "POST", path: "/api/v1/session", json: "[]", status: 400),
    .init(method: "POST", path: "/api/v1/session", json: "", status: 400),
    .init(method: "POST", path: "/api/v1/session", json: #"{"username":"x"}"#, status: 400),
    .init(
      method: "POST", path: "/api/v1/session", json: #"{"username":"x","password":"y"}"#,
      status: 401, lacks: ["\"y\""]),
    .init(
      method: "GET", path: "/api/v1/contests", who: .pupil, status: 200,
      has: [#""phase":"open""#, "Cuộc thi thử"]),
    .init(
      method: "GET", path: "/api/v1/contests", who: .stranger, status: 200,
      has: [#""items":[]"#]),
    .init(
      method: "GET", path: "/api/v1/contests", who: .pupil, fields: ["Accept-Language": "en"],
      status: 200, has: ["Trial contest"]),
    .init(method: "GET", path: "/api/v1/contests/short", who: .pupil, status: 404),
    .init(
      method: "GET", path: "/api/v1/courses/khoa-thu/lessons/bai-mot", status: 200,
      has: [#""number":1"#, "\\u003cstrong>kỹ"], lacks: ["weight", TestContent.canary]),
    .init(
      method: "POST", path: "/api/v1/courses/khoa-thu/lessons/bai-mot/completion", who: .pupil,
      json: #"{"answers":[["b"],["b"]]}"#, status: 200,
      has: [
        #""completedAt":null"#, #""tries":1"#, #""passMark":2"#, #""isCorrect":false"#,
        #""right":["a"]"#, TestContent.canary,
      ]),
    .init(
      method: "POST", path: "/api/v1/courses/khoa-thu/lessons/bai-mot/completion", who: .pupil,
      json: #"{"answers":[]}"#, status: 422, has: [#""field":"q-1""#]),
    .init(method: "GET", path: "/courses/khoa-thu/lessons/bai-mot", status: 200, has: ["<strong>"]),
    .init(
      method: "GET", path: "/courses/khoa-thu/lessons/bai-mot", status: 200,
      has: [
        #"kỹ</strong>.<a class="law law-mark" href="/law/L-001,L-002" aria-label="Căn cứ pháp luật "#
      ], lacks: [">L-00", "[L-00"]),
    .init(
      method: "GET", path: "/law/L-001", status: 200,
      has: ["Luật 116/2025/QH15", "Phải cố ý"], lacks: [TestContent.canary, "> L-001", ">L-001"]),
    .init(
      method: "GET", path: "/law/L-002,L-001,L-002", status: 200,
      has: [
        "Điều khoản hai", "Điều khoản</p>", #"href="/law/L-001">Luật 116/2025/QH15, Điều 1"#,
      ], lacks: [">L-00", "> L-00"]),
    .init(
      method: "GET", path: "/law/L-001%2CL-002", status: 200,
      has: ["Điều khoản hai", "Điều khoản</p>"]),
    .init(method: "GET", path: "/law/L-999", status: 404),
    .init(method: "GET", path: "/law/L-001,L-999", status: 404),
    .init(method: "GET", path: "/law/L-003", status: 404, lacks: ["Chưa chắc"]),
    .init(method: "GET", path: "/law/,,", status: 404),
    .init(method: "GET", path: "/problems/closed", status: 200, has: ["<code>closed</code>"]),
    .init(method: "GET", path: "/problems/none", status: 404),
    .init(method: "GET", path: "/help", status: 200, has: ["Gọi 111"]),
    .init(
      method: "GET", path: "/c/0000000000000000000000000z", status: 200,
      has: ["Không có thẻ này"], lacks: ["Nguyễn", "name=\"card\""]),
    .init(
      method: "GET", path: "/verify/NONE", status: 404, has: ["<!DOCTYPE html>"]),
    .init(method: "GET", path: "/contests/%2e%2e/x", who: .pupil, status: 400),
  ]

  @Test(arguments: scenarios)
  func `a request is answered as the table says`(scenario: Scenario) throws {
    let site = try TestSite()
    let answer = try site.ask(
      scenario.method, scenario.path, as: scenario.who, json: scenario.json, scenario.fields)
    #expect(answer.status == scenario.status, "\(answer.text.prefix(600))")
    for part in scenario.has { #expect(answer.text.contains(part), "\(answer.text.suffix(600))") }
    for part in scenario.lacks { #expect(!answer.text.contains(part)) }
  }

  @Test func `every answer carries the security fields`() throws {
    let site = try TestSite()
    var answers = try Self.scenarios.map {
      try site.ask($0.method, $0.path, as: $0.who, json: $0.json, $0.fields)
    }
    let client = try TestClient(port: site.port)
    client.send("GET / HTTP/1.1\r\nBroken\r\n\r\n")
    answers.append(TestAnswer(client.receiveAll()))
    answers.append(try site.ask("GET", Assets.styles.route.path))
    for answer in answers {
      for field in SecurityFields.everyAnswer.all {
        #expect(answer[field.name] == field.value, "\(answer.head)")
      }
      #expect(answer["Server"] == nil)
      #expect(answer["Cache-Control"] != nil || answer.status == 204)
    }
    let policy = try #require(answers.first?["Content-Security-Policy"])
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("*"))
    for part in [
      "default-src 'none'", "script-src 'self'", "form-action 'self'", "base-uri 'none'",
      "frame-ancestors 'none'", "object-src 'none'", "require-trusted-types-for 'script'",
    ] {
      #expect(policy.contains(part))
    }
  }

  @Test func `a card opens a session, pages follow, and signing out ends it`() throws {
    let site = try TestSite()
    let signedIn = try site.post("/sign-in", ["card": site.card, "next": "/me"])
    #expect(signedIn.status == 303)
    #expect(signedIn["Location"] == "/me")
    let cookie = try #require(signedIn["Set-Cookie"])
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
    let token = String(cookie.dropFirst("sid=".count).prefix { $0 != ";" })
    #expect(token.utf8.count == 43)
    let page = try site.ask("GET", "/me", ["Cookie": "sid=\(token)"])
    #expect(page.status == 200)
    #expect(page["Cache-Control"] == "no-store")
    #expect(page.body.contains(FormToken.make(.cookie(token))))
    let out = try site.ask(
      "POST", "/sign-out", form: "_csrf=\(FormToken.make(.cookie(token)))",
      ["Cookie": "sid=\(token)", "Sec-Fetch-Site": "same-origin"])
    #expect(out.status == 303)
    #expect(out["Clear-Site-Data"] == SecurityFields.forgetting)
    #expect(try site.ask("GET", "/me", ["Cookie": "sid=\(token)"]).status == 303)
  }

  @Test func `signing in ends the session that the browser had before`() throws {
    let site = try TestSite()
    #expect(try site.post("/sign-in", as: .classmate, ["card": site.card]).status == 303)
    #expect(try site.ask("GET", "/me", as: .classmate).status == 303)
  }

  @Test(arguments: [
    "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "me",
    "/a\u{0D}\u{0A}b",
  ])
  func `signing in leads nowhere else`(next: String) throws {
    let site = try TestSite()
    let answer = try site.post("/sign-in", ["card": site.card, "next": next])
    #expect(answer.status == 303)
    #expect(answer["Location"] == "/")
  }

  @Test func `a strange lesson is not made again when the copy is current`() throws {
    let site = try TestSite()
    let path = "/courses/khoa-thu/lessons/bai-mot"
    let tag = try #require(try site.ask("GET", path)["ETag"])
    let again = try site.ask("GET", path, ["If-None-Match": tag])
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    #expect(try site.ask("GET", path, as: .pupil)["ETag"] == nil)
  }
}
