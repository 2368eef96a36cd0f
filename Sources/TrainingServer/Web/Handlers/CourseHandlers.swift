import QuizEngine

/// Pages of courses, and the door to a module's test.
enum CourseHandlers {
  static func list(_ context: RequestContext) throws -> Response {
    let cards = try CourseAPI.shown(to: context).map {
      course in
      CoursesPage.CourseCard(
        slug: course.slug, title: course.title, summary: course.summary, grades: course.grades,
        periods: course.periods, lessons: course.lessons.count,
        completed: try CourseAPI.progress(in: course, context)?.lessonsDone ?? 0)
    }
    return context.page(coursesPage(CoursesPage(courses: cards), try context.chrome(.courses)))
  }

  static func course(_ context: RequestContext) throws -> Response {
    let course = try CourseAPI.course(in: context)
    let progress =
      try CourseAPI.progress(in: course, context)
      ?? CourseProgress(course: course, completions: [], credits: [])
    let model = CoursePage(
      slug: course.slug, title: course.title, summary: course.summary, grades: course.grades,
      periods: course.periods,
      modules: try course.modules.map { try module($0, progress, context) },
      credited: progress.periods,
      certificate: try certificate(for: course, context),
      mayClaim: try context.session.map {
        try context.engine.mayClaimCertificate(progress, by: $0)
      } ?? false)
    return context.page(coursePage(model, try context.chrome(.course(course.slug))))
  }

  private static func module(
    _ module: CourseModule, _ progress: CourseProgress, _ context: RequestContext
  ) throws -> CoursePage.Module {
    let reading = try context.session.flatMap {
      try context.engine.finalTestReading(module, in: progress, for: $0, at: context.now)
    }
    return CoursePage.Module(
      slug: module.slug, title: module.title, periods: module.periods,
      lessons: module.lessons.map { lesson in
        CoursePage.LessonRow(
          slug: lesson.slug, title: lesson.title, minutes: lesson.minutes,
          tries: progress.tries[lesson.slug], passMark: lesson.passMark)
      },
      test: module.finalTest.map { test in
        CoursePage.Test(
          title: test.title, items: test.draw, duration: test.duration, passMark: test.passMark,
          scale: test.scale, state: state(reading, lessons: module.lessons.count),
          best: reading?.best, isPassed: progress.credits[module.slug] != nil)
      })
  }

  private static func state(
    _ reading: FinalTestReading?, lessons: Int
  ) -> CoursePage.TestState {
    guard let reading else { return .locked(missing: lessons) }
    if let running = reading.entrant?.running { return .running(running.id) }
    if reading.missingLessons > 0 { return .locked(missing: reading.missingLessons) }
    let left = reading.attemptLimit - reading.used
    return left > 0 ? .open(attemptsLeft: left) : .spent
  }

  private static func certificate(
    for course: Course, _ context: RequestContext
  ) throws -> String? {
    guard let person = context.session?.person else { return nil }
    let held = try context.engine.read { try $0.certificates.certificates(of: person) }
    return held.last { $0.course == course.slug && $0.revocation == nil }?.code
  }

  /// Issues the person's own paper, or leads to the one they hold.
  static func claimCertificate(_ context: RequestContext) throws -> Response {
    let certificate = try context.engine.claimCertificate(
      course: context.parameters["course"], by: try context.requireSession(), at: context.now)
    return context.go(to: .certificate(certificate.code))
  }

  /// Starts the test of a module, or goes on with the attempt that runs.
  static func startTest(_ context: RequestContext, _ reply: Reply) throws {
    let contest = try context.engine.finalTest(
      course: context.parameters["course"], module: context.parameters["module"],
      at: context.now)
    try ExamForms.start(contest, context, reply)
  }
}
