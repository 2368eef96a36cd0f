import QuizEngine
import Testing

@testable import TrainingServer

/// One card that saves as fast as the wire carries it, against a running server.
@Suite(.timeLimit(.minutes(1))) struct SaveFloodTests {
  /// Sends saves of rising revisions down one connection and gives back the answers.
  private func flood(
    _ site: TestSite, _ attempt: AttemptID, revisions: ClosedRange<Int>
  ) throws -> [TestAnswer] {
    let client = try TestClient(port: site.port)
    return revisions.map { revision in
      let body = #"{"revision":\#(revision),"response":null}"#
      client.send(
        "PUT /api/v1/attempts/\(attempt.text)/answers/1 HTTP/1.1\r\n"
          + "Host: 127.0.0.1:\(site.port)\r\nAuthorization: Bearer \(Who.pupil.token)\r\n"
          + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n" + body)
      return TestAnswer(client.receiveAnswer())
    }
  }

  private func steps(_ site: TestSite, _ attempt: AttemptID) throws -> Int {
    let pupil = try #require(site.people[.pupil]).id
    return try site.engine.attempt(attempt, of: pupil, at: site.clock.now).state.sequence
  }

  @Test func `a card that saves a thousand times at once fills a hundred rows, and loses nothing`()
    throws
  {
    let site = try TestSite()
    let attempt = try site.attempt()
    let answers = try flood(site, attempt, revisions: 1...1000)
    #expect(answers.prefix(100).allSatisfy { $0.status == 200 })
    #expect(answers.dropFirst(100).allSatisfy { $0.status == 429 })
    #expect(try steps(site, attempt) == 100)
    let refused = try #require(answers.last)
    #expect(refused.problem == "too-fast")
    #expect(refused["Retry-After"] == "1")
    #expect(refused["Content-Type"] == "application/problem+json")
    #expect(refused.json["until"]?.string == "2026-11-23T03:00:00.050Z")
    // The same save again, after as long as was asked for.
    site.clock.advance(.seconds(1))
    #expect(try flood(site, attempt, revisions: 1000...1000).first?.status == 200)
    #expect(try steps(site, attempt) == 101)
  }

  @Test func `whoever floods an attempt slows down no other, and a prediction counts as well`()
    throws
  {
    let site = try TestSite()
    let attempt = try site.attempt()
    _ = try flood(site, attempt, revisions: 1...120)
    let other = try site.attempt(of: .classmate)
    let save = try site.ask(
      "PUT", "/api/v1/attempts/\(other.text)/answers/1", as: .classmate,
      json: #"{"revision":1,"response":null}"#)
    #expect(save.status == 200)
    let guess = try site.ask(
      "PUT", "/api/v1/attempts/\(attempt.text)/prediction", as: .pupil,
      json: #"{"revision":1,"value":7}"#)
    #expect(guess.problem == "too-fast")
    let submitted = try site.ask("POST", "/api/v1/attempts/\(attempt.text)/submission", as: .pupil)
    #expect(submitted.status == 200)
  }

  @Test func `without script the page says why, keeps what was saved, and says when to come again`()
    throws
  {
    let site = try TestSite()
    let attempt = try site.attempt()
    _ = try flood(site, attempt, revisions: 1...100)
    let answer = try site.post(
      "/attempts/\(attempt.text)/answers/1", as: .pupil, ["clear": "1", "revision": "101"])
    #expect(answer.status == 429)
    #expect(answer["Retry-After"] == "1")
    #expect(answer.body.contains("Gửi nhanh quá"))
    #expect(answer.body.contains("name=\"revision\""))
  }

  @Test func `anybody may load the demo`() throws {
    let site = try TestSite(settings: SiteSettings(isDemo: true))
    let answers = try flood(site, try site.attempt(), revisions: 1...300)
    #expect(answers.allSatisfy { $0.status == 200 })
  }
}
