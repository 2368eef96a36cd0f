import QuizEngine
import Testing

@testable import TrainingServer

/// Rows written once for everybody still show each reader only what they may see.
@Suite struct BoardLinesTests {
  let site: TestSite
  private let call: String
  private let page: String

  init() throws {
    site = try TestSite()
    call = "/api/v1/contests/\(site.contest.text)/standings"
    page = "/contests/\(site.contest.text)/standings"
    for who in [Who.pupil, .classmate] {
      let attempt = try site.attempt(of: who)
      _ = try site.ask("POST", "/api/v1/attempts/\(attempt.text)/submission", as: who)
    }
    site.clock.advance(.hours(2))
    try site.engine.tick(at: site.clock.now)
  }

  private func names(_ who: Who) throws -> [String?] {
    try site.ask("GET", call, as: who).json["items"]?.array?.map { $0["name"]?.string } ?? []
  }

  @Test(arguments: 1...2)
  func `whoever asks first or second, everybody is in full to themselves and to organizers only`(
    time: Int
  ) throws {
    for _ in 1...time {
      #expect(try Set(names(.pupil)) == ["Nguyễn Văn pupil", "N. V. C."])
      #expect(try Set(names(.classmate)) == ["N. V. P.", "Nguyễn Văn classmate"])
      #expect(try Set(names(.organizer)) == ["Nguyễn Văn pupil", "Nguyễn Văn classmate"])
    }
  }

  @Test func `the page marks the row of whoever reads it, in their language`() throws {
    for (who, other) in [(Who.pupil, "N. V. C."), (.classmate, "N. V. P.")] {
      for language in ["vi", "en", "vi"] {
        let answer = try site.ask(
          "GET", page, as: who, ["Cookie": "sid=\(who.token); lang=\(language)"])
        let own = answer.body.split(separator: "<tr").filter { $0.hasPrefix(" class=\"own\"") }
        #expect(own.count == 1)
        #expect(own.first?.contains("Nguyễn Văn \(who.rawValue)") == true)
        #expect(
          own.first?.contains(language == "vi" ? "Em ở đây" : "You are here") == true, "\(own)")
        #expect(answer.body.contains(other))
      }
    }
  }
}
