import QuizEngine

/// Courses, lessons and progress.
enum CourseAPI {
  static func list(_ context: RequestContext) throws -> Response {
    let courses = shown(to: context)
    let own = try courses.map { try progress(in: $0, context) }
    return .json { writer in
      writer.array("items", zip(courses, own)) { writer, pair in
        writer.beginObject()
        writer.course(pair.0, pair.1, context.language)
        writer.endObject()
      }
    }
  }

  /// The courses that are for whoever asks.
  static func shown(to context: RequestContext) -> [Course] {
    context.engine.catalogue.courses.filter { $0.audience.isShown(to: context.session?.roles) }
  }

  static func course(_ context: RequestContext) throws -> Response {
    let course = try Self.course(in: context)
    let own = try progress(in: course, context)
    return .json { writer in
      writer.course(course, own, context.language)
      writer.array("modules", course.modules) { writer, module in
        writer.module(module, own, context.language)
      }
    }
  }

  static func lesson(_ context: RequestContext) throws -> Response {
    let (course, lesson) = try Self.lesson(in: context)
    let tries = try progress(in: course, context)?.tries[lesson.slug]
    let markup = MarkdownDocument(lesson.text[context.language])
      .html(
        MarkdownOptions(
          mediaPrefix: "/courses/\(course.slug)/",
          lawLabel: Words.open.lawOfParagraph[context.language]))
    return .json { writer in
      writer.field("course", course.slug)
      writer.field("slug", lesson.slug)
      writer.field("title", lesson.title[context.language])
      writer.field("minutes", lesson.minutes)
      writer.field("html", markup.text)
      writer.array("laws", lesson.laws) { $0.string($1) }
      writer.field("completedAt", tries?.passedAt)
      writer.tries(tries, lesson)
      if let checkpoint = lesson.checkpoint {
        writer.key("checkpoint")
        writer.beginObject()
        context.site.papers.write(questions: checkpoint, context.language, to: &writer)
        writer.endObject()
      } else {
        writer.field("checkpoint", String?.none)
      }
    }
  }

  /// The letters chosen for each question of the checkpoint; answers with what was right.
  static func complete(_ context: RequestContext) throws -> Response {
    let body = try JSONBody(context.request, members: ["answers"])
    let (course, lesson) = try Self.lesson(in: context)
    let result = try context.engine.completeLesson(
      course: course.slug, lesson: lesson.slug, choices: try choices(body),
      by: context.requireSession(), at: context.now)
    return .json { writer in
      writer.field("completedAt", result.completion.passedAt)
      writer.tries(result.completion, lesson)
      writer.array("items", result.items) { $0.checked($1, lesson, context.language) }
    }
  }

  private static func choices(_ body: JSONBody) throws(RequestFault) -> [Set<Int>] {
    guard let answers = body["answers"] else { return [] }
    guard let list = answers.array, list.count <= 200 else {
      throw .badMember("answers", .malformed)
    }
    var result: [Set<Int>] = []
    for answer in list {
      guard let letters = answer.array?.compactMap({ $0.string.flatMap { OptionLetter($0) } }),
        letters.count == answer.array?.count
      else { throw .badMember("answers", .malformed) }
      result.append(Set(letters.map(\.index)))
    }
    return result
  }

  static func course(in context: RequestContext) throws(Refusal) -> Course {
    guard let course = context.engine.catalogue[context.parameters["course"]],
      course.audience != .library
    else { throw .notFound(.course) }
    return course
  }

  static func lesson(in context: RequestContext) throws(Refusal) -> (Course, Lesson) {
    let course = try course(in: context)
    let slug = context.parameters["lesson"]
    guard let lesson = course.lessons.first(where: { $0.slug == slug }) else {
      throw .notFound(.lesson)
    }
    return (course, lesson)
  }

  /// Nil where nobody is signed in.
  static func progress(
    in course: Course, _ context: RequestContext
  ) throws -> CourseProgress? {
    try context.session.map { try context.engine.progress(of: $0.person, in: course) }
  }
}

extension JSONWriter {
  fileprivate mutating func course(
    _ course: Course, _ progress: CourseProgress?, _ language: Language
  ) {
    field("slug", course.slug)
    field("title", course.title[language])
    field("summary", course.summary[language])
    field("audience", course.audience.rawValue)
    field("grades", course.grades)
    field("periods", course.periods)
    field("lessons", course.lessons.count)
    if let progress {
      field("lessonsDone", progress.lessonsDone)
      field("periodsCredited", progress.periods)
      field("isComplete", progress.isComplete)
    }
  }

  fileprivate mutating func module(
    _ module: CourseModule, _ progress: CourseProgress?, _ language: Language
  ) {
    beginObject()
    field("slug", module.slug)
    field("title", module.title[language])
    field("periods", module.periods)
    field("creditedAt", progress?.credits[module.slug]?.at)
    array("lessons", module.lessons) { writer, lesson in
      writer.beginObject()
      writer.field("slug", lesson.slug)
      writer.field("title", lesson.title[language])
      writer.field("minutes", lesson.minutes)
      writer.field("completedAt", progress?.tries[lesson.slug]?.passedAt)
      writer.endObject()
    }
    key("finalTest")
    if let test = module.finalTest {
      beginObject()
      field("title", test.title[language])
      field("questions", test.draw)
      field("minutes", test.duration.milliseconds / 60_000)
      field("passMark", test.passMark.text())
      field("scale", test.scale.text())
      endObject()
    } else {
      null()
    }
    endObject()
  }

  /// How far somebody is with a checkpoint, over all tries.
  fileprivate mutating func tries(_ tries: Completion?, _ lesson: Lesson) {
    field("tries", tries?.tries ?? 0)
    field("right", tries?.right ?? 0)
    field("asked", lesson.checkpoint?.questions.count ?? 0)
    field("passMark", lesson.passMark)
  }

  fileprivate mutating func checked(
    _ item: CheckedAnswer, _ lesson: Lesson, _ language: Language
  ) {
    let letters = item.question.options.indices.compactMap { OptionLetter(index: $0) }
    beginObject()
    field(
      "number",
      (lesson.checkpoint?.questions.firstIndex { $0.id == item.question.id } ?? 0) + 1)
    field("isCorrect", item.isCorrect)
    array("chosen", letters.filter { item.chosen.contains($0.index) }) { $0.string($1.text) }
    array("right", letters.filter { item.question.options[$0.index].isRight }) {
      $0.string($1.text)
    }
    field("explanation", item.question.explanation[language].plainText)
    endObject()
  }
}
