import QuizEngine

/// A checkpoint's form as it was sent: what was chosen, and once checked what came of it.
struct CheckpointAnswers: Sendable {
  /// Chosen letters by the question's number, from 1; those that the question offers.
  let letters: [Int: [OptionLetter]]
  let count: Int
  /// Numbers of the questions that had to be answered: what was right before is not asked again.
  private let open: Set<Int>
  /// Empty while something is missing.
  var checked: [CheckedAnswer] = []

  /// - Parameter tries: what earlier tries came to; nil for whoever only practises.
  init(_ form: Form, _ lesson: Lesson, after tries: Completion?) {
    let questions = lesson.checkpoint?.questions ?? []
    var letters: [Int: [OptionLetter]] = [:]
    for (index, question) in questions.enumerated() {
      let sent = form.all("q-\(index + 1)").compactMap { OptionLetter($0) }
        .filter { question.options.indices.contains($0.index) }
      let chosen = Set(sent).sorted()
      letters[index + 1] = question.kind == .single ? Array(chosen.prefix(1)) : chosen
    }
    (self.letters, count) = (letters, questions.count)
    open = Set(lesson.openQuestions(after: tries).map { $0 + 1 })
  }

  /// Numbers of the questions without a choice, ascending.
  var missing: [Int] { open.filter { letters[$0]?.isEmpty != false }.sorted() }

  /// What the rules read: places of the chosen options, question by question.
  var choices: [Set<Int>] {
    count == 0 ? [] : (1...count).map { Set((letters[$0] ?? []).map(\.index)) }
  }
}
