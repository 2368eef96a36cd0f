import Testing

@testable import QuizEngine

@Suite struct DealingTests {
  static let mixed: [Question] = (1...30).map { number in
    Given.question(
      "cau-\(padded(number, 2))", topic: ["luat", "du-lieu", "lua-dao"][number % 3],
      level: number % 2 + 1)
  }
  static let bank = QuestionText.bank(mixed)

  static func blueprint(_ draws: [Draw], items: Bool = true, options: Bool = true) -> Blueprint {
    Blueprint(bank: "b", draws: draws, shufflesItems: items, shufflesOptions: options)
  }

  static let draws = [Draw(count: 4, topic: "luat"), Draw(count: 3, level: 2), Draw(count: 5)]

  @Test func `the same seed and questions give the same paper`() throws {
    var random = Seeded(11)
    for _ in 0..<200 {
      let seed = Seed(random.next())
      let paper = try Self.blueprint(Self.draws).deal(Self.bank, seed: seed)
      let shuffled = QuestionText.bank(Self.mixed.shuffled(using: &random))
      #expect(paper == (try Self.blueprint(Self.draws).deal(Self.bank, seed: seed)))
      #expect(paper == (try Self.blueprint(Self.draws).deal(shuffled, seed: seed)), "\(seed)")
    }
  }

  @Test func `a paper keeps its draws, its slots and no question twice`() throws {
    var random = Seeded(12)
    for _ in 0..<500 {
      let seed = Seed(random.next())
      let paper = try Self.blueprint(Self.draws).deal(Self.bank, seed: seed)
      #expect(paper.items.map(\.slot) == Array(1...12))
      #expect(Set(paper.items.map(\.question.id)).count == 12)
      #expect(paper.items.count { $0.question.topic == "luat" } >= 4)
      #expect(paper.items.count { $0.question.level == 2 } >= 3)
      for item in paper.items {
        #expect(item.order.sorted() == Array(item.question.options.indices))
      }
    }
  }

  @Test func `without shuffling the draws and the options keep their order`() throws {
    let draws = [Draw(count: 2, topic: "luat"), Draw(count: 2, topic: "lua-dao")]
    for seed in 1...50 {
      let paper = try Self.blueprint(draws, items: false, options: false)
        .deal(Self.bank, seed: Seed(UInt64(seed)))
      #expect(paper.items.map(\.question.topic) == ["luat", "luat", "lua-dao", "lua-dao"])
      #expect(paper.items.allSatisfy { $0.order == [0, 1, 2, 3] })
    }
  }

  /// Chi-square over 10,000 seeds; the bound is the 99.999 % point, the seeds never change.
  @Test func `questions, places and option orders are dealt evenly`() throws {
    let bank = Given.bank(8)
    let blueprint = Self.blueprint([Draw(count: 4)])
    var chosen: [String: Int] = [:]
    var first: [String: Int] = [:]
    var orders: [[Int]: Int] = [:]
    for seed in 0..<10_000 {
      let paper = try blueprint.deal(bank, seed: Seed(UInt64(seed)))
      for item in paper.items { chosen[item.question.id, default: 0] += 1 }
      first[paper.items[0].question.id, default: 0] += 1
      orders[paper.items[0].order, default: 0] += 1
    }
    #expect(chosen.count == 8 && first.count == 8 && orders.count == 24)
    #expect(chiSquare(chosen.values, expected: 5_000) < 36)
    #expect(chiSquare(first.values, expected: 1_250) < 36)
    #expect(chiSquare(orders.values, expected: 10_000.0 / 24) < 68)
  }

  private func chiSquare(_ counts: some Collection<Int>, expected: Double) -> Double {
    counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  static let tooSmall: [([Draw], Refusal)] = [
    ([Draw(count: 31)], .bankTooSmall(topic: nil, level: nil, wanted: 31, found: 30)),
    (
      [Draw(count: 11, topic: "luat")],
      .bankTooSmall(topic: "luat", level: nil, wanted: 11, found: 10)
    ),
    (
      [Draw(count: 10, topic: "luat"), Draw(count: 1, topic: "luat", level: 1)],
      .bankTooSmall(topic: "luat", level: 1, wanted: 1, found: 0)
    ),
    (
      [Draw(count: 1, topic: "khac")], .bankTooSmall(topic: "khac", level: nil, wanted: 1, found: 0)
    ),
    ([Draw(count: 1, level: 9)], .bankTooSmall(topic: nil, level: 9, wanted: 1, found: 0)),
  ]

  @Test(arguments: tooSmall)
  func `a bank that is too small is refused`(draws: [Draw], refusal: Refusal) {
    #expect(throws: refusal) {
      try Self.blueprint(draws).deal(Self.bank, seed: Seed(1))
    }
  }

  /// The published sequence of SplitMix64 for the seed 1234567.
  @Test func `the generator gives the numbers of its publication`() {
    var generator = SplitMix64(seed: Seed(1_234_567))
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }
}
