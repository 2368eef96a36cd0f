/// The outcome of a checkpoint, question by question.
package struct CheckpointResult: Sendable {
  /// The questions asked this time.
  package let items: [CheckedAnswer]
  /// What all tries come to.
  package let completion: Completion
}

extension Engine {
  /// Grades a try at a lesson's checkpoint and completes the lesson once enough was right.
  ///
  /// It may take as many tries as it takes; a lesson without a checkpoint completes at once.
  ///
  /// - Parameter choices: for each question of the checkpoint the indices of the chosen options;
  ///   none where the question was answered rightly in an earlier try.
  /// - Throws: `Refusal.invalid` naming the first question without a choice.
  package func completeLesson(
    course courseSlug: String, lesson lessonSlug: String, choices: [Set<Int>],
    by session: Session, at instant: Instant
  ) throws -> CheckpointResult {
    let (course, lesson) = try lesson(lessonSlug, course: courseSlug)
    let (person, digest) = (session.person, course.digest)
    let result = try write(by: .person(session)) { transaction in
      let table = transaction.connection.completions
      let before = try table.completion(of: person, course: courseSlug, lesson: lessonSlug)
      let items = try lesson.checked(choices, knowing: before?.mastered ?? [])
      let completion = lesson.completion(
        after: before, items, by: person, course: courseSlug, at: instant)
      try table.record(completion, courseDigest: digest)
      return CheckpointResult(items: items, completion: completion)
    }
    completions.forget(person, course: courseSlug)
    return result
  }
}
