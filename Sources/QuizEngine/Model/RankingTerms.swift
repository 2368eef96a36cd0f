/// The prediction question: a number known only after closing.
package struct PredictionTerms: Hashable, Sendable {
  package let target: PredictionTarget
  package let question: LocalizedText
  package let minimum: Int
  package let maximum: Int

  package init(target: PredictionTarget, question: LocalizedText, minimum: Int, maximum: Int) {
    self.target = target
    self.question = question
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// What the prediction is compared with, counted over the round at its close.
package enum PredictionTarget: String, CaseIterable, Sendable {
  case personsAllCorrect = "persons-all-correct"
  case attemptsAllCorrect = "attempts-all-correct"
  case persons
  case attempts
}

/// Which attempts are ranked and by which chain of keys.
package struct RankingTerms: Hashable, Sendable {
  package let counted: CountedAttempt
  /// Only papers with every item right are ranked.
  package let requiresAllCorrect: Bool
  package let keys: [RankingKey]

  package init(counted: CountedAttempt, requiresAllCorrect: Bool, keys: [RankingKey]) {
    self.counted = counted
    self.requiresAllCorrect = requiresAllCorrect
    self.keys = keys
  }
}

/// Which of a person's attempts in a round ranks.
package enum CountedAttempt: String, CaseIterable, Sendable {
  /// The first by the whole chain among those that pass the gate.
  case best
  case first
  case last
}

/// One link of the chain.
package struct RankingKey: Hashable, Sendable {
  package let measure: RankingMeasure
  package let order: RankingOrder

  package init(_ measure: RankingMeasure, _ order: RankingOrder) {
    self.measure = measure
    self.order = order
  }
}

/// What two attempts are compared by.
package enum RankingMeasure: String, CaseIterable, Sendable {
  case score
  case correctItems = "correct-items"
  case predictionDistance = "prediction-distance"
  case timeUsed = "time-used"
  case submittedAt = "submitted-at"
  case lastChangeAt = "last-change-at"
  case startedAt = "started-at"
  case attemptsUsed = "attempts-used"
  case registeredAt = "registered-at"

  /// The order nearly every sheet means: more points first, everything else the smaller first.
  package var usualOrder: RankingOrder {
    switch self {
    case .score, .correctItems: .descending
    case .predictionDistance, .timeUsed, .submittedAt, .lastChangeAt, .startedAt, .attemptsUsed,
      .registeredAt:
      .ascending
    }
  }
}

/// Which of two unequal values comes first.
package enum RankingOrder: String, CaseIterable, Sendable {
  case ascending
  case descending
}

/// When the person sees what of their own attempt.
package struct FeedbackTerms: Hashable, Sendable {
  package let score: RevealMoment
  package let answers: RevealMoment

  package init(score: RevealMoment, answers: RevealMoment) {
    self.score = score
    self.answers = answers
  }
}

/// The moment from which something may be shown.
package enum RevealMoment: String, CaseIterable, Comparable, Sendable {
  case submission
  case closing
  case publication
  case never

  package static func < (left: RevealMoment, right: RevealMoment) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// The public board.
package struct BoardTerms: Hashable, Sendable {
  package let reveal: RevealMoment
  package let top: Int

  package init(reveal: RevealMoment, top: Int) {
    self.reveal = reveal
    self.top = top
  }
}
