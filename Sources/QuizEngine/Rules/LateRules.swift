extension Attempt {
  /// How long after the end answers are still taken, as late ones.
  package static let latePeriod = Span(milliseconds: 24 * 3_600_000)

  /// Refuses late answers to an attempt that runs, that its owner handed in, or that ended too long
  /// ago.
  package func requireLate(_ state: AttemptState, at instant: Instant) throws(Refusal) {
    if let closing = state.closing, closing.isSubmitted {
      throw .attemptEnded(at: closing.at, byDeadline: false)
    }
    let end = state.closing?.at ?? deadline
    guard instant >= end else { throw .attemptRuns(until: end) }
    let last = end + Self.latePeriod
    guard instant < last else { throw .closed(since: last) }
  }

  /// What of the answers is new; each must fit the paper.
  ///
  /// - Throws: `Refusal.invalid` when there would be more than three for each item.
  package func newLate(
    _ answers: [LateAnswer], known: [LateDelivery], shapes: [ItemShape], terms: PredictionTerms?
  ) throws(Refusal) -> [LateAnswer] {
    let limit = 3 * (shapes.count + 1)
    guard answers.count <= limit else { throw .invalid(field: "deliveries", .tooLong) }
    var seen = Set(known.map(\.sent.answer))
    var new: [LateAnswer] = []
    for answer in answers {
      switch answer.answer {
      case .saved(let slot, _, let response):
        guard slot >= 1, slot <= shapes.count else { throw .noSuchSlot(slot) }
        guard response.fits(shapes[slot - 1]) else { throw .responseDoesNotFit(slot: slot) }
      case .predicted(_, let value):
        guard let terms else { throw .predictionNotAsked }
        try terms.check(value)
      case .submitted, .expired: throw .invalid(field: "deliveries", .malformed)
      }
      if seen.insert(answer.answer).inserted { new.append(answer) }
    }
    guard known.count + new.count <= limit else { throw .invalid(field: "deliveries", .tooLong) }
    return new
  }
}
