import QuizEngine
import Testing

@testable import TrainingServer

/// Nothing that only the author knows reaches a pupil before the round is over.
@Suite(.timeLimit(.minutes(2))) struct CanaryTests {
  /// Every page and call that a pupil can make during a contest.
  private func answers(_ site: TestSite) throws -> [(String, TestAnswer)] {
    let attempt = try site.attempt().text
    let contest = site.contest.text
    let html = ["Accept": "text/html"]
    var answers: [(String, TestAnswer)] = []
    for path in [
      "/", "/me", "/contests", "/contests/\(contest)", "/contests/\(contest)/standings",
      "/attempts/\(attempt)", "/attempts/\(attempt)?view=all", "/attempts/\(attempt)?item=2",
      "/attempts/\(attempt)?item=prediction", "/attempts/\(attempt)/review",
      "/attempts/\(attempt)/result", "/attempts/\(attempt)/receipt", "/courses",
      "/courses/khoa-thu", "/courses/khoa-thu/lessons/bai-mot", "/manage/contests/\(contest)",
      "/manage/contests/\(contest)/results.json", "/law/L-001",
    ] {
      answers.append((path, try site.ask("GET", path, as: .pupil, html)))
    }
    for path in [
      "contests", "contests/\(contest)", "contests/\(contest)/standings", "attempts/\(attempt)",
      "courses/khoa-thu", "courses/khoa-thu/lessons/bai-mot", "me", "contests/\(contest)/watch",
      "openapi.json",
    ] {
      answers.append((path, try site.ask("GET", "/api/v1/\(path)", as: .pupil)))
    }
    for (method, path, body) in [
      ("PUT", "attempts/\(attempt)/answers/1", #"{"revision":1,"response":"a"}"#),
      ("PUT", "attempts/\(attempt)/answers/1", #"{"revision":1,"response":["a"]}"#),
      ("PUT", "attempts/\(attempt)/answers/9", #"{"revision":1,"response":"a"}"#),
      ("POST", "contests/\(contest)/attempts", "{}"),
      ("POST", "attempts/\(attempt)/submission", "{}"), ("GET", "attempts/\(attempt)", ""),
    ] {
      let json = method == "GET" ? nil : body
      answers.append((path, try site.ask(method, "/api/v1/\(path)", as: .pupil, json: json)))
    }
    for path in ["receipt", "result", ""] {
      let address = "/attempts/\(attempt)/\(path)"
      answers.append((address, try site.ask("GET", address, as: .pupil, html)))
    }
    return answers
  }

  @Test func `no answer before the round closes carries the canary`() throws {
    let site = try TestSite()
    for (path, answer) in try answers(site) {
      #expect(!answer.text.contains(TestContent.canary), "\(path)")
      #expect(answer.status < 500, "\(path): \(answer.body.prefix(300))")
    }
    #expect(!site.log.text.contains(TestContent.canary))
  }

  @Test func `after the round the owner reads the explanations, so the canary would be seen`()
    throws
  {
    let site = try TestSite()
    let attempt = try site.attempt().text
    _ = try site.ask("POST", "/api/v1/attempts/\(attempt)/submission", as: .pupil)
    site.clock.advance(.hours(2))
    let result = try site.ask("GET", "/attempts/\(attempt)/result", as: .pupil)
    #expect(result.status == 200)
    #expect(result.body.contains("\(TestContent.canary) explanation"))
    #expect(!result.body.contains("\(TestContent.canary) title"))
  }

  @Test func `right and wrong saves are answered alike`() throws {
    let site = try TestSite()
    let attempt = try site.attempt()
    let reading = try site.engine.attempt(
      attempt, of: try #require(site.people[.pupil]).id, at: site.clock.now)
    let item = try #require(reading.paper.items.first { $0.question.kind == .single })
    let answers = try (0..<3).map { index in
      let letter = try #require(OptionLetter(index: index)).text
      return try site.ask(
        "PUT", "/api/v1/attempts/\(attempt.text)/answers/\(item.slot)", as: .pupil,
        json: "{\"revision\":\(index + 1),\"response\":\"\(letter)\"}")
    }
    #expect(Set(answers.map(\.status)) == [200])
    #expect(Set(answers.map(\.body.utf8.count)).count == 1)
  }

  @Test func `the log holds no token, card, password or answer`() throws {
    let site = try TestSite()
    _ = try site.ask("GET", "/c/\(site.card)/more", ["Accept": "application/json"])
    _ = try site.ask("POST", "/c/\(site.card)", ["Accept": "application/json"])
    _ = try site.ask("GET", "/api/v1/me?token=\(Who.pupil.token)&token=2", as: .pupil)
    _ = try site.ask("POST", "/api/v1/session", json: #"{"card":"SECRETCARD"}"#)
    _ = try site.ask(
      "POST", "/api/v1/session", json: #"{"username":"somebody","password":"SECRETWORD"}"#)
    let attempt = try site.attempt().text
    _ = try site.ask(
      "PUT", "/api/v1/attempts/\(attempt)/answers/1", as: .pupil,
      json: #"{"revision":1,"response":"SECRETANSWER"}"#)
    site.site.log.stop()
    let log = site.log.text
    let problems = log.split(separator: "\n").filter { $0.contains(#""event":"problem""#) }
    #expect(problems.count == 6)
    for secret in [site.card, "SECRET", Who.pupil.token] { #expect(!log.contains(secret)) }
    for line in problems {
      let json = try JSON(Array(line.utf8))
      #expect(json["id"]?.string != nil)
      #expect(json["at"]?.string == "2026-11-23T03:00:00.000Z")
      #expect(json["status"]?.int != nil)
    }
    #expect(log.contains(#""path":"/c/…""#))
  }
}
