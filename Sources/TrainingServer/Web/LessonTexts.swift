import QuizEngine
import Synchronization

/// Lessons as markup, rendered once when the server starts; for strangers whole pages, for people
/// who signed in pages that only want their own name, form token and moment.
final class LessonTexts: Sendable {
  private struct Key: Hashable {
    let course: String
    let lesson: String
    let language: Language
  }

  private struct Entry: Sendable {
    let digest: Digest
    let text: HTML
    let page: Response
  }

  /// Pages that differ in more than a hole could hold.
  private struct MouldKey: Hashable {
    let course: Digest
    let lesson: String
    let language: Language
    let roles: Set<Role>
    let isCompleted: Bool
  }

  private let entries: [Key: Entry]
  private let moulds = Mutex<[MouldKey: PageMould]>([:])
  /// About 20 kB each.
  private static let mouldLimit = 1000

  init(_ catalogue: Catalogue) {
    var entries: [Key: Entry] = [:]
    for course in catalogue.courses {
      for lesson in course.lessons {
        for language in Language.allCases {
          let text = Self.render(lesson, course, language)
          let page = Self.page(lesson, course, text, language, catalogue)
          entries[Key(course: course.slug, lesson: lesson.slug, language: language)] = Entry(
            digest: course.digest, text: text, page: page)
        }
      }
    }
    self.entries = entries
  }

  /// The lesson's markup, rendered now if the course has changed since.
  func text(_ lesson: Lesson, _ course: Course, _ language: Language) -> HTML {
    entry(lesson, course, language)?.text ?? Self.render(lesson, course, language)
  }

  /// The page for somebody not signed in; nil if the course has changed since.
  func page(_ lesson: Lesson, _ course: Course, _ language: Language) -> Response? {
    entry(lesson, course, language)?.page
  }

  /// The lesson's page for people of these roles, made when it is first asked for.
  func mould(
    _ lesson: Lesson, _ course: Course, _ language: Language, roles: Set<Role>,
    isCompleted: Bool, _ catalogue: Catalogue
  ) -> PageMould {
    let key = MouldKey(
      course: course.digest, lesson: lesson.slug, language: language, roles: roles,
      isCompleted: isCompleted)
    if let known = moulds.withLock({ $0[key] }) { return known }
    let text = text(lesson, course, language)
    let made = PageMould { marks in
      let chrome = Chrome(
        language: language, viewer: Chrome.Viewer(name: marks.name, roles: roles),
        formToken: marks.formToken, route: .lesson(course.slug, lesson.slug),
        now: Instant(milliseconds: 0))
      return lessonPage(
        LessonPage(
          lesson, course, text: text, completedAt: isCompleted ? marks.moment : nil, answers: nil,
          catalogue, language), chrome)
    }
    moulds.withLock { moulds in
      if moulds.count >= Self.mouldLimit { moulds.removeAll() }
      moulds[key] = made
    }
    return made
  }

  private func entry(_ lesson: Lesson, _ course: Course, _ language: Language) -> Entry? {
    let entry = entries[Key(course: course.slug, lesson: lesson.slug, language: language)]
    return entry?.digest == course.digest ? entry : nil
  }

  private static func render(_ lesson: Lesson, _ course: Course, _ language: Language) -> HTML {
    MarkdownDocument(lesson.text[language])
      .html(
        MarkdownOptions(
          mediaPrefix: "/courses/\(course.slug)/", lawLabel: Words.open.lawOfParagraph[language]))
  }

  private static func page(
    _ lesson: Lesson, _ course: Course, _ text: HTML, _ language: Language,
    _ catalogue: Catalogue
  ) -> Response {
    let chrome = Chrome(
      language: language, viewer: nil, formToken: FormToken.make(.none),
      route: .lesson(course.slug, lesson.slug), now: Instant(milliseconds: 0))
    let model = LessonPage(
      lesson, course, text: text, completedAt: nil, answers: nil, catalogue, language)
    let body = Array(lessonPage(model, chrome).text.utf8)
    let tag = ETag(String(SHA256.hash(body).hex.prefix(20)))
    return Response(
      status: 200,
      fields: [
        "Content-Type": "text/html; charset=utf-8", "ETag": tag.text,
        // Whoever signs in sees another page at the same address, and each language its own.
        "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language",
      ], body: body)
  }
}
