import QuizEngine
import Testing

@testable import TrainingServer

/// The life of an attempt over HTTP.
@Suite(.timeLimit(.minutes(1))) struct AttemptScenarioTests {
  @Test func `a paper has prompts and options and says nothing of keys`() throws {
    let site = try TestSite()
    let started = try site.ask("POST", "/api/v1/contests/\(site.contest.text)/attempts", as: .pupil)
    #expect(started.status == 200)
    let items = try #require(started.json["paper"]?["items"]?.array)
    #expect(items.compactMap { $0["slot"]?.int } == [1, 2, 3, 4])
    for item in items {
      #expect(item.object?.keys.sorted() == ["kind", "options", "prompt", "promptHTML", "slot"])
      let letters = item["options"]?.array?.compactMap { $0["id"]?.string }
      #expect(letters == ["a", "b", "c"])
      for option in item["options"]?.array ?? [] {
        #expect(option.object?.keys.sorted() == ["id", "text"])
      }
    }
    #expect(started.json["deadline"]?.string == "2026-11-23T03:20:00.000Z")
    #expect(started.json["serverTime"]?.string == "2026-11-23T03:00:00.000Z")
    let again = try site.ask("POST", "/api/v1/contests/\(site.contest.text)/attempts", as: .pupil)
    #expect(again.body == started.body)
  }

  @Test func `the same save again gives the same receipt, an older one the newer answer`() throws {
    let site = try TestSite()
    let path = "/api/v1/attempts/\(try site.attempt().text)/answers/1"
    let save = { (revision: Int, response: String) in
      try site.ask(
        "PUT", path, as: .pupil, json: "{\"revision\":\(revision),\"response\":\(response)}")
    }
    let single = try kind(site, slot: 1) == "single"
    let (first, second) = single ? ("\"a\"", "\"b\"") : ("[\"a\"]", "[\"a\",\"b\"]")
    let saved = try save(1, first)
    #expect(saved.status == 200)
    #expect(saved.json.object?.keys == ["revision", "savedAt", "receipt"])
    site.clock.advance(.seconds(5))
    #expect(try save(1, first).body == saved.body)
    let newer = try save(2, second)
    #expect(newer.status == 200)
    let older = try save(1, first)
    #expect(older.status == 409)
    #expect(older.problem == "stale-revision")
    #expect(older.json["revision"]?.int == 2)
    #expect(older.json["response"]?.encoded() == Array(second.utf8))
    #expect(older.json["savedAt"]?.string == newer.json["savedAt"]?.string)
    #expect(try save(2, first).status == 409)
    #expect(try save(3, "null").status == 200)
  }

  private func kind(_ site: TestSite, slot: Int) throws -> String? {
    let reading = try site.engine.attempt(
      site.attempt(), of: try #require(site.people[.pupil]).id, at: site.clock.now)
    return reading.paper[slot: slot]?.question.kind.rawValue
  }

  @Test func `somebody else's attempt looks like none`() throws {
    let site = try TestSite()
    let path = "/api/v1/attempts/\(try site.attempt().text)"
    for who in Who.allCases where who != .pupil && who != .nobody {
      #expect(try site.ask("GET", path, as: who).problem == "not-found")
      let save = try site.ask(
        "PUT", path + "/answers/1", as: who, json: #"{"revision":1,"response":"a"}"#)
      #expect(save.problem == "not-found")
      #expect(try site.ask("POST", path + "/submission", as: who).problem == "not-found")
    }
    #expect(try site.ask("GET", path).status == 401)
  }

  @Test func `a second submission gets the same answer, and saves after it are gone`() throws {
    let site = try TestSite()
    let path = "/api/v1/attempts/\(try site.attempt().text)"
    let first = try site.ask("POST", path + "/submission", as: .pupil)
    #expect(first.status == 200)
    #expect(first.json["result"] == nil)
    site.clock.advance(.minutes(1))
    #expect(try site.ask("POST", path + "/submission", as: .pupil, json: "{}").body == first.body)
    let late = try site.ask(
      "PUT", path + "/answers/1", as: .pupil, json: #"{"revision":9,"response":"a"}"#)
    #expect(late.status == 410)
    #expect(late.json["byDeadline"]?.bool == false)
    #expect(try site.ask("GET", path, as: .pupil).json["state"]?.string == "submitted")
  }

  @Test func `a save at the deadline is refused, one a millisecond before is kept`() throws {
    let site = try TestSite()
    let path = "/api/v1/attempts/\(try site.attempt().text)"
    let save = { (revision: Int) in
      try site.ask(
        "PUT", path + "/answers/1", as: .pupil, json: "{\"revision\":\(revision),\"response\":null}"
      )
    }
    site.clock.advance(Span(milliseconds: 20 * 60_000 - 1))
    #expect(try save(1).status == 200)
    site.clock.advance(Span(milliseconds: 1))
    let late = try save(2)
    #expect(late.status == 410)
    #expect(late.json["byDeadline"]?.bool == true)
    #expect(try site.ask("GET", path, as: .pupil).json["state"]?.string == "expired")
    #expect(try save(1).status == 200, "what was acknowledged is acknowledged again")
  }

  @Test func `the score is in the answers from the closing on, the board from the ranking on`()
    throws
  {
    let site = try TestSite()
    let attempt = try site.attempt()
    let path = "/api/v1/attempts/\(attempt.text)"
    let board = "/api/v1/contests/\(site.contest.text)/standings"
    _ = try site.ask("POST", path + "/submission", as: .pupil)
    #expect(try site.ask("GET", board, as: .pupil).problem == "not-revealed-yet")
    site.clock.advance(.hours(2))
    #expect(try site.ask("GET", path, as: .pupil).json["result"]?["itemCount"]?.int == 4)
    try site.engine.tick(at: site.clock.now)
    let standings = try site.ask("GET", board, as: .classmate)
    #expect(standings.json["items"]?.array?.count == 1)
    let row = try #require(standings.json["items"]?.array?.first)
    #expect(row["name"]?.string == "N. V. P.")
    #expect(
      try site.ask("GET", board, as: .pupil).json["own"]?["name"]?.string == "Nguyễn Văn pupil")
    #expect(try site.ask("GET", board + "?limit=0", as: .pupil).status == 400)
  }

  @Test func `a prediction has its range and its revisions`() throws {
    let site = try TestSite()
    let path = "/api/v1/attempts/\(try site.attempt().text)/prediction"
    let predict = { (revision: Int, value: String) in
      try site.ask(
        "PUT", path, as: .pupil, json: "{\"revision\":\(revision),\"value\":\(value)}")
    }
    #expect(try predict(1, "7").status == 200)
    #expect(try predict(2, "1001").problem == "prediction-out-of-range")
    #expect(try predict(2, "1.5").problem == "bad-request")
    let stale = try predict(1, "8")
    #expect(stale.status == 409)
    #expect(stale.json["value"]?.int == 7)
  }
}
