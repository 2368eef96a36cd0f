/// The outcome of a checkpoint, question by question.
package struct CheckpointResult: Sendable {
  package let items: [CheckedAnswer]
  package let completion: Completion
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
    let (course, lesson) = try lesson(lessonSlug, course: courseSlug)
    let items = try lesson.checked(choices)
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
