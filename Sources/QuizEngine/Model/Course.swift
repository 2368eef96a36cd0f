/// A course as its files say, with every text read.
package struct Course: Hashable, Sendable {
  package let slug: String
  package let version: String
  package let audience: CourseAudience
  package let title: LocalizedText
  package let summary: LocalizedText
  /// School grades it is written for, such as `6–9`; nil for adults.
  package let grades: String?
  /// Lesson periods (tiết) credited for the whole course.
  package let periods: Int
  package let modules: [CourseModule]
  /// Every lesson, module by module.
  package let lessons: [Lesson]
  /// Digest of all its files, so that a completion says which text was read.
  package let digest: Digest

  package init(
    slug: String, version: String, audience: CourseAudience, title: LocalizedText,
    summary: LocalizedText, grades: String?, periods: Int, modules: [CourseModule], digest: Digest
  ) {
    self.slug = slug
    self.version = version
    self.audience = audience
    self.title = title
    self.summary = summary
    self.grades = grades
    self.periods = periods
    self.modules = modules
    self.digest = digest
    lessons = modules.flatMap(\.lessons)
  }
}

/// For whom a course is; a library only holds banks.
package enum CourseAudience: String, CaseIterable, Sendable {
  case student
  case teacher
  case library
}

/// Part of a course that is completed, tested and credited as a whole.
package struct CourseModule: Hashable, Sendable {
  package let slug: String
  package let title: LocalizedText
  package let periods: Int
  package let lessons: [Lesson]
  package let finalTest: FinalTest?

  package init(
    slug: String, title: LocalizedText, periods: Int, lessons: [Lesson], finalTest: FinalTest?
  ) {
    self.slug = slug
    self.title = title
    self.periods = periods
    self.lessons = lessons
    self.finalTest = finalTest
  }
}

/// One lesson: a text to read and a checkpoint to pass through.
package struct Lesson: Hashable, Sendable {
  package let slug: String
  package let title: LocalizedText
  package let minutes: Int
  /// Components of the learners' digital competence framework (L-154 to L-160), such as `4.2`.
  package let competences: [String]
  package let laws: [String]
  /// CommonMark without raw HTML.
  package let text: LocalizedText
  package let checkpoint: QuestionBank?
  /// Questions of the checkpoint to answer rightly, in as many tries as it takes.
  package let passMark: Int

  /// - Parameter passMark: as the course says; otherwise two thirds of the questions, rounded up.
  package init(
    slug: String, title: LocalizedText, minutes: Int, competences: [String], laws: [String],
    text: LocalizedText, checkpoint: QuestionBank?, passMark: Int? = nil
  ) {
    self.slug = slug
    self.title = title
    self.minutes = minutes
    self.competences = competences
    self.laws = laws
    self.text = text
    self.checkpoint = checkpoint
    let questions = checkpoint?.questions.count ?? 0
    self.passMark = min(questions, passMark ?? (questions * 2 + 2) / 3)
  }
}

/// The test that ends a module.
package struct FinalTest: Hashable, Sendable {
  package let title: LocalizedText
  package let bank: QuestionBank
  package let draw: Int
  package let duration: Span
  package let scale: Points
  package let passMark: Points
  /// Further attempts after the first.
  package let resits: Int

  package init(
    title: LocalizedText, bank: QuestionBank, draw: Int, duration: Span, scale: Points,
    passMark: Points, resits: Int
  ) {
    self.title = title
    self.bank = bank
    self.draw = draw
    self.duration = duration
    self.scale = scale
    self.passMark = passMark
    self.resits = resits
  }
}

/// Lesson periods (tiết) credited for a module.
package struct Credit: Hashable, Sendable {
  package let person: PersonID
  package let course: String
  package let module: String
  package let periods: Int
  package let at: Instant

  package init(person: PersonID, course: String, module: String, periods: Int, at: Instant) {
    self.person = person
    self.course = course
    self.module = module
    self.periods = periods
    self.at = at
  }
}
