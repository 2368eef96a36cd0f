import QuizEngine
import Testing

@testable import TrainingServer

/// Forms that could not be taken come back filled in, with what is missing at its place.
@Suite(.timeLimit(.minutes(2))) struct KeptFormTests {
  private let lesson = "/courses/khoa-thu/lessons/bai-mot"

  @Test(arguments: [Who.pupil, .nobody])
  func `a checkpoint with one question open keeps the others and says which`(
    _ who: Who
  ) throws {
    let site = try TestSite()
    let answer = try site.post(lesson + "/checkpoint", as: who, ["q-2": "b"])
    #expect(answer.status == 422)
    #expect(answer.body.contains("<title>Lỗi: "))
    #expect(answer.body.contains(##"<a href="#q-1">Câu 1 chưa chọn đáp án.</a>"##))
    #expect(answer.body.contains(#"id="q-1" tabindex="-1" aria-describedby="q-1-error""#))
    #expect(answer.body.contains(#"name="q-2" value="b" checked"#))
    #expect(!answer.body.contains(#"name="q-1" value="a" checked"#))
    #expect(!answer.body.contains("q-2-error"))
    #expect(!answer.body.contains(TestContent.canary), "nothing is explained before it is answered")
  }

  @Test func `an option that the question does not have counts as none`() throws {
    let site = try TestSite()
    for odd in ["z", "", "a b", "\u{300}"] {
      let answer = try site.post(lesson + "/checkpoint", as: .pupil, ["q-1": "a", "q-2": odd])
      #expect(answer.status == 422 && answer.body.contains(##"href="#q-2""##))
    }
  }

  @Test func `whoever has not signed in practises, is told so, and finds the way back`() throws {
    let site = try TestSite()
    let way = "/sign-in?next=%2Fcourses%2Fkhoa-thu%2Flessons%2Fbai-mot"
    let page = try site.ask("GET", lesson)
    #expect(page.body.contains(#"href="\#(way)""#) && page.body.contains("không được lưu"))
    let answer = try site.post(lesson + "/checkpoint", ["q-1": "a", "q-2": "b"])
    #expect(answer.status == 200)
    #expect(answer.body.contains("Đúng 1 trên 2 câu") && answer.body.contains("không được lưu"))
    #expect(answer.body.contains(#"href="\#(way)""#))
    #expect(!answer.body.contains("học xong bài"))
    let signedIn = try site.post("/sign-in", ["card": site.card, "next": lesson])
    #expect(signedIn["Location"] == lesson)
    let own = try site.ask("GET", lesson, as: .pupil)
    #expect(!own.body.contains("không được lưu") && !own.body.contains("học xong bài"))
  }

  @Test func `a card or a name that was not right stands in the form again`() throws {
    let site = try TestSite()
    let card = try site.post("/sign-in", ["card": "0000-1111", "next": "/me"])
    #expect(card.status == 401 && card.body.contains(#"value="0000-1111""#))
    #expect(card.body.contains(##"<a href="#card">"##) && card.body.contains(#"id="card-error""#))
    #expect(card.body.contains(#"name="next" value="/me""#))
    let name = try site.post("/sign-in", ["username": "hoa", "password": "sai rồi nhé"])
    #expect(name.status == 401 && name.body.contains(#"value="hoa""#))
    #expect(name.body.contains(#"id="username-error""#) && !name.body.contains("sai rồi nhé"))
  }

  @Test func `an exam form that could not be saved holds what was typed`() throws {
    let site = try TestSite()
    let attempt = try site.attempt()
    let odd = try site.post(
      "/attempts/\(attempt.text)/prediction", as: .pupil, ["revision": "1", "value": "ba trăm"])
    #expect(odd.status == 422 && odd.body.contains(#"value="ba trăm""#))
    #expect(odd.body.contains(##"<a href="#prediction">"##))
    let large = try site.post(
      "/attempts/\(attempt.text)/prediction", as: .pupil, ["revision": "1", "value": "5000"])
    #expect(large.status == 422 && large.body.contains(#"value="5000""#))
    let two = try site.post(
      "/attempts/\(attempt.text)/answers/1", as: .pupil, ["revision": "1", "choice": "z"])
    #expect(two.status >= 400)
  }

  @Test func `signing in after a form was refused leads back to its page`() throws {
    let site = try TestSite()
    let attempt = try site.attempt()
    let answer = try site.post(
      "/attempts/\(attempt.text)/answers/1", ["revision": "1", "choice": "a"])
    #expect(answer.status == 401)
    #expect(answer.body.contains(#"href="/sign-in?next=%2Fattempts%2F\#(attempt.text)""#))
    let start = try site.post("/contests/\(site.contest.text)/attempts")
    #expect(start.body.contains(#"href="/sign-in?next=%2Fcontests%2F\#(site.contest.text)""#))
  }
}
