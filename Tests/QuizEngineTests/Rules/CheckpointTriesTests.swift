import Testing

@testable import QuizEngine

@Suite struct CheckpointTriesTests {
  @Test func `two thirds of the questions pass, rounded up, unless the course says otherwise`() throws {
    let bank = try #require(
      try Workshop().engine.catalogue[SmallCourse.slug]?.modules.first?.finalTest?.bank)
    func mark(_ questions: Int, _ stated: Int?) -> Int {
      Lesson(
        slug: "bai", title: LocalizedText(vi: "Bài", en: "Lesson"), minutes: 1, competences: [],
        laws: [], text: LocalizedText(vi: "", en: ""),
        checkpoint: questions == 0
          ? nil : QuestionBank(digest: bank.digest, questions: Array(bank.questions.prefix(questions))),
        passMark: stated
      ).passMark
    }
    #expect((0...4).map { mark($0, nil) } == [0, 1, 2, 2, 3])
    #expect(mark(4, 1) == 1 && mark(4, 4) == 4)
    #expect(mark(0, 4) == 0, "a lesson without a checkpoint completes at once")
  }

  @Test func `a pass mark above the questions is refused with its place`() {
    var files = SmallCourse.files
    files["khoa-mau/course.json"] = SmallCourse.course().replacing(
      #"{ "bank": "questions/bai-mot.gift" }"#,
      with: #"{ "bank": "questions/bai-mot.gift", "passMark": 3 }"#)
    #expect(throws: (any Error).self) { try Workshop(files) }
    files["khoa-mau/course.json"] = SmallCourse.course().replacing(
      #"{ "bank": "questions/bai-mot.gift" }"#,
      with: #"{ "bank": "questions/bai-mot.gift", "passMark": 1 }"#)
    #expect(throws: Never.self) { try Workshop(files) }
  }
}
