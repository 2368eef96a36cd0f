/// Everything known of an attempt: the fold of its steps.
package struct AttemptState: Hashable, Sendable {
  package private(set) var answers: [Int: SavedAnswer] = [:]
  package private(set) var prediction: SavedPrediction?
  package private(set) var closing: Closing?
  /// The moment of the last save that changed something; nil before the first.
  package private(set) var lastChange: Instant?
  package private(set) var sequence = 0
  /// A fold of the saves like the rest: neither a restart nor an undone batch gives anything back.
  package private(set) var pace = SavePace()
  /// Digest of the last step, or of the attempt's own facts before the first.
  package private(set) var head: Digest

  package init(genesis: Digest) {
    head = genesis
  }

  /// Appends one step.
  package mutating func apply(_ step: Step) {
    sequence = step.sequence
    head = step.digest
    let receipt = Receipt(sequence: step.sequence, digest: step.digest)
    switch step.action {
    case .saved(let slot, let revision, let response):
      lastChange = step.at
      pace.count(at: step.at)
      answers[slot] = SavedAnswer(
        revision: revision, response: response, savedAt: step.at, receipt: receipt)
    case .predicted(let revision, let value):
      lastChange = step.at
      pace.count(at: step.at)
      prediction = SavedPrediction(
        revision: revision, value: value, savedAt: step.at, receipt: receipt)
    case .submitted:
      closing = Closing(at: step.at, isSubmitted: true, receipt: receipt)
    case .expired:
      closing = Closing(at: step.at, isSubmitted: false, receipt: receipt)
    }
  }

  /// How many items have an answer now.
  package var answeredCount: Int { answers.values.count { $0.response != .cleared } }
}

/// The answer that counts for one slot, with the proof of its save.
package struct SavedAnswer: Hashable, Sendable {
  package let revision: Int
  package let response: Response
  package let savedAt: Instant
  package let receipt: Receipt
}

/// The prediction that counts.
package struct SavedPrediction: Hashable, Sendable {
  package let revision: Int
  package let value: Int
  package let savedAt: Instant
  package let receipt: Receipt
}

/// How and when an attempt ended.
package struct Closing: Hashable, Sendable {
  package let at: Instant
  /// False when the deadline ended it.
  package let isSubmitted: Bool
  package let receipt: Receipt
}

/// What an ended attempt came to; written once, when it ends.
package struct AttemptOutcome: Hashable, Sendable {
  package let closedAt: Instant
  package let byDeadline: Bool
  package let points: Points
  package let correctItems: Int
  package let isAllCorrect: Bool
  package let prediction: Int?
  package let timeUsed: Span
  package let lastChangeAt: Instant?

  package init(
    closedAt: Instant, byDeadline: Bool, points: Points, correctItems: Int, isAllCorrect: Bool,
    prediction: Int?, timeUsed: Span, lastChangeAt: Instant?
  ) {
    self.closedAt = closedAt
    self.byDeadline = byDeadline
    self.points = points
    self.correctItems = correctItems
    self.isAllCorrect = isAllCorrect
    self.prediction = prediction
    self.timeUsed = timeUsed
    self.lastChangeAt = lastChangeAt
  }
}
