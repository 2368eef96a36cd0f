import Testing

@testable import QuizEngine

@Suite struct RankingTests {
  /// An attempt of `person`; moments and times in seconds after the start of the round.
  static func attempt(
    _ number: Int, person: Int? = nil, score: Int = 0, correct: Int = 0, allCorrect: Bool = false,
    prediction: Int? = nil, time: Int = 0, started: Int = 0, submitted: Int = 0, used: Int = 1,
    registered: Int = 0
  ) -> RankedAttempt {
    RankedAttempt(
      attempt: Given.id(number), person: Given.id(person ?? number),
      score: Points(thousandths: Int64(score) * 1000), correctItems: correct,
      isAllCorrect: allCorrect, prediction: prediction, timeUsed: .seconds(time),
      startedAt: Given.monday + .seconds(started),
      lastChangeAt: Given.monday + .seconds(submitted),
      submittedAt: Given.monday + .seconds(submitted), attemptsUsed: used,
      registeredAt: Given.monday + .seconds(registered))
  }

  static func terms(
    _ measures: [RankingMeasure], counted: CountedAttempt = .best, allCorrect: Bool = false
  ) -> RankingTerms {
    RankingTerms(
      counted: counted, requiresAllCorrect: allCorrect,
      keys: measures.map { RankingKey($0, $0.usualOrder) })
  }

  static func ranks(_ standings: [Standing]) -> [[Int]] {
    standings.map { [$0.rank, Int($0.entry.attempt.number)] }
  }

  /// Vector 1 of the contest rules: 3,195 persons were right; the published winners.
  @Test func `the nearest predictions come first, over and under alike`() {
    let terms = Self.terms([.predictionDistance, .submittedAt])
    let published = [
      Self.attempt(1, prediction: 3_213, submitted: 1),
      Self.attempt(2, prediction: 3_201, submitted: 2),
      Self.attempt(3, prediction: 3_200, submitted: 9),
    ]
    #expect(Self.ranks(terms.rank(published, actual: 3_195)) == [[1, 3], [2, 2], [3, 1]])
    let under = Self.attempt(4, prediction: 3_190, submitted: 5)
    let standings = terms.rank(published + [under], actual: 3_195)
    #expect(Self.ranks(standings) == [[1, 4], [2, 3], [3, 2], [4, 1]])
    #expect(standings.map(\.predictionDistance) == [5, 5, 6, 18])
    #expect(
      standings.map(\.decidedBy) == [nil, .submittedAt, .predictionDistance, .predictionDistance])
  }

  /// Vector 3, chain T4: correct, time, attempts, registration.
  @Test func `fewer attempts come first, then the earlier registration`() {
    let terms = Self.terms([.correctItems, .timeUsed, .attemptsUsed, .registeredAt])
    let attempts = [
      Self.attempt(1, correct: 9, time: 60, used: 3, registered: 1),
      Self.attempt(2, correct: 9, time: 60, used: 2, registered: 8),
      Self.attempt(3, correct: 9, time: 60, used: 2, registered: 4),
    ]
    #expect(Self.ranks(terms.rank(attempts, actual: nil)) == [[1, 3], [2, 2], [3, 1]])
  }

  /// Chain T2: score, distance, time, moment of sign-in of the best attempt.
  @Test func `a chain goes on with its next key only at a tie`() {
    let terms = Self.terms([.score, .predictionDistance, .timeUsed, .startedAt])
    let attempts = [
      Self.attempt(1, score: 300, prediction: 90, time: 50, started: 4),
      Self.attempt(2, score: 300, prediction: 90, time: 50, started: 3),
      Self.attempt(3, score: 300, prediction: 90, time: 40, started: 9),
      Self.attempt(4, score: 300, prediction: 99, time: 99, started: 9),
      Self.attempt(5, score: 290, prediction: 100, time: 1, started: 1),
    ]
    let standings = terms.rank(attempts, actual: 100)
    #expect(standings.map { Int($0.entry.attempt.number) } == [4, 3, 2, 1, 5])
    #expect(
      standings.map(\.decidedBy) == [nil, .predictionDistance, .timeUsed, .startedAt, .score])
  }

  @Test func `ties share a rank and the next rank is skipped`() {
    let attempts = [10, 10, 9, 9, 9, 7].enumerated().map { Self.attempt($0 + 1, score: $1) }
    let standings = Self.terms([.score]).rank(attempts, actual: nil)
    #expect(standings.map(\.rank) == [1, 1, 3, 3, 3, 6])
    #expect(standings.map(\.decidedBy) == [nil, nil, .score, nil, nil, .score])
  }

  @Test(arguments: RankingOrder.allCases)
  func `who made no prediction comes last in either order`(order: RankingOrder) {
    let terms = RankingTerms(
      counted: .best, requiresAllCorrect: false, keys: [RankingKey(.predictionDistance, order)])
    let attempts = [
      Self.attempt(1), Self.attempt(2, prediction: 5), Self.attempt(3, prediction: 5_000),
    ]
    let standings = terms.rank(attempts, actual: 10)
    #expect(standings.last?.entry.prediction == nil)
    #expect(standings.first?.entry.prediction == (order == .ascending ? 5 : 5_000))
  }

  @Test(arguments: [
    (CountedAttempt.best, 2), (.first, 1), (.last, 3),
  ])
  func `one attempt of each person counts`(counted: CountedAttempt, number: Int) {
    let attempts = [
      Self.attempt(1, person: 1, score: 5, started: 10),
      Self.attempt(2, person: 1, score: 9, started: 20),
      Self.attempt(3, person: 1, score: 7, started: 30),
      Self.attempt(4, person: 2, score: 1, started: 0),
    ]
    let standings = Self.terms([.score], counted: counted).rank(attempts, actual: nil)
    #expect(standings.count == 2)
    #expect(standings.first?.entry.attempt.number == UInt128(number))
  }

  @Test func `the best attempt is best by the whole chain`() {
    let attempts = [
      Self.attempt(1, person: 1, score: 9, time: 60),
      Self.attempt(2, person: 1, score: 9, time: 50),
    ]
    let standings = Self.terms([.score, .timeUsed]).rank(attempts, actual: nil)
    #expect(standings.map(\.entry.attempt.number) == [2])
  }

  /// Chain T5: only papers with every item right are ranked, whatever they guessed.
  @Test func `the gate is passed before the best attempt is chosen`() {
    let terms = Self.terms([.predictionDistance, .submittedAt], allCorrect: true)
    let attempts = [
      Self.attempt(1, person: 1, prediction: 100, submitted: 1),
      Self.attempt(2, person: 1, allCorrect: true, prediction: 90, submitted: 2),
      Self.attempt(3, person: 2, prediction: 100, submitted: 3),
    ]
    #expect(Self.ranks(terms.rank(attempts, actual: 100)) == [[1, 2]])
  }

  @Test(arguments: [(CountedAttempt.first, 0), (.last, 1)])
  func `a gate does not choose another first or last attempt`(counted: CountedAttempt, count: Int) {
    let attempts = [
      Self.attempt(1, person: 1, started: 1),
      Self.attempt(2, person: 1, allCorrect: true, started: 2),
    ]
    let terms = Self.terms([.submittedAt], counted: counted, allCorrect: true)
    #expect(terms.rank(attempts, actual: nil).count == count)
  }

  /// Few values, so that ties are common.
  static func random(_ count: Int, _ random: inout Seeded) -> [RankedAttempt] {
    (1...count).map { number in
      attempt(
        number, person: Int.random(in: 1...count / 2, using: &random),
        score: Int.random(in: 0...2, using: &random),
        correct: Int.random(in: 0...2, using: &random),
        allCorrect: Bool.random(using: &random),
        prediction: Bool.random(using: &random) ? Int.random(in: 0...4, using: &random) : nil,
        time: Int.random(in: 0...2, using: &random), started: Int.random(in: 0...2, using: &random),
        submitted: Int.random(in: 0...2, using: &random),
        used: Int.random(in: 1...3, using: &random),
        registered: Int.random(in: 0...2, using: &random))
    }
  }

  static func randomTerms(_ random: inout Seeded) -> RankingTerms {
    RankingTerms(
      counted: CountedAttempt.allCases.randomElement(using: &random) ?? .best,
      requiresAllCorrect: Int.random(in: 0...3, using: &random) == 0,
      keys: RankingMeasure.allCases.shuffled(using: &random)
        .prefix(Int.random(in: 1...4, using: &random))
        .map { RankingKey($0, RankingOrder.allCases.randomElement(using: &random) ?? .ascending) })
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the order of arrival changes nothing`(seed: UInt64) {
    var random = Seeded(seed)
    let attempts = Self.random(24, &random)
    let terms = Self.randomTerms(&random)
    let standings = terms.rank(attempts, actual: 2)
    for _ in 0..<20 {
      #expect(terms.rank(attempts.shuffled(using: &random), actual: 2) == standings, "seed \(seed)")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `standings are a total order by the chain`(seed: UInt64) throws {
    var random = Seeded(seed &* 977)
    let terms = Self.randomTerms(&random)
    let standings = terms.rank(Self.random(30, &random), actual: 2)
    #expect(Set(standings.map(\.entry.person)).count == standings.count)
    for (index, row) in standings.enumerated() {
      for (later, other) in standings.enumerated().dropFirst(index + 1) {
        let decided = decision(row.entry, other.entry, terms)
        #expect(decided != .second, "seed \(seed): rows \(index) and \(later)")
        #expect((decided == .tie) == (row.rank == other.rank), "seed \(seed)")
      }
      #expect(row.rank <= index + 1)
    }
  }

  private enum Decision { case first, second, tie }

  /// The chain said once more, in another way than the rule says it.
  private func decision(
    _ left: RankedAttempt, _ right: RankedAttempt, _ terms: RankingTerms
  ) -> Decision {
    for key in terms.keys {
      let sign: Int64 = key.order == .ascending ? 1 : -1
      let (one, other) = (place(left, key, sign), place(right, key, sign))
      if one < other { return .first }
      if other < one { return .second }
    }
    return .tie
  }

  private func place(_ entry: RankedAttempt, _ key: RankingKey, _ sign: Int64) -> Int64 {
    switch key.measure {
    case .score: sign * entry.score.thousandths
    case .correctItems: sign * Int64(entry.correctItems)
    case .predictionDistance: entry.prediction.map { sign * Int64(abs($0 - 2)) } ?? .max
    case .timeUsed: sign * entry.timeUsed.milliseconds
    case .submittedAt: sign * entry.submittedAt.milliseconds
    case .lastChangeAt: sign * entry.lastChangeAt.milliseconds
    case .startedAt: sign * entry.startedAt.milliseconds
    case .attemptsUsed: sign * Int64(entry.attemptsUsed)
    case .registeredAt: sign * entry.registeredAt.milliseconds
    }
  }

  /// Vector 9: persons and attempts are never mixed.
  @Test func `the four counts of a round stay apart`() {
    let attempts = [
      Self.attempt(1, person: 1, allCorrect: true), Self.attempt(2, person: 1, allCorrect: true),
      Self.attempt(3, person: 1), Self.attempt(4, person: 2, allCorrect: true),
      Self.attempt(5, person: 3),
    ]
    let counts = RoundCounts(attempts)
    #expect(
      counts
        == RoundCounts(attempts: 5, persons: 3, attemptsAllCorrect: 3, personsAllCorrect: 2))
    #expect(PredictionTarget.allCases.map { $0.value(in: counts) } == [2, 3, 3, 5])
  }

  @Test func `a prediction beyond all bounds is far away and no trap`() {
    let terms = Self.terms([.predictionDistance])
    let attempts = [Self.attempt(1, prediction: .min), Self.attempt(2, prediction: .max)]
    let standings = terms.rank(attempts, actual: 1)
    #expect(standings.map(\.predictionDistance) == [.max - 1, .max])
  }
}
