import QuizEngine
import Testing

@testable import TrainingServer

/// The two ways in, as a stranger meets them.
@Suite(.timeLimit(.minutes(2))) struct SignInDoorTests {
  private let password = "con mèo uống nước chanh"

  private func site(_ settings: SiteSettings = SiteSettings()) throws -> TestSite {
    let site = try TestSite(settings: settings)
    _ = try site.engine.createPerson(
      name: "Lê Hoa", roles: [.teacher], unit: try #require(site.people[.teacher]).unit,
      username: "hoa", password: password, by: .operatorAtMachine, at: site.clock.now)
    return site
  }

  private func ask(
    _ site: TestSite, _ username: String, _ password: String, _ fields: [String: String] = [:]
  ) throws -> TestAnswer {
    var writer = JSONWriter()
    writer.beginObject()
    writer.field("username", username)
    writer.field("password", password)
    writer.endObject()
    return try site.ask(
      "POST", "/api/v1/session", json: String(decoding: writer.finish(), as: UTF8.self), fields)
  }

  private func form(
    _ site: TestSite, _ username: String, _ password: String, device: String? = nil
  ) throws -> TestAnswer {
    let body =
      "_csrf=signed-out&username=\(FormEncoding.encode(username))"
      + "&password=\(FormEncoding.encode(password))"
    var fields = ["Sec-Fetch-Site": "same-origin", "Accept": "text/html"]
    fields["Cookie"] = device.map { "device=\($0)" }
    return try site.ask("POST", "/sign-in", form: body, fields)
  }

  private func deviceCookie(_ answer: TestAnswer) -> String? {
    answer.head.split(separator: "\r\n").first { $0.hasPrefix("Set-Cookie: device=") }
      .map { String($0.dropFirst("Set-Cookie: device=".count).prefix { $0 != ";" }) }
  }

  @Test func `an unknown name, a wrong password and a wrong card are answered alike`() throws {
    let site = try site()
    let answers = [
      try ask(site, "hoa", "sai mật khẩu"), try ask(site, "khong-co", "sai mật khẩu"),
      try ask(site, String(repeating: "x", count: 60_000), password),
      try site.ask("POST", "/api/v1/session", json: #"{"card":"00000000000000000000000000"}"#),
    ]
    for answer in answers {
      #expect(answer.status == 401)
      #expect(answer.body == answers[0].body)
      #expect(answer.head.utf8.count == answers[0].head.utf8.count)
    }
    let pages = [try form(site, "hoa", "sai"), try form(site, "khong", "sai")]
    #expect(pages.map(\.status) == [401, 401])
    #expect(
      pages[0].body.replacing(#"value="hoa""#, with: #"value="khong""#) == pages[1].body)
  }

  @Test func `after five wrong tries the next is told when to come again, known or not`() throws {
    let site = try site()
    for name in ["hoa", "khong-co"] {
      for _ in 1...5 { #expect(try ask(site, name, "sai").status == 401) }
      let answer = try ask(site, name, password)
      #expect(answer.status == 429)
      #expect(answer.problem == "too-many-tries")
      #expect(answer["Retry-After"] == "2")
      #expect(try form(site, name, password).status == 429)
    }
    site.clock.advance(.seconds(1))
    #expect(try ask(site, "hoa", password).status == 200)
  }

  @Test func `a known device comes in while strangers are kept waiting`() throws {
    let site = try site()
    let first = try form(site, "hoa", password)
    #expect(first.status == 303)
    let device = try #require(deviceCookie(first))
    let cookie = first.head.split(separator: "\r\n").first { $0.contains("device=") } ?? ""
    #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000"))
    for _ in 1...5 { _ = try form(site, "hoa", "sai") }
    #expect(try form(site, "hoa", password).status == 429)
    #expect(try form(site, "hoa", password, device: "made.up").status == 429)
    #expect(try form(site, "hoa", password, device: device).status == 303)
  }

  @Test func `a network that fails too often waits, but not its pupils nor known devices`() throws {
    let site = try site()
    let device = try #require(deviceCookie(try form(site, "hoa", password)))
    let attempt = try site.attempt()
    while site.engine.failures.spend(.password, "127.0.0.1", at: site.clock.now) == nil {}
    let refused = try form(site, "hoa", password)
    #expect(refused.status == 429)
    #expect(refused["Retry-After"] != nil)
    #expect(try ask(site, "khong-co", "sai").status == 429)
    #expect(
      try site.ask("POST", "/api/v1/session", json: #"{"card":"00000000000000000000000000"}"#)
        .status == 429)
    #expect(try form(site, "hoa", password, device: device).status == 303)
    #expect(
      try site.ask("POST", "/api/v1/session", json: "{\"card\":\"\(site.card)\"}").status == 200)
    let save = try site.ask(
      "PUT", "/api/v1/attempts/\(attempt.text)/answers/1", as: .pupil,
      json: #"{"revision":1,"response":null}"#)
    #expect(save.status == 200)
    site.clock.advance(.seconds(1))
    #expect(try form(site, "hoa", password).status == 303)
  }

  @Test func `a sign-in that waited too long is told to come again, and costs nothing`() throws {
    var settings = SiteSettings()
    settings.signInPatience = 0
    let site = try site(settings)
    for _ in 1...300 {
      let answer = try ask(site, "hoa", password)
      guard answer.status == 503, answer["Retry-After"] != nil else {
        Issue.record("\(answer.text)")
        return
      }
    }
  }

  @Test func `a right password costs its network nothing`() throws {
    let site = try site()
    for _ in 1...3 { #expect(try ask(site, "hoa", password).status == 200) }
    let cards = (1...3000).prefix { _ in
      site.engine.failures.spend(.card, "127.0.0.1", at: site.clock.now) == nil
    }
    #expect(cards.count == 2000)
  }

  @Test func `a session planted before signing in is worth nothing after`() throws {
    let site = try site()
    let body = "_csrf=\(FormToken.make(.cookie(Who.stranger.token)))&card=\(site.card)"
    let answer = try site.ask(
      "POST", "/sign-in", form: body,
      ["Sec-Fetch-Site": "same-origin", "Cookie": "sid=\(Who.stranger.token)"])
    #expect(answer.status == 303)
    let token = answer["Set-Cookie"]?.dropFirst("sid=".count).prefix { $0 != ";" }
    #expect(token.map(String.init) != Who.stranger.token)
    #expect(try site.ask("GET", "/api/v1/me", as: .stranger).status == 401)
  }

  @Test func `the log tells of sign-ins and holds nothing that was typed`() throws {
    let site = try site()
    _ = try ask(site, "hoa", password)
    _ = try ask(site, "nhầm-ô-mật-khẩu\u{202e}\r\n{\"event\":\"forged\"}", "bí-mật-đã-gõ")
    _ = try site.ask("POST", "/api/v1/session", json: "{\"card\":\"\(site.card)\"}")
    _ = try site.ask("GET", "/manage/audit", as: .pupil)
    site.site.log.stop()
    let text = site.log.text
    for secret in [
      password, "nhầm-ô", "bí-mật-đã-gõ", "forged", site.card, Who.pupil.token, "\u{202e}",
    ] {
      #expect(!text.contains(secret), "\(secret)")
    }
    let lines = text.split(separator: "\n")
    for line in lines { #expect(throws: Never.self) { try JSON(Array(line.utf8)) } }
    let pupil = try #require(site.people[.pupil]).id.text
    #expect(lines.contains { $0.contains(#""what":"sign-in","way":"password","person""#) })
    #expect(lines.contains { $0.contains(#""way":"card","person":"\#(pupil)""#) })
    #expect(lines.contains { $0.contains(#""what":"sign-in refused","way":"password""#) })
    #expect(lines.contains { $0.contains("not-allowed") && $0.contains(pupil) })
  }

  @Test(arguments: [
    ("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"), ("2001:db8::1", "2001:db8:0:0::/64"),
    ("fe80::1%eth0", "fe80:0:0:0::/64"), ("::1", "0:0:0:0::/64"), ("::", "0:0:0:0::/64"),
    ("1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8:9"), ("nonsense", "nonsense"), ("", ""),
    ("::ffff:203.0.113.9", "::ffff:203.0.113.9"), ("g::1", "g::1"),
  ])
  func `addresses that one subscriber has are one network`(address: String, name: String) {
    #expect(Network.name(of: address) == name)
  }
}
