import QuizEngine

/// A lesson and its checkpoint.
enum LessonHandlers {
  /// Strangers get a page that is ready in memory; others one with their own progress.
  static func lesson(_ context: RequestContext, _ reply: Reply) throws {
    let (course, lesson) = try CourseAPI.lesson(in: context)
    if context.session == nil, context.credential == .none,
      let page = context.site.lessons.page(lesson, course, context.language)
    {
      return reply.send(ready(page, context.request))
    }
    if let session = context.session, context.request.target.rawQuery == nil {
      return own(lesson, course, session, context, reply)
    }
    reply.finishOnWorker {
      try answer(context, course, lesson, completion(of: lesson, in: course, context), nil)
    }
  }

  /// The page of somebody who signed in: at once when name and progress are in memory.
  private static func own(
    _ lesson: Lesson, _ course: Course, _ session: Session, _ context: RequestContext,
    _ reply: Reply
  ) {
    let site = context.site
    if let name = site.names.known(session.person),
      let completions = site.engine.knownCompletions(of: session.person, in: course),
      completions[lesson.slug]?.isPassed != false
    {
      return reply.send(filled(lesson, course, session, name, completions, context))
    }
    reply.finishOnWorker {
      let name = try site.names.read(session.person, site.engine)
      let completions = try site.engine.completions(of: session.person, in: course)
      // Whoever tried and has not passed is asked what was wrong: no page of a mould.
      if let tries = completions[lesson.slug], !tries.isPassed {
        return try answer(context, course, lesson, tries, nil)
      }
      return filled(lesson, course, session, name, completions, context)
    }
  }

  private static func filled(
    _ lesson: Lesson, _ course: Course, _ session: Session, _ name: String,
    _ completions: [String: Completion], _ context: RequestContext
  ) -> Response {
    let language = context.language
    let completion = completions[lesson.slug].flatMap { $0.isPassed ? $0 : nil }
    let mould = context.site.lessons.mould(
      lesson, course, language, roles: session.roles, isCompleted: completion != nil,
      context.engine.catalogue)
    let values = PageMould.Values(
      name: name, formToken: FormToken.make(context.credential),
      moment: completion?.passedAt.map { language.moment($0) })
    return Response(status: 200, fields: ownPage, body: mould.filled(values))
  }

  private static let ownPage: HeaderFields = [
    "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store",
  ]

  private static func completion(
    of lesson: Lesson, in course: Course, _ context: RequestContext
  ) throws -> Completion? {
    guard let session = context.session else { return nil }
    return try context.engine.completions(of: session.person, in: course)[lesson.slug]
  }

  private static func ready(_ page: Response, _ request: Request) -> Response {
    guard let field = request.fields["if-none-match"], let tag = page.fields["etag"],
      ETag(String(tag.dropFirst().dropLast())).matchesWeakly(field)
    else { return page }
    var fields = page.fields
    fields.remove("content-type")
    return Response(status: 304, fields: fields)
  }

  /// The same page again: with what was right, or with what was chosen and what is missing.
  ///
  /// Whoever has not signed in practises: nothing is kept.
  static func checkpoint(_ context: RequestContext) throws -> Response {
    let (course, lesson) = try CourseAPI.lesson(in: context)
    let tries = try completion(of: lesson, in: course, context)
    var answers = CheckpointAnswers(context.form, lesson, after: tries)
    guard answers.missing.isEmpty else {
      return try answer(context, course, lesson, tries, answers, status: 422)
    }
    guard let session = context.session else {
      answers.checked = try context.engine.practiseLesson(
        course: course.slug, lesson: lesson.slug, choices: answers.choices)
      return try answer(context, course, lesson, nil, answers)
    }
    let result = try context.engine.completeLesson(
      course: course.slug, lesson: lesson.slug, choices: answers.choices, by: session,
      at: context.now)
    answers.checked = result.items
    return try answer(context, course, lesson, result.completion, answers)
  }

  private static func answer(
    _ context: RequestContext, _ course: Course, _ lesson: Lesson, _ completion: Completion?,
    _ answers: CheckpointAnswers?, status: Int = 200
  ) throws -> Response {
    let model = LessonPage(
      lesson, course, text: context.site.lessons.text(lesson, course, context.language),
      completedAt: completion?.passedAt.map { context.language.moment($0) }, tries: completion,
      answers: answers,
      context.engine.catalogue, context.language)
    let chrome = try context.chrome(.lesson(course.slug, lesson.slug))
    return context.page(lessonPage(model, chrome), status: status)
  }
}
