package typealias AttemptID = ID<Attempt>

/// One person's timed go at one round: who, what, with which paper, until when.
package struct Attempt: Hashable, Sendable {
  package let id: AttemptID
  package let contest: ContestID
  /// Index of the round in the rule sheet, from 0.
  package let round: Int
  package let person: PersonID
  /// 1 for the person's first attempt in this round.
  package let number: Int
  package let seed: Seed
  package let startedAt: Instant
  /// The first moment at which a save is too late.
  package let deadline: Instant

  package init(
    id: AttemptID, contest: ContestID, round: Int, person: PersonID, number: Int, seed: Seed,
    startedAt: Instant, deadline: Instant
  ) {
    self.id = id
    self.contest = contest
    self.round = round
    self.person = person
    self.number = number
    self.seed = seed
    self.startedAt = startedAt
    self.deadline = deadline
  }
}

/// The questions one person was dealt, with the order of their options.
package struct Paper: Hashable, Sendable {
  package let items: [PaperItem]

  package init(items: [PaperItem]) {
    self.items = items
  }

  /// The item at `slot`, counting from 1; nil outside the paper.
  package subscript(slot slot: Int) -> PaperItem? {
    slot >= 1 && slot <= items.count ? items[slot - 1] : nil
  }
}

/// One dealt question: letter `a` shows `question.options[order[0]]`.
package struct PaperItem: Hashable, Sendable {
  /// Place in the paper, from 1.
  package let slot: Int
  package let question: Question
  package let order: [Int]

  package init(slot: Int, question: Question, order: [Int]) {
    self.slot = slot
    self.question = question
    self.order = order
  }

  /// The options in dealt order.
  package var options: [QuestionOption] {
    order.compactMap { question.options.indices.contains($0) ? question.options[$0] : nil }
  }
}

/// What a save must fit: all that the save path needs of an item.
package struct ItemShape: Hashable, Sendable {
  package let kind: QuestionKind
  package let optionCount: Int

  package init(kind: QuestionKind, optionCount: Int) {
    self.kind = kind
    self.optionCount = optionCount
  }
}

extension Paper {
  /// The shapes of the items, in slot order.
  package var shapes: [ItemShape] {
    items.map { ItemShape(kind: $0.question.kind, optionCount: $0.order.count) }
  }
}
