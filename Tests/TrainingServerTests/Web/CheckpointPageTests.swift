import QuizEngine
import Testing

@testable import TrainingServer

/// A checkpoint from the first try until it is passed, as pages and as JSON.
@Suite(.timeLimit(.minutes(2))) struct CheckpointPageTests {
  private let site: TestSite
  private let lesson = "/courses/khoa-thu/lessons/bai-mot"
  private let course = "/courses/khoa-thu"

  init() throws {
    site = try TestSite()
  }

  private func answer(_ choices: KeyValuePairs<String, String>) throws -> TestAnswer {
    try site.post(lesson + "/checkpoint", as: .pupil, choices)
  }

  @Test func `a try that does not pass says so, shows why and completes nothing`() throws {
    #expect(try site.ask("GET", course, as: .pupil).body.contains("Bắt đầu học"))
    let tried = try answer(["q-1": "a", "q-2": "b"])
    #expect(tried.status == 200)
    #expect(tried.body.contains("Chưa đạt: đã đúng 1 trên 2 câu, cần 2."))
    #expect(tried.body.contains(TestContent.canary), "it explains")
    #expect(
      tried.body.contains(##"href="/courses/khoa-thu/lessons/bai-mot#checkpoint">Làm lại 1 câu"##))
    #expect(!tried.body.contains("học xong bài"))
    let row = try site.ask("GET", course, as: .pupil).body
    #expect(row.contains("Chưa đạt · Đúng 1 trên 2 câu · cần 2 câu") && !row.contains("dot full"))
    #expect(row.contains("Học tiếp") && !row.contains("Bắt đầu học"), "it has begun")
  }

  @Test func `the lesson then asks only what was wrong, until enough is right`() throws {
    _ = try answer(["q-1": "a", "q-2": "b"])
    let again = try site.ask("GET", lesson, as: .pupil).body
    #expect(again.contains(#"id="q-2""#) && !again.contains(#"id="q-1""#))
    #expect(again.contains("Đạt khi đúng ít nhất 2 trên 2 câu."))
    #expect(again.contains("Chưa đạt: đã đúng 1 trên 2 câu, cần 2."))
    #expect(!again.contains("học xong bài") && !again.contains(TestContent.canary))
    let open = try answer([:])
    #expect(open.status == 422 && open.body.contains(##"href="#q-2""##))
    #expect(!open.body.contains(##"href="#q-1""##), "what was right is not asked for")
    #expect(try answer(["q-2": "c"]).body.contains("Chưa đạt"))
    let passed = try answer(["q-2": "a"])
    #expect(passed.body.contains("Đạt: đã đúng 2 trên 2 câu."))
    #expect(passed.body.contains("học xong bài") && !passed.body.contains("Chưa đạt"))
    let row = try site.ask("GET", course, as: .pupil).body
    #expect(row.contains("Đạt · Đúng 2 trên 2 câu") && row.contains("dot full"))
    let own = try site.ask("GET", lesson, as: .pupil).body
    #expect(own.contains("học xong bài") && own.contains(#"id="q-1""#), "all again, to practise")
  }

  @Test func `the API tells tries, mark and what comes again`() throws {
    let address = "/api/v1" + lesson
    func send(_ answers: String) throws -> String {
      try site.ask(
        "POST", address + "/completion", as: .pupil, json: #"{"answers":\#(answers)}"#
      ).body
    }
    let tried = try send(#"[["b"],["a"]]"#)
    #expect(tried.contains(#""completedAt":null,"tries":1,"right":1,"asked":2,"passMark":2"#))
    let before = try site.ask("GET", address, as: .pupil).body
    #expect(before.contains(#""completedAt":null,"tries":1,"right":1,"asked":2,"passMark":2"#))
    let passed = try send(#"[["a"],[]]"#)
    #expect(passed.contains(#""tries":2,"right":2,"asked":2,"passMark":2"#))
    #expect(passed.contains(#""number":1"#) && !passed.contains(#""number":2"#))
    #expect(!passed.contains(#""completedAt":null"#))
    let after = try site.ask("GET", address, as: .pupil).body
    #expect(!after.contains(#""completedAt":null"#) && after.contains(#""tries":2"#))
    let course = try site.ask("GET", "/api/v1" + course, as: .pupil).body
    #expect(!course.contains(#""completedAt":null"#), "the only lesson is completed")
  }

  @Test func `what was recognised by earlier rules says so and stays`() throws {
    let person = try #require(site.people[.pupil]).id
    let old = Completion(
      person: person, course: "khoa-thu", lesson: "bai-mot", at: site.clock.now,
      passedAt: site.clock.now, right: 0, asked: 2)
    try site.engine.write {
      try $0.connection.completions.record(old, courseDigest: TestContent.course.digest)
    }
    let row = try site.ask("GET", course, as: .pupil).body
    #expect(row.contains("Đã ghi nhận trước đây · Đúng 0 trên 2 câu") && row.contains("dot full"))
    let practised = try answer(["q-1": "a", "q-2": "b"]).body
    #expect(practised.contains("Đã ghi nhận trước đây, theo cách tính khi đó: đúng 1 trên 2 câu."))
    #expect(practised.contains("học xong bài") && !practised.contains("Chưa đạt"))
  }
}
