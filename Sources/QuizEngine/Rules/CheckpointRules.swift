/// One question of a checkpoint with what was chosen and whether it is right.
package struct CheckedAnswer: Sendable {
  package let question: Question
  /// Places of the chosen options in the question.
  package let chosen: Set<Int>
  package let isCorrect: Bool
}

extension Lesson {
  /// What came of the choices for each question of the checkpoint; nothing for a lesson without one.
  ///
  /// - Parameter mastered: ids of the questions answered rightly before, which may be left open.
  /// - Throws: `Refusal.invalid` naming the first question without a choice, or with one that it
  ///   does not offer.
  package func checked(
    _ choices: [Set<Int>], knowing mastered: Set<String> = []
  ) throws(Refusal) -> [CheckedAnswer] {
    let questions = checkpoint?.questions ?? []
    guard choices.count == questions.count else {
      throw .invalid(field: "q-\(min(choices.count, questions.count) + 1)", .missing)
    }
    var answers: [CheckedAnswer] = []
    for (index, (question, chosen)) in zip(questions, choices).enumerated() {
      if chosen.isEmpty, mastered.contains(question.id) { continue }
      guard !chosen.isEmpty else { throw .invalid(field: "q-\(index + 1)", .missing) }
      guard chosen.isSubset(of: question.options.indices) else {
        throw .invalid(field: "q-\(index + 1)", .unknown)
      }
      answers.append(
        CheckedAnswer(question: question, chosen: chosen, isCorrect: question.isRight(chosen)))
    }
    return answers
  }
}
