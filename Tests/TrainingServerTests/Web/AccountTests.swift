import QuizEngine
import Testing

@testable import TrainingServer

/// What people do with their own account.
@Suite(.timeLimit(.minutes(2))) struct AccountTests {
  private let password = "con mèo uống nước chanh"

  private func signIn(_ site: TestSite, _ body: String) throws -> String {
    let answer = try site.ask(
      "POST", "/sign-in", form: "_csrf=signed-out&" + body, ["Sec-Fetch-Site": "same-origin"])
    let cookie = try #require(answer["Set-Cookie"], "\(answer.text)")
    return String(cookie.dropFirst("sid=".count).prefix { $0 != ";" })
  }

  private func post(
    _ site: TestSite, _ path: String, _ token: String, _ pairs: [(String, String)]
  ) throws -> TestAnswer {
    let form = ([("_csrf", FormToken.make(.cookie(token)))] + pairs)
      .map { "\($0.0)=\(FormEncoding.encode($0.1))" }.joined(separator: "&")
    return try site.ask(
      "POST", path, form: form, ["Cookie": "sid=\(token)", "Sec-Fetch-Site": "same-origin"])
  }

  private func isOpen(_ site: TestSite, _ token: String) throws -> Bool {
    try site.ask("GET", "/api/v1/me", ["Cookie": "sid=\(token)"]).status == 200
  }

  @Test func `people see where they are signed in and sign out there`() throws {
    let site = try TestSite()
    let tokens = try (1...3).map { _ in try signIn(site, "card=\(site.card)") }
    let page = try site.ask("GET", "/me", ["Cookie": "sid=\(tokens[0])"]).body
    for token in tokens.dropFirst() { #expect(page.contains(SHA256.hash(token).hex)) }
    #expect(!page.contains(SHA256.hash(tokens[0]).hex), "one's own is ended by signing out")
    for token in tokens { #expect(!page.contains(token)) }
    let stranger = try post(
      site, "/me/sessions", Who.stranger.token, [("session", SHA256.hash(tokens[1]).hex)])
    #expect(stranger.status == 404)
    #expect(try isOpen(site, tokens[1]))
    let one = try post(site, "/me/sessions", tokens[0], [("session", SHA256.hash(tokens[1]).hex)])
    #expect(one["Location"] == "/me?done=sessions-ended")
    #expect(try tokens.map { try isOpen(site, $0) } == [true, false, true])
    _ = try post(site, "/me/sessions", tokens[0], [("session", "others")])
    #expect(try tokens.map { try isOpen(site, $0) } == [true, false, false])
    for odd in ["", "x", tokens[0]] {
      #expect(try post(site, "/me/sessions", tokens[0], [("session", odd)]).status == 404)
    }
  }

  @Test func `a changed password signs out everywhere else and in anew here`() throws {
    let site = try TestSite()
    _ = try site.engine.createPerson(
      name: "Lê Hoa", roles: [.teacher], unit: try #require(site.people[.teacher]).unit,
      username: "hoa", password: password, by: .operatorAtMachine, at: site.clock.now)
    let credentials = "username=hoa&password=\(FormEncoding.encode(password))"
    let (here, there) = (try signIn(site, credentials), try signIn(site, credentials))
    #expect(try site.ask("GET", "/me/password", ["Cookie": "sid=\(here)"]).status == 200)
    for (old, new, field) in [
      ("", "x", "old"), ("sai", "xe đạp bay qua núi", "old"), (password, "ngắn", "password"),
      (password, "matkhau123", "password"), (password, "lehoa2026", "password"),
    ] {
      let answer = try post(site, "/me/password", here, [("old", old), ("password", new)])
      #expect(answer.status == 422, "\(old) \(new): \(answer.status)")
      #expect(answer.body.contains("id=\"\(field)-error\""))
      #expect(old.isEmpty || !answer.body.contains(old))
    }
    let changed = try post(
      site, "/me/password", here, [("old", password), ("password", "xe đạp bay qua núi")])
    #expect(changed.status == 303, "\(changed.text)")
    #expect(changed["Location"] == "/me?done=password-changed")
    let fresh = try #require(changed["Set-Cookie"]).dropFirst("sid=".count).prefix { $0 != ";" }
    #expect(try [here, there, String(fresh)].map { try isOpen(site, $0) } == [false, false, true])
  }

  @Test func `a pupil has no password to change`() throws {
    let site = try TestSite()
    #expect(try site.ask("GET", "/me/password", as: .pupil).status == 404)
    #expect(try site.post("/me/password", as: .pupil, ["old": "a", "password": "b"]).status == 404)
    #expect(!(try site.ask("GET", "/me", as: .pupil).body.contains("/me/password")))
  }

  @Test func `an export is written to the audit log with who made it`() throws {
    let site = try TestSite()
    let path = "/manage/contests/\(site.contest.text)/units.csv"
    #expect(try site.ask("GET", path, as: .organizerA).status == 200)
    #expect(try site.ask("GET", path, as: .organizerB).status == 404)
    let events = try site.engine.read { try $0.audit.newest(10) }
      .filter { $0.action == "data export" }
    #expect(events.map(\.actor) == [site.people[.organizerA]?.id])
    #expect(events.map(\.object) == [site.contest.text])
  }
}
