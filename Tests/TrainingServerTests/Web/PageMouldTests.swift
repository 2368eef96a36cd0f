import QuizEngine
import Testing

@testable import TrainingServer

@Suite struct `A page from a mould` {
  private static let lesson = LessonPage(
    course: "c", courseTitle: LocalizedText(vi: "Khóa", en: "Course"), slug: "l",
    title: LocalizedText(vi: "Bài một", en: "One"), index: 1, count: 2, minutes: 5,
    text: "<p>Chữ</p>", laws: [])

  private func page(
    _ name: String, _ token: String, _ moment: HTML?, _ roles: Set<Role>
  ) -> HTML {
    let chrome = Chrome(
      language: .vietnamese, viewer: Chrome.Viewer(name: name, roles: roles), formToken: token,
      route: .lesson("c", "l"), now: Instant(milliseconds: 0))
    var model = Self.lesson
    model.completedAt = moment
    return lessonPage(model, chrome)
  }

  @Test(arguments: [[Role.student], [.teacher], [.organizer, .teacher], [.auditor]])
  func `is the page that rendering makes`(roles: [Role]) {
    let moments: [HTML?] = [nil, Language.vietnamese.moment(School.now)]
    for moment in moments {
      let mould = PageMould { marks in
        page(marks.name, marks.formToken, moment.map { _ in marks.moment }, Set(roles))
      }
      for name in ["Nguyễn Thị Ánh", "An", #"Bình <b>&"'"#, "  ", "王"] {
        let filled = mould.filled(
          PageMould.Values(name: name, formToken: "t-0_x", moment: moment))
        let rendered = page(name, "t-0_x", moment, Set(roles))
        #expect(String(decoding: filled, as: UTF8.self) == rendered.text)
      }
    }
  }

  @Test func `holds nothing of the person for whom it was made`() {
    let mould = PageMould { page($0.name, $0.formToken, nil, [.student]) }
    let empty = mould.filled(PageMould.Values(name: "", formToken: "", moment: nil))
    #expect(!String(decoding: empty, as: UTF8.self).contains("\u{E0A1}"))
    #expect(!String(decoding: empty, as: UTF8.self).contains("\u{E0A2}"))
  }
}
