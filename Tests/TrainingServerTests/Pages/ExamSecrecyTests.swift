import QuizEngine
import Testing

@testable import TrainingServer

struct ExamSecrecyTests {
  @Test(arguments: ["exam-item", "exam-all", "exam-prediction", "en-exam", "exam-review"])
  func `a running attempt's page carries no outcome`(_ name: String) throws {
    let page = try #require(Sample.all.first { $0.name == name }).page.text
    for word in ["Đáp án đúng", "Right answer", "class=\"option right", "missed"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func `a wrong answer is told apart from a right one by words, not colour alone`() throws {
    let page = try #require(Sample.all.first { $0.name == "lesson-answered" }).page.text
    #expect(page.contains("Đáp án đúng") && page.contains("Đã chọn") && page.contains("Chưa đúng"))
  }

  @Test func `only the part that was asked for stands open without script`() {
    let one = HTMLChecker(examPage(exam(.item(2)), School.chrome(.attempt(School.attempt))).text)
    let open = one.all("section").filter {
      $0.attributes["class"] == "item" && $0.attributes["hidden"] == nil
    }
    #expect(open.map { $0.attributes["data-slot"] } == ["2"])
    let all = HTMLChecker(examPage(exam(.all), School.chrome(.attempt(School.attempt))).text)
    #expect(all.all("section").allSatisfy { $0.attributes["hidden"] == nil })
  }
}
