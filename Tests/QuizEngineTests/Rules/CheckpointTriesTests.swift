import Testing

@testable import QuizEngine

@Suite struct CheckpointTriesTests {
  @Test func `two thirds of the questions pass, rounded up, unless the course says otherwise`()
    throws
  {
    let bank = try #require(
      try Workshop().engine.catalogue[SmallCourse.slug]?.modules.first?.finalTest?.bank)
    func mark(_ questions: Int, _ stated: Int?) -> Int {
      Lesson(
        slug: "bai", title: LocalizedText(vi: "Bài", en: "Lesson"), minutes: 1, competences: [],
        laws: [], text: LocalizedText(vi: "", en: ""),
        checkpoint: questions == 0
          ? nil
          : QuestionBank(digest: bank.digest, questions: Array(bank.questions.prefix(questions))),
        passMark: stated
      ).passMark
    }
    #expect((0...4).map { mark($0, nil) } == [0, 1, 2, 2, 3])
    #expect(mark(4, 1) == 1 && mark(4, 4) == 4)
    #expect(mark(0, 4) == 0, "a lesson without a checkpoint completes at once")
  }

  private func lesson(_ questions: Int, passing mark: Int? = nil) -> Lesson {
    let bank = QuestionBank(
      digest: SHA256.hash("x"), questions: (1...questions).map { Given.question("q-\($0)") })
    return Lesson(
      slug: "bai", title: LocalizedText(vi: "Bài", en: "Lesson"), minutes: 1, competences: [],
      laws: [], text: LocalizedText(vi: "", en: ""), checkpoint: bank, passMark: mark)
  }

  private func tried(
    _ before: Completion?, _ lesson: Lesson, right: Set<Int>, at milliseconds: Int64 = 1
  ) -> Completion {
    let questions = lesson.checkpoint?.questions ?? []
    return lesson.completion(
      after: before,
      questions.enumerated().map {
        CheckedAnswer(
          question: $1, chosen: [right.contains($0) ? 0 : 1], isCorrect: right.contains($0))
      }, by: Given.id(1), course: "khoa", at: Instant(milliseconds: milliseconds))
  }

  @Test func `what was right once stays right, and passed stays passed`() {
    let six = lesson(6)
    let first = tried(nil, six, right: [0, 1, 2])
    #expect(first.right == 3 && first.passedAt == nil)
    #expect(six.openQuestions(after: first) == [3, 4, 5])
    let second = tried(first, six, right: [3], at: 2)
    #expect(second.right == 4 && second.passedAt == Instant(milliseconds: 2))
    #expect(second.at == first.at && second.tries == 2)
    let later = tried(second, lesson(6, passing: 6), right: [], at: 3)
    #expect(later.passedAt == second.passedAt && later.right == 4)
  }

  @Test func `a checkpoint that was changed counts what it still asks`() {
    let first = tried(nil, lesson(6), right: [0, 1, 2])
    let three = lesson(3)
    #expect(three.openQuestions(after: first) == [0, 1, 2], "nobody is left without a question")
    let again = tried(first, three, right: [])
    #expect(again.right == 3 && again.asked == 3 && again.isPassed)
    let old = Completion(
      person: Given.id(1), course: "khoa", lesson: "bai", at: Instant(milliseconds: 0),
      passedAt: Instant(milliseconds: 0), right: 6, asked: 6)
    #expect(tried(old, three, right: [0]).right == 1, "never more right than asked")
    #expect(tried(old, lesson(6), right: [0]).right == 6)
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
