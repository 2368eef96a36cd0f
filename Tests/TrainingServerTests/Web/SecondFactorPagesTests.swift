import QuizEngine
import Testing

@testable import TrainingServer

/// Two-step sign-in as a teacher meets it.
@Suite(.timeLimit(.minutes(2))) struct SecondFactorPagesTests {
  private let password = "con mèo uống nước chanh"

  /// A site with a teacher, signed in.
  private func open() throws -> (site: TestSite, token: String) {
    let site = try TestSite()
    _ = try site.engine.createPerson(
      name: "Lê Hoa", roles: [.teacher], unit: try #require(site.people[.teacher]).unit,
      username: "hoa", password: password, by: .operatorAtMachine, at: site.clock.now)
    return (site, try token(in: try signIn(site)))
  }

  private func signIn(_ site: TestSite) throws -> TestAnswer {
    try post(
      site, "/sign-in", nil, [("username", "hoa"), ("password", password), ("next", "/cohorts")])
  }

  private func post(
    _ site: TestSite, _ path: String, _ token: String?, _ pairs: [(String, String)]
  ) throws -> TestAnswer {
    let credential: Credential = token.map { .cookie($0) } ?? .none
    let form = ([("_csrf", FormToken.make(credential))] + pairs)
      .map { "\($0.0)=\(FormEncoding.encode($0.1))" }.joined(separator: "&")
    var fields = ["Sec-Fetch-Site": "same-origin", "Accept": "text/html"]
    fields["Cookie"] = token.map { "sid=\($0)" }
    return try site.ask("POST", path, form: form, fields)
  }

  private func token(in answer: TestAnswer) throws -> String {
    let cookie = try #require(answer["Set-Cookie"], "\(answer.text)")
    return String(cookie.dropFirst("sid=".count).prefix { $0 != ";" })
  }

  private func code(_ site: TestSite) throws -> String {
    let factor = try #require(
      try site.engine.read { connection in
        let person = try connection.persons.holder(ofUsername: "hoa")
        return try person.flatMap { try connection.secondFactors.factor(of: $0.id) }
      })
    return OneTimeCode.code(factor.secret, step: OneTimeCode.step(at: site.clock.now))
  }

  private func turnOn(_ site: TestSite, _ token: String) throws -> TestAnswer {
    let proposed = try post(site, "/me/second-factor", token, [("password", password)])
    #expect(proposed["Location"] == "/me/second-factor")
    let page = try site.ask("GET", "/me/second-factor", ["Cookie": "sid=\(token)"])
    #expect(page.body.contains("<svg class=\"qr\""))
    #expect(page["Cache-Control"] == "no-store")
    return try post(
      site, "/me/second-factor/confirmation", token, [("code", try code(site))])
  }

  private func ticket(_ answer: TestAnswer) throws -> String {
    let rest = try #require(
      answer.body.split(separator: "name=\"ticket\" value=\"").dropFirst().first)
    return String(rest.prefix { $0 != "\"" })
  }

  @Test func `somebody turns it on, prints the codes, and signs in in two steps`() throws {
    let (site, token) = try open()
    let shown = try turnOn(site, token)
    #expect(shown.status == 200 && shown.body.split(separator: "<li><code>").count == 9)
    site.clock.advance(.seconds(30))
    let asked = try signIn(site)
    #expect(asked.status == 200 && asked["Set-Cookie"] == nil)
    let ticket = try ticket(asked)
    let wrong = try post(
      site, "/sign-in/code", nil, [("ticket", ticket), ("code", "000"), ("next", "/cohorts")])
    #expect(wrong.status == 401 && wrong.body.contains("id=\"code-error\""))
    let entered = try post(
      site, "/sign-in/code", nil,
      [("ticket", try self.ticket(wrong)), ("code", try code(site)), ("next", "/cohorts")])
    #expect(entered.status == 303 && entered["Location"] == "/cohorts")
    #expect(
      try site.ask("GET", "/me", ["Cookie": "sid=\(try self.token(in: entered))"]).status == 200)
  }

  @Test(arguments: ["\u{a0}", "\u{202f}", "\u{2009}", "\u{2013}", "-", "\u{200b}"])
  func `digits copied from a telephone open with whatever it put between them`(sign: String) throws
  {
    let (site, token) = try open()
    _ = try turnOn(site, token)
    site.clock.advance(.seconds(30))
    let digits = try code(site)
    let typed = "\(digits.prefix(3))\(sign)\(digits.dropFirst(3))\(sign)"
    let credentials = #""username":"hoa","password":"\#(password)""#
    let answer = try site.ask(
      "POST", "/api/v1/session", json: "{\(credentials),\"code\":\"\(typed)\"}")
    #expect(answer.status == 200, "\(answer.text)")
  }

  @Test func `programs send the code along`() throws {
    let (site, token) = try open()
    _ = try turnOn(site, token)
    site.clock.advance(.seconds(30))
    let credentials = #""username":"hoa","password":"\#(password)""#
    let asked = try site.ask("POST", "/api/v1/session", json: "{\(credentials)}")
    #expect(asked.status == 401 && asked.body.contains("/problems/code-needed"))
    let wrong = try site.ask("POST", "/api/v1/session", json: "{\(credentials),\"code\":\"1\"}")
    #expect(wrong.status == 401 && wrong.body.contains("/problems/wrong-code"))
    let right = try site.ask(
      "POST", "/api/v1/session", json: "{\(credentials),\"code\":\"\(try code(site))\"}")
    #expect(right.status == 200, "\(right.text)")
  }

  @Test func `what is missing or wrong is said at its field, and nothing changes`() throws {
    let (site, token) = try open()
    for (path, pairs, field) in [
      ("/me/second-factor", [("password", "")], "password"),
      ("/me/second-factor", [("password", "sai")], "password"),
    ] {
      let answer = try post(site, path, token, pairs)
      #expect(answer.status == 422 && answer.body.contains("id=\"\(field)-error\""))
    }
    _ = try turnOn(site, token)
    site.clock.advance(.seconds(30))
    for path in ["/me/second-factor/end", "/me/second-factor/recovery-codes"] {
      for (pairs, field) in [
        ([("password", password), ("code", "")], "code"),
        ([("password", password), ("code", "1")], "code"),
        ([("password", "sai"), ("code", "1")], "password"),
      ] {
        let answer = try post(site, path, token, pairs)
        #expect(answer.status == 422 && answer.body.contains("id=\"\(field)-error\""))
      }
    }
    let page = try site.ask("GET", "/me/second-factor", ["Cookie": "sid=\(token)"]).body
    #expect(page.contains("/me/second-factor/end"))
    let off = try post(
      site, "/me/second-factor/end", token, [("password", password), ("code", try code(site))])
    #expect(off["Location"] == "/me?done=second-factor-off")
    #expect(try signIn(site).status == 303)
  }

  @Test func `a ticket that is over leads back to the first step`() throws {
    let (site, token) = try open()
    _ = try turnOn(site, token)
    let ticket = try ticket(try signIn(site))
    site.clock.advance(.minutes(5))
    let late = try post(
      site, "/sign-in/code", nil, [("ticket", ticket), ("code", try code(site))])
    #expect(late.status == 401 && late.body.contains("name=\"username\""))
  }

  @Test func `where the operator asks for it, nobody manages without it`() throws {
    var settings = SiteSettings()
    settings.requiresSecondFactor = true
    let site = try TestSite(settings: settings)
    _ = try site.engine.createPerson(
      name: "Lê Hoa", roles: [.organizer], unit: try #require(site.people[.organizerA]).unit,
      username: "hoa", password: password, by: .operatorAtMachine, at: site.clock.now)
    let token = try token(in: try signIn(site))
    let cookie = ["Cookie": "sid=\(token)"]
    let led = try site.ask("GET", "/manage", cookie)
    #expect(led.status == 303)
    #expect(led["Location"] == "/me/second-factor?done=second-factor-needed")
    let page = try site.ask("GET", "/me/second-factor?done=second-factor-needed", cookie)
    #expect(page.status == 200 && page.body.contains("banner warn"))
    let api = try site.ask("GET", "/api/v1/contests/\(site.contest.text)/watch", cookie)
    #expect(api.status == 403 && api.body.contains("/problems/second-factor-missing"))
    let changing = try post(site, "/manage/cohorts", token, [("name", "x"), ("unit", "x")])
    #expect(changing.status == 403)
    #expect(try site.ask("GET", "/cohorts", as: .teacher).status == 200, "teachers go on")
    let call = RouteCall(
      site: site, contest: site.contest, attempt: try site.attempt(), cohort: site.cohort,
      person: try #require(site.people[.pupil]).id, certificate: "x",
      unit: try #require(site.people[.organizerA]).unit)
    for endpoint in RouteTable.endpoints where !endpoint.isOwn {
      let answer = try call.ask(endpoint, token: token)
      let isLed = answer["Location"] == "/me/second-factor?done=second-factor-needed"
      let isRefused = ["second-factor-missing", "not-allowed"].contains {
        answer.body.contains("/problems/\($0)")
      }
      #expect(isLed || isRefused, "\(endpoint.pattern)")
    }
    let own = RouteTable.endpoints.filter { $0.isOwn && $0.access != .anyone }
    #expect(own.allSatisfy { $0.access == .signedIn }, "nothing of a manager's work")
    _ = try turnOn(site, token)
    #expect(try site.ask("GET", "/manage", cookie).status == 200)
  }

  @Test func `the log names neither code nor ticket nor secret`() throws {
    let (site, token) = try open()
    _ = try turnOn(site, token)
    site.clock.advance(.seconds(30))
    let ticket = try ticket(try signIn(site))
    _ = try post(site, "/sign-in/code", nil, [("ticket", ticket), ("code", "SECRETCODE")])
    let right = try code(site)
    _ = try post(site, "/sign-in/code", nil, [("ticket", ticket), ("code", right)])
    site.site.log.stop()
    let log = site.log.text
    #expect(log.contains(#""what":"sign-in refused","way":"code""#))
    #expect(log.contains(#""what":"sign-in","way":"code""#))
    for secret in [ticket, "SECRETCODE", "\"\(right)\""] { #expect(!log.contains(secret)) }
  }
}
