extension Scoring {
  /// The verdict on one item; a cleared or missing answer earns nothing.
  package func grade(_ item: PaperItem, _ response: Response?) -> Verdict {
    let options = item.options
    let chosen = Set((response?.letters ?? []).map(\.index))
    let right = Set(options.indices.filter { options[$0].isRight })
    let isCorrect = !right.isEmpty && chosen == right
    if isCorrect { return Verdict(points: perItem, isCorrect: true) }
    guard item.question.kind == .multiple, multiple == .partial else {
      return Verdict(points: .zero, isCorrect: false)
    }
    let weight = chosen.reduce(0) { sum, index in
      options.indices.contains(index) ? sum + options[index].weight : sum
    }
    return Verdict(points: perItem.share(millionths: max(0, weight)), isCorrect: false)
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
