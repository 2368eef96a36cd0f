@testable import QuizEngine

/// Values that tests begin with; every argument has a plain answer.
enum Given {
  /// Monday 2026-11-23, ten o'clock in Ha Noi.
  static let monday = Instant(milliseconds: 1_795_402_800_000)

  static func text(_ words: String) -> LocalizedText {
    LocalizedText(vi: words, en: words + " (en)")
  }

  static func words(_ words: String) -> LocalizedRichText { LocalizedRichText(plain: text(words)) }

  static func id<Noun>(_ number: Int) -> ID<Noun> { ID(number: UInt128(number)) }

  /// A question whose options carry these weights; one right option of full weight by default.
  static func question(
    _ id: String = "cau-1", kind: QuestionKind = .single, weights: [Int] = [1_000_000, 0, 0, 0],
    topic: String? = nil, level: Int? = nil
  ) -> Question {
    Question(
      id: id, kind: kind, title: text("Câu \(id)"), prompt: words("Hỏi \(id)?"),
      options: weights.enumerated().map { index, weight in
        QuestionOption(text: words("Phương án \(index)"), weight: weight)
      }, explanation: words("Vì sao"), laws: ["L-001"], topic: topic, level: level)
  }

  /// `count` single choice questions, each with four options.
  static func bank(_ count: Int, topic: String? = nil) -> QuestionBank {
    QuestionText.bank((1...max(1, count)).map { question("cau-\(padded($0, 3))", topic: topic) })
  }

  static func item(_ question: Question, slot: Int = 1, order: [Int]? = nil) -> PaperItem {
    PaperItem(slot: slot, question: question, order: order ?? Array(question.options.indices))
  }

  static func sheet(
    rounds: [Window] = [Window(opens: monday, closes: monday + .hours(1))],
    eligibility: Eligibility = Eligibility(roles: [.student]),
    blueprint: Blueprint = Blueprint(
      bank: "khoa-mau/questions/ngan-hang.gift", draws: [Draw(count: 4)], shufflesItems: true,
      shufflesOptions: true),
    attempt: AttemptTerms = AttemptTerms(
      duration: .minutes(20), limit: 2, lateStart: .cutAtClosing, timeBasis: .submission),
    scoring: Scoring = Scoring(perItem: Points(thousandths: 10_000), multiple: .allOrNothing),
    prediction: PredictionTerms? = nil,
    ranking: RankingTerms = RankingTerms(
      counted: .best, requiresAllCorrect: false,
      keys: [RankingKey(.score, .descending), RankingKey(.timeUsed, .ascending)]),
    feedback: FeedbackTerms? = nil,
    board: BoardTerms = BoardTerms(reveal: .closing, top: 100)
  ) -> RuleSheet {
    RuleSheet(
      slug: "cuoc-thi", title: text("Cuộc thi"), summary: text("Thể lệ"), eligibility: eligibility,
      rounds: rounds.enumerated().map {
        Round(title: text("Vòng \($0.offset + 1)"), window: $0.element)
      },
      blueprint: blueprint, attempt: attempt, scoring: scoring, prediction: prediction,
      ranking: ranking,
      // Rounds draw from one bank: what the first shows, the next still asks.
      feedback: feedback
        ?? FeedbackTerms(score: .closing, answers: rounds.count > 1 ? .publication : .closing),
      board: board)
  }

  static func contest(_ sheet: RuleSheet = sheet(), publishedAt: Instant? = nil) -> Contest {
    Contest(
      id: id(1), purpose: .contest, unit: id(2), sheet: sheet,
      bank: Digest(words: SIMD4(repeating: 0)), windows: sheet.rounds.map(\.window),
      createdAt: monday + .days(-7), publishedAt: publishedAt)
  }

  static func person(roles: Set<Role> = [.student], birthYear: Int? = nil) -> Person {
    Person(
      id: id(3), name: "Nguyễn Thị Minh Anh", roles: roles, unit: id(2), birthYear: birthYear,
      registeredAt: monday + .days(-30))
  }

  static func attempt(deadline: Instant = monday + .minutes(20)) -> Attempt {
    Attempt(
      id: id(9), contest: id(1), round: 0, person: id(3), number: 1, seed: Seed(7),
      startedAt: monday, deadline: deadline)
  }

  /// The state of `attempt` after actions at their moments.
  static func state(of attempt: Attempt, after actions: [(Instant, StepAction)]) -> AttemptState {
    var state = AttemptState(genesis: attempt.genesis)
    for (instant, action) in actions {
      state.apply(attempt.nextStep(action, after: state, at: instant))
    }
    return state
  }

  /// Letters such as `ac` as an answer to an item of that kind.
  static func response(_ letters: String, _ kind: QuestionKind = .single) -> Response {
    let chosen = letters.compactMap { OptionLetter(String($0)) }
    guard let first = chosen.first else { return .cleared }
    return kind == .single ? .choice(first) : .choices(chosen)
  }
}
