extension RankingTerms {
  /// The standings of a round: one counted attempt per person, ordered by the chain.
  ///
  /// - Parameters:
  ///   - attempts: every closed attempt of the round.
  ///   - actual: the number the prediction is measured against; nil without a prediction.
  package func rank(_ attempts: [RankedAttempt], actual: Int?) -> [Standing] {
    let chain = Chain(keys: keys, actual: actual)
    let counted = countedAttempts(of: attempts, by: chain).filter(passesGate)
      .sorted { chain.compare($0, $1)?.leftFirst ?? ($0.attempt < $1.attempt) }
    var standings: [Standing] = []
    for (index, entry) in counted.enumerated() {
      let outcome = index == 0 ? nil : chain.compare(counted[index - 1], entry)
      let isTied = index > 0 && outcome == nil
      standings.append(
        Standing(
          rank: isTied ? standings[index - 1].rank : index + 1, entry: entry,
          predictionDistance: chain.distance(entry), decidedBy: outcome?.measure))
    }
    return standings
  }

  private func passesGate(_ entry: RankedAttempt) -> Bool {
    !requiresAllCorrect || entry.isAllCorrect
  }

  /// The gate is part of being best; the first or last attempt is what it is.
  private func countedAttempts(of attempts: [RankedAttempt], by chain: Chain) -> [RankedAttempt] {
    Dictionary(grouping: attempts, by: \.person).values.compactMap { own in
      switch counted {
      case .best:
        own.filter(passesGate).min { chain.compare($0, $1)?.leftFirst ?? ($0.attempt < $1.attempt) }
      case .first: own.min { ($0.startedAt, $0.attempt) < ($1.startedAt, $1.attempt) }
      case .last: own.max { ($0.startedAt, $0.attempt) < ($1.startedAt, $1.attempt) }
      }
    }
  }
}

extension PredictionTarget {
  /// The actual number, from the counts of the closed round.
  package func value(in counts: RoundCounts) -> Int {
    switch self {
    case .personsAllCorrect: counts.personsAllCorrect
    case .attemptsAllCorrect: counts.attemptsAllCorrect
    case .persons: counts.persons
    case .attempts: counts.attempts
    }
  }
}

extension RoundCounts {
  /// Counts persons and attempts apart.
  package init(_ attempts: [RankedAttempt]) {
    let allCorrect = attempts.filter(\.isAllCorrect)
    self.init(
      attempts: attempts.count, persons: Set(attempts.map(\.person)).count,
      attemptsAllCorrect: allCorrect.count,
      personsAllCorrect: Set(allCorrect.map(\.person)).count)
  }
}

/// The sheet's keys, compared one after the other.
private struct Chain {
  let keys: [RankingKey]
  let actual: Int?

  /// Who comes first and by which key; nil when all keys are equal.
  func compare(
    _ left: RankedAttempt, _ right: RankedAttempt
  ) -> (leftFirst: Bool, measure: RankingMeasure)? {
    for key in keys {
      let values = (value(key.measure, left), value(key.measure, right))
      switch values {
      case (let one?, let other?) where one != other:
        return ((one < other) == (key.order == .ascending), key.measure)
      case (nil, .some): return (false, key.measure)
      case (.some, nil): return (true, key.measure)
      default: continue
      }
    }
    return nil
  }

  func distance(_ entry: RankedAttempt) -> Int? {
    guard let actual, let prediction = entry.prediction else { return nil }
    let (difference, overflow) = prediction.subtractingReportingOverflow(actual)
    return overflow ? .max : Int(clamping: difference.magnitude)
  }

  /// The value compared; nil (no prediction) ranks last in either order.
  private func value(_ measure: RankingMeasure, _ entry: RankedAttempt) -> Int64? {
    switch measure {
    case .score: entry.score.thousandths
    case .correctItems: Int64(entry.correctItems)
    case .predictionDistance: distance(entry).map(Int64.init)
    case .timeUsed: entry.timeUsed.milliseconds
    case .submittedAt: entry.submittedAt.milliseconds
    case .lastChangeAt: entry.lastChangeAt.milliseconds
    case .startedAt: entry.startedAt.milliseconds
    case .attemptsUsed: Int64(entry.attemptsUsed)
    case .registeredAt: entry.registeredAt.milliseconds
    }
  }
}
