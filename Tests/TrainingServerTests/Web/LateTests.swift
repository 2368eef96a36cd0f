import QuizEngine
import Testing

@testable import TrainingServer

/// Answers that could not be sent before the end, and ends that came from elsewhere.
@Suite(.timeLimit(.minutes(2))) struct LateTests {
  private func body(_ deliveries: String) -> String {
    #"{"sentAt":"2026-11-23T03:25:00.000Z","deliveries":[\#(deliveries)]}"#
  }

  private let one =
    #"{"slot":1,"revision":4,"response":null,"chosenAt":"2026-11-23T03:19:00.000Z"}"#

  @Test func `late answers are kept, told to pupil and organizer as late, and not counted`() throws
  {
    let site = try TestSite()
    let attempt = try site.attempt().text
    let path = "/api/v1/attempts/\(attempt)/late-deliveries"
    #expect(try site.ask("POST", path, as: .pupil, json: body(one)).problem == "attempt-runs")
    site.clock.advance(.minutes(25))
    let receipt = try site.ask("GET", "/attempts/\(attempt)/receipt", as: .pupil)
    #expect(
      receipt.body.contains(#"data-late="\#(path)""#) && !receipt.body.contains("tới sau giờ"))
    let prediction = #"{"revision":1,"value":7,"chosenAt":"2026-11-23T03:18:30.000Z"}"#
    let kept = try site.ask("POST", path, as: .pupil, json: body(one + "," + prediction))
    #expect(kept.status == 200 && kept.json["counted"]?.bool == false)
    #expect(kept.json["lateDeliveries"]?.array?.count == 2)
    let again = try site.ask("POST", path, as: .pupil, json: body(one + "," + prediction))
    #expect(again.json["lateDeliveries"]?.array?.count == 2)
    let told = try site.ask("GET", "/attempts/\(attempt)/receipt", as: .pupil)
    #expect(
      told.body.contains("2 câu làm trước giờ nhưng tới sau giờ") && told.body.contains("10:19:00"))
    let state = try site.ask("GET", "/api/v1/attempts/\(attempt)", as: .pupil)
    #expect(state.json["answers"]?.array?.isEmpty == true)
    #expect(state.json["lateDeliveries"]?.array?.count == 2)
    let page = try site.ask("GET", "/manage/contests/\(site.contest.text)", as: .organizer)
    #expect(page.body.contains("Câu trả lời đến muộn") && page.body.contains("10:19:00"))
    let list = try site.ask(
      "GET", "/api/v1/contests/\(site.contest.text)/late-deliveries", as: .organizer)
    #expect(list.json["count"]?.int == 2)
    #expect(list.json["items"]?.array?.first?["person"]?.string == "Nguyễn Văn pupil")
  }

  @Test(arguments: [
    "{}", #"{"deliveries":[]}"#, #"{"sentAt":"x","deliveries":[]}"#,
    #"{"sentAt":"2026-11-23T03:25:00Z","deliveries":{}}"#,
    #"{"sentAt":"2026-11-23T03:25:00Z","deliveries":[1]}"#,
    #"{"sentAt":"2026-11-23T03:25:00Z","deliveries":[{"slot":1,"revision":1,"response":null}]}"#,
    #"{"sentAt":"2026-11-23T03:25:00Z","deliveries":[{"slot":1,"points":9}]}"#,
  ])
  func `a body that is no list of late answers is refused`(_ body: String) throws {
    let site = try TestSite()
    let attempt = try site.attempt().text
    site.clock.advance(.minutes(25))
    let answer = try site.ask(
      "POST", "/api/v1/attempts/\(attempt)/late-deliveries", as: .pupil, json: body)
    #expect(answer.status == 400)
  }

  @Test func `a form sent after the end is told so on the receipt`() throws {
    let site = try TestSite()
    let attempt = try site.attempt().text
    _ = try site.ask("POST", "/api/v1/attempts/\(attempt)/submission", as: .pupil)
    let answer = try site.post(
      "/attempts/\(attempt)/answers/1", as: .pupil, ["revision": "1", "choice": "a"])
    let receipt = "/attempts/\(attempt)/receipt"
    #expect(answer["Location"] == receipt + "?done=not-saved")
    let page = try site.ask("GET", receipt + "?done=not-saved", as: .pupil)
    #expect(page.body.contains("không được lưu"))
    let elsewhere = try site.ask("GET", receipt + "?done=handed-in-elsewhere", as: .pupil)
    #expect(elsewhere.body.contains("trên một máy khác") && elsewhere.body.contains("10:00:00"))
  }

  @Test func `the exam page says how long the device may keep it`() throws {
    let site = try TestSite()
    let attempt = try site.attempt().text
    let page = try site.ask("GET", "/attempts/\(attempt)", as: .pupil)
    #expect(page["X-Keep-Copy"] == "\(20 * 60 + 86_400)")
    #expect(page["Cache-Control"] == "no-store")
  }

  @Test func `a card tells given name and class; a replaced one since when and whom to ask`() throws
  {
    let site = try TestSite()
    let page = try site.ask("GET", "/c/\(site.card)")
    #expect(page.body.contains("Thẻ của pupil") && page.body.contains(#"name="card""#))
    #expect(!page.body.contains("Nguyễn Văn"))
    let pupil = try #require(site.people[.pupil])
    try site.engine.revokeCards(of: pupil.id, by: .operatorAtMachine, at: site.clock.now)
    let replaced = try site.ask("GET", "/c/\(site.card)")
    #expect(replaced.body.contains("Thẻ này đã được thay") && replaced.body.contains("hỏi thầy cô"))
    #expect(!replaced.body.contains("pupil") && !replaced.body.contains(#"name="card""#))
    let signIn = try site.post("/sign-in", ["card": site.card])
    #expect(signIn.status == 401 && signIn.body.contains("Thẻ này đã bị khóa lúc"))
    let program = try site.ask("POST", "/api/v1/session", json: #"{"card":"\#(site.card)"}"#)
    #expect(program.problem == "card-replaced")
  }
}
