import Testing

@testable import QuizEngine

/// An answer to an item and what it earns.
struct GradingCase: Sendable, CustomTestStringConvertible {
  let weights: [Int]
  var kind = QuestionKind.single
  var multiple = MultipleScoring.allOrNothing
  let letters: String
  let thousandths: Int64
  let isCorrect: Bool

  var testDescription: String { "\(weights) \(multiple) answered “\(letters)”" }
}

@Suite struct GradingTests {
  static let whole = 1_000_000
  static let pair = [500_000, 500_000, -500_000, -500_000]
  static let thirds = [333_330, 333_330, 333_330, -1_000_000]

  static let cases: [GradingCase] = [
    .init(weights: [whole, 0, 0], letters: "a", thousandths: 10_000, isCorrect: true),
    .init(weights: [whole, 0, 0], letters: "b", thousandths: 0, isCorrect: false),
    .init(weights: [whole, 0, 0], letters: "", thousandths: 0, isCorrect: false),
    // GIFT lets two options be fully right, and one half right beside a right one.
    .init(weights: [whole, whole, 0], letters: "a", thousandths: 10_000, isCorrect: true),
    .init(weights: [whole, whole, 0], letters: "b", thousandths: 10_000, isCorrect: true),
    .init(weights: [whole, 500_000, 0], letters: "a", thousandths: 10_000, isCorrect: true),
    .init(weights: [whole, 500_000, 0], letters: "b", thousandths: 0, isCorrect: false),
    .init(
      weights: [whole, 500_000, 0], multiple: .partial, letters: "b", thousandths: 5_000,
      isCorrect: false),
    .init(weights: pair, kind: .multiple, letters: "ab", thousandths: 10_000, isCorrect: true),
    .init(weights: pair, kind: .multiple, letters: "a", thousandths: 0, isCorrect: false),
    .init(weights: pair, kind: .multiple, letters: "abc", thousandths: 0, isCorrect: false),
    .init(weights: pair, kind: .multiple, letters: "", thousandths: 0, isCorrect: false),
    .init(
      weights: pair, kind: .multiple, multiple: .partial, letters: "ab", thousandths: 10_000,
      isCorrect: true),
    .init(
      weights: pair, kind: .multiple, multiple: .partial, letters: "a", thousandths: 5_000,
      isCorrect: false),
    .init(
      weights: pair, kind: .multiple, multiple: .partial, letters: "abc", thousandths: 5_000,
      isCorrect: false),
    .init(
      weights: pair, kind: .multiple, multiple: .partial, letters: "cd", thousandths: 0,
      isCorrect: false),
    .init(
      weights: pair, kind: .multiple, multiple: .partial, letters: "abcd", thousandths: 0,
      isCorrect: false),
    .init(
      weights: thirds, kind: .multiple, multiple: .partial, letters: "abc", thousandths: 10_000,
      isCorrect: true),
    .init(
      weights: thirds, kind: .multiple, multiple: .partial, letters: "ab", thousandths: 6_667,
      isCorrect: false),
  ]

  @Test(arguments: cases)
  func `an answer earns what the sheet says`(grading: GradingCase) {
    let scoring = Scoring(perItem: Points(thousandths: 10_000), multiple: grading.multiple)
    let item = Given.item(Given.question(kind: grading.kind, weights: grading.weights))
    let verdict = scoring.grade(item, Given.response(grading.letters, grading.kind))
    #expect(verdict.points.thousandths == grading.thousandths)
    #expect(verdict.isCorrect == grading.isCorrect)
  }

  @Test func `letters mean the options in the order in which they were dealt`() {
    let scoring = Scoring(perItem: Points(thousandths: 1_000), multiple: .allOrNothing)
    let item = Given.item(Given.question(weights: [0, 0, 1_000_000]), order: [2, 0, 1])
    #expect(scoring.grade(item, Given.response("a")).isCorrect)
    #expect(!scoring.grade(item, Given.response("c")).isCorrect)
  }

  @Test func `no answer to any item ever earns less than nothing or more than the item`() {
    var random = Seeded(5)
    for _ in 0..<2_000 {
      let weights = (0..<Int.random(in: 2...6, using: &random)).map { _ in
        Int.random(in: -10...10, using: &random) * 100_000
      }
      let letters = weights.indices.filter { _ in Bool.random(using: &random) }
        .compactMap { OptionLetter(index: $0) }
      let item = Given.item(Given.question(kind: .multiple, weights: weights))
      for multiple in MultipleScoring.allCases {
        let scoring = Scoring(perItem: Points(thousandths: 5_000), multiple: multiple)
        let verdict = scoring.grade(item, letters.isEmpty ? .cleared : .choices(letters))
        #expect(
          Points.zero <= verdict.points && verdict.points <= scoring.perItem, "\(weights)")
      }
    }
  }

  @Test func `a paper adds its items up and counts the right ones`() {
    let items = (1...4).map { Given.item(Given.question("cau-\($0)"), slot: $0) }
    let attempt = Given.attempt()
    let answers: [(Instant, StepAction)] = [
      (Given.monday, .saved(slot: 1, revision: 1, response: Given.response("a"))),
      (Given.monday, .saved(slot: 2, revision: 1, response: Given.response("b"))),
      (Given.monday, .saved(slot: 4, revision: 1, response: Given.response("a"))),
    ]
    let scoring = Scoring(perItem: Points(thousandths: 250), multiple: .allOrNothing)
    let state = Given.state(of: attempt, after: answers)
    let result = scoring.grade(Paper(items: items), state)
    #expect(result == PaperResult(points: Points(thousandths: 500), correctItems: 2, itemCount: 4))
    #expect(!result.isAllCorrect)
    #expect(!scoring.grade(Paper(items: []), state).isAllCorrect)
  }

  @Test(arguments: [
    ("a", QuestionKind.single, 3, true), ("c", .single, 3, true), ("d", .single, 3, false),
    ("ab", .multiple, 3, true), ("ad", .multiple, 3, false), ("", .single, 3, true),
    ("", .multiple, 3, true),
  ])
  func `a response fits the form of its item`(
    letters: String, kind: QuestionKind, options: Int, fits: Bool
  ) {
    let shape = ItemShape(kind: kind, optionCount: options)
    #expect(Given.response(letters, kind).fits(shape) == fits)
  }

  @Test func `one choice does not fit several, nor several one`() {
    let single = ItemShape(kind: .single, optionCount: 4)
    let multiple = ItemShape(kind: .multiple, optionCount: 4)
    #expect(!Given.response("a", .single).fits(multiple))
    #expect(!Given.response("a", .multiple).fits(single))
  }
}
