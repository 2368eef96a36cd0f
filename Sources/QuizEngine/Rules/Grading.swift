extension Scoring {
  /// The verdict on one item; a cleared or missing answer earns nothing.
  package func grade(_ item: PaperItem, _ response: Response?) -> Verdict {
    let letters = response?.letters ?? []
    let chosen = letters.map(\.index).filter(item.order.indices.contains).map { item.order[$0] }
    if item.question.isRight(chosen) { return Verdict(points: perItem, isCorrect: true) }
    guard multiple == .partial else { return Verdict(points: .zero, isCorrect: false) }
    let weight = item.question.options.enumerated()
      .reduce(0) { $0 + (chosen.contains($1.offset) ? $1.element.weight : 0) }
    let share = max(0, min(weight, QuestionOption.wholeWeight))
    return Verdict(points: perItem.share(millionths: share), isCorrect: false)
  }

  /// The result of a whole paper.
  package func grade(_ paper: Paper, _ state: AttemptState) -> PaperResult {
    var points = Points.zero
    var correct = 0
    for item in paper.items {
      let verdict = grade(item, state.answers[item.slot]?.response)
      points = points + verdict.points
      if verdict.isCorrect { correct += 1 }
    }
    return PaperResult(points: points, correctItems: correct, itemCount: paper.items.count)
  }
}

extension Question {
  /// Whether exactly the right options are chosen, by their place in the question.
  ///
  /// Where one is chosen any option worth everything is right: GIFT allows several of them, and
  /// options worth a part beside them.
  package func isRight(_ chosen: some Collection<Int>) -> Bool {
    guard !chosen.isEmpty, chosen.allSatisfy(options.indices.contains) else { return false }
    switch kind {
    case .multiple: return options.indices.allSatisfy { chosen.contains($0) == options[$0].isRight }
    case .single:
      guard chosen.count == 1, let place = chosen.first else { return false }
      return options[place].weight >= QuestionOption.wholeWeight
    }
  }
}

/// The score of one paper.
package struct PaperResult: Hashable, Sendable {
  package let points: Points
  package let correctItems: Int
  package let itemCount: Int

  package var isAllCorrect: Bool { itemCount > 0 && correctItems == itemCount }
}

extension Response {
  /// The letters chosen, ascending.
  package var letters: [OptionLetter] {
    switch self {
    case .cleared: []
    case .choice(let letter): [letter]
    case .choices(let letters): letters
    }
  }

  /// Whether the answer has the form that the item asks for.
  package func fits(_ shape: ItemShape) -> Bool {
    guard letters.allSatisfy({ $0.index < shape.optionCount }) else { return false }
    switch (self, shape.kind) {
    case (.cleared, _), (.choice, .single), (.choices, .multiple): return true
    case (.choice, .multiple), (.choices, .single): return false
    }
  }
}
