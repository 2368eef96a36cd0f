extension Lesson {
  /// What a person's tries come to after one more.
  ///
  /// Whatever was right once stays right, so that only the wrong ones come again; passed stays
  /// passed, also when the course asks for more later.
  package func completion(
    after before: Completion?, _ answers: [CheckedAnswer], by person: PersonID, course: String,
    at instant: Instant
  ) -> Completion {
    let questions = checkpoint?.questions ?? []
    let known = before?.mastered ?? []
    let nowRight = Set(answers.filter(\.isCorrect).map(\.question.id))
    let mastered = known.union(nowRight).intersection(questions.map(\.id))
    let passedAt = before?.passedAt ?? (mastered.count >= passMark ? instant : nil)
    // Of what was recognised before tries were kept, only the count is known.
    let counted = before.map { $0.isPassed && $0.asked == questions.count ? $0.right : 0 } ?? 0
    return Completion(
      person: person, course: course, lesson: slug, at: before?.at ?? instant,
      passedAt: passedAt, right: max(mastered.count, counted), asked: questions.count,
      mastered: mastered, tries: (before?.tries ?? 0) + 1)
  }

  /// Places of the questions the person is still asked: all before the first try, once passed, and
  /// when the course dropped those that were wrong.
  package func openQuestions(after tries: Completion?) -> [Int] {
    let questions = checkpoint?.questions ?? []
    guard let tries, !tries.isPassed else { return Array(questions.indices) }
    let open = questions.indices.filter { !tries.mastered.contains(questions[$0].id) }
    return open.isEmpty ? Array(questions.indices) : open
  }
}
