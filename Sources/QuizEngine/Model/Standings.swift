/// What the chain compares of one closed attempt.
package struct RankedAttempt: Hashable, Sendable {
  package let attempt: AttemptID
  package let person: PersonID
  package let score: Points
  package let correctItems: Int
  package let isAllCorrect: Bool
  package let prediction: Int?
  package let timeUsed: Span
  package let startedAt: Instant
  package let lastChangeAt: Instant
  package let submittedAt: Instant
  /// The person's attempts in the round, this one among them.
  package let attemptsUsed: Int
  package let registeredAt: Instant

  package init(
    attempt: AttemptID, person: PersonID, score: Points, correctItems: Int, isAllCorrect: Bool,
    prediction: Int?, timeUsed: Span, startedAt: Instant, lastChangeAt: Instant,
    submittedAt: Instant, attemptsUsed: Int, registeredAt: Instant
  ) {
    self.attempt = attempt
    self.person = person
    self.score = score
    self.correctItems = correctItems
    self.isAllCorrect = isAllCorrect
    self.prediction = prediction
    self.timeUsed = timeUsed
    self.startedAt = startedAt
    self.lastChangeAt = lastChangeAt
    self.submittedAt = submittedAt
    self.attemptsUsed = attemptsUsed
    self.registeredAt = registeredAt
  }
}

/// One row of the standings.
package struct Standing: Hashable, Sendable {
  /// Equal on every key means the same rank; the next rank is skipped accordingly.
  package let rank: Int
  package let entry: RankedAttempt
  /// |prediction − actual|; nil without a prediction.
  package let predictionDistance: Int?
  /// The key that put this row behind the one above it; nil for the first and for ties.
  package let decidedBy: RankingMeasure?

  package init(
    rank: Int, entry: RankedAttempt, predictionDistance: Int?, decidedBy: RankingMeasure?
  ) {
    self.rank = rank
    self.entry = entry
    self.predictionDistance = predictionDistance
    self.decidedBy = decidedBy
  }
}

/// The four counts that must never be mixed (lượt thi, người dự thi, …).
package struct RoundCounts: Hashable, Sendable {
  package let attempts: Int
  package let persons: Int
  package let attemptsAllCorrect: Int
  package let personsAllCorrect: Int

  package init(attempts: Int, persons: Int, attemptsAllCorrect: Int, personsAllCorrect: Int) {
    self.attempts = attempts
    self.persons = persons
    self.attemptsAllCorrect = attemptsAllCorrect
    self.personsAllCorrect = personsAllCorrect
  }
}
