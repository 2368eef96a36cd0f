/// The outcome of a checkpoint, question by question.
package struct CheckpointResult: Sendable {
  package let items: [Item]
  package let completion: Completion

  /// One question with what was chosen and whether it is right.
  package struct Item: Sendable {
    package let question: Question
    package let chosen: Set<Int>
    package let isCorrect: Bool
  }
}

extension Engine {
  /// Grades a lesson's checkpoint and completes the lesson; a lesson without one completes at once.
  ///
  /// - Parameter choices: for each question of the checkpoint the indices of the chosen options.
  /// - Throws: `Refusal.invalid` naming the first question without a choice.
  package func completeLesson(
    course courseSlug: String, lesson lessonSlug: String, choices: [Set<Int>],
    by session: Session, at instant: Instant
  ) throws -> CheckpointResult {
    guard let course = catalogue[courseSlug] else { throw Refusal.notFound(.course) }
    guard let lesson = course.lessons.first(where: { $0.slug == lessonSlug }) else {
      throw Refusal.notFound(.lesson)
    }
    let questions = lesson.checkpoint?.questions ?? []
    guard choices.count == questions.count else {
      throw Refusal.invalid(field: "q-\(min(choices.count, questions.count) + 1)", .missing)
    }
    var items: [CheckpointResult.Item] = []
    for (index, question) in questions.enumerated() {
      let chosen = choices[index]
      guard !chosen.isEmpty else { throw Refusal.invalid(field: "q-\(index + 1)", .missing) }
      guard chosen.isSubset(of: question.options.indices) else {
        throw Refusal.invalid(field: "q-\(index + 1)", .unknown)
      }
      items.append(
        .init(question: question, chosen: chosen, isCorrect: question.isRight(chosen)))
    }
    let completion = Completion(
      person: session.person, course: courseSlug, lesson: lessonSlug, at: instant,
      right: items.count(where: \.isCorrect), asked: items.count)
    try write {
      try $0.connection.completions.record(completion, courseDigest: course.digest)
    }
    completions.forget(session.person, course: courseSlug)
    return CheckpointResult(items: items, completion: completion)
  }
}
