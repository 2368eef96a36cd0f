import Testing

@testable import QuizEngine

@Suite struct RuleSheetRoundTripTests {
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `a sheet that is written is read back as it was`(seed: UInt64) throws {
    var random = SheetDice(seed: seed)
    let sheet = random.sheet()
    let bytes = sheet.json.encoded()
    #expect(try RuleSheetReader.read(bytes, file: "de.json") == sheet)
    #expect(try RuleSheetReader.read(bytes, file: "de.json").json.encoded() == bytes)
  }

  @Test func `a final test is read back from the store and from nowhere else`() throws {
    var random = SheetDice(seed: 1)
    let sheet = random.sheet(
      training: TrainingTerms(lessons: ["bai-mot", "bai-hai"], periods: 4))
    let bytes = sheet.json.encoded()
    #expect(try RuleSheetReader.read(bytes, file: "de.json", isStored: true) == sheet)
    #expect(throws: SourceIssues.self) { try RuleSheetReader.read(bytes, file: "de.json") }
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `a question that is stored is read back as it was`(seed: UInt64) throws {
    var random = SheetDice(seed: seed)
    let question = random.question()
    #expect(try QuestionText.decode(QuestionText.encode(question)) == question)
    let other = QuestionText.bank([question, Given.question("khac")])
    #expect(QuestionText.bank([question, Given.question("khac")]) == other)
    #expect(QuestionText.bank([Given.question("khac"), question]).digest != other.digest)
  }
}

/// Throws sheets and questions that keep the reader's rules.
private struct SheetDice {
  private var random: Seeded

  init(seed: UInt64) {
    random = Seeded(seed)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }
  private mutating func coin() -> Bool { .random(using: &random) }
  private mutating func maybe<Value>(_ value: (inout SheetDice) -> Value) -> Value? {
    coin() ? value(&self) : nil
  }

  /// Words, marks and blocks of every kind, also such as Markdown would read otherwise.
  private mutating func rich() -> LocalizedRichText {
    LocalizedRichText(vi: RichText(blocks(depth: 0)), en: RichText(plain: text().english))
  }

  private mutating func blocks(depth: Int) -> [TextBlock] {
    (0..<number(1...3)).map { _ in
      switch number(0...(depth < 2 ? 5 : 2)) {
      case 0: .code("a  b\n*c*")
      case 1: .paragraph([.text("2*3*4 và __init__")])
      case 2: .paragraph(spans(depth: 0))
      case 3:
        .list(
          [blocks(depth: depth + 1), blocks(depth: depth + 1)], start: maybe { $0.number(1...9) })
      case 4: .quote(blocks(depth: depth + 1))
      default:
        .table([
          [
            RichTextCell(isHeading: coin(), content: spans(depth: 0)),
            RichTextCell(isHeading: false, content: []),
          ]
        ])
      }
    } + (depth == 0 && number(0...9) == 0 ? [.image(id: "hinh-1", description: "Sơ đồ")] : [])
  }

  private mutating func spans(depth: Int) -> [TextSpan] {
    (0..<number(1...3)).map { _ in
      switch number(0...(depth < 3 ? 8 : 3)) {
      case 0: .text(text().vietnamese)
      case 1: .lineBreak
      case 2: .code("<b>")
      case 3: .formula("\\(x^2\\)")
      case 4: .bold(spans(depth: depth + 1))
      case 5: .italic(spans(depth: depth + 1))
      case 6: .subscripted(spans(depth: depth + 1))
      case 7: .superscripted(spans(depth: depth + 1))
      default: .link(address: "https://truong.example/?a=1", spans(depth: depth + 1))
      }
    }
  }

  private mutating func text() -> LocalizedText {
    let words = ["Tuần", "thi \"hay\"", "đường\\dẫn", "dòng\nmới", "🙂", "a\tb", "</script>", "Ổ"]
    return LocalizedText(
      vi: (words.randomElement(using: &random) ?? "x") + "\(number(0...99))",
      en: words.randomElement(using: &random) ?? "x")
  }

  private mutating func rounds() -> [Round] {
    var opens = Given.monday + Span(milliseconds: Int64(number(0...999)))
    return (0..<number(1...5)).map { _ in
      let closes = opens + .minutes(number(1...9_000))
      defer { opens = closes + .minutes(number(0...300)) }
      return Round(title: text(), window: Window(opens: opens, closes: closes))
    }
  }

  private mutating func blueprint() -> Blueprint {
    Blueprint(
      bank: "khoa/\(number(1...9)).gift",
      draws: (0..<number(1...4)).map { _ in
        Draw(
          count: number(1...20), topic: maybe { "chu-de-\($0.number(1...9))" },
          level: maybe { $0.number(1...9) })
      }, shufflesItems: coin(), shufflesOptions: coin())
  }

  private mutating func prediction() -> PredictionTerms {
    let minimum = number(0...1_000)
    return PredictionTerms(
      target: PredictionTarget.allCases.randomElement(using: &random) ?? .persons,
      question: text(), minimum: minimum, maximum: minimum + number(1...1_000_000))
  }

  private mutating func ranking(_ prediction: PredictionTerms?) -> RankingTerms {
    var measures = RankingMeasure.allCases.filter { $0 != .predictionDistance }
      .shuffled(using: &random).prefix(number(1...4))
    if prediction != nil { measures.append(.predictionDistance) }
    return RankingTerms(
      counted: CountedAttempt.allCases.randomElement(using: &random) ?? .best,
      requiresAllCorrect: coin(),
      keys: measures.shuffled(using: &random).map {
        RankingKey($0, RankingOrder.allCases.randomElement(using: &random) ?? .ascending)
      })
  }

  mutating func sheet(training: TrainingTerms? = nil) -> RuleSheet {
    let blueprint = blueprint()
    let perItem = Points(thousandths: Int64(number(1...100_000)))
    let prediction = maybe { $0.prediction() }
    let later: [RevealMoment] = [.closing, .publication, .never]
    let rounds = rounds()
    let answers = rounds.count > 1 ? later.filter { $0 != .closing } : later
    return RuleSheet(
      slug: "cuoc-thi-\(number(1...999))", title: text(), summary: text(),
      eligibility: Eligibility(
        roles: Set(Role.allCases.shuffled(using: &random).prefix(number(1...5))),
        minimumAge: maybe { $0.number(6...20) }, maximumAge: maybe { $0.number(20...100) }),
      rounds: rounds, blueprint: blueprint,
      attempt: AttemptTerms(
        duration: maybe { .minutes($0.number(1...600)) }, limit: maybe { $0.number(1...1_000) },
        lateStart: coin() ? .fullTime : .cutAtClosing, timeBasis: coin() ? .lastChange : .submission
      ),
      scoring: Scoring(
        perItem: perItem, multiple: coin() ? .partial : .allOrNothing,
        passMark: maybe { perItem.times($0.number(0...blueprint.itemCount)) }),
      prediction: prediction, ranking: ranking(prediction),
      feedback: FeedbackTerms(
        score: RevealMoment.allCases.randomElement(using: &random) ?? .never,
        answers: answers.randomElement(using: &random) ?? .never),
      board: BoardTerms(
        reveal: later.randomElement(using: &random) ?? .never, top: number(1...1_000)),
      training: training)
  }

  mutating func question() -> Question {
    Question(
      id: "cau-\(number(1...999))", kind: coin() ? .single : .multiple, title: text(),
      prompt: rich(),
      options: (0..<number(2...26)).map { _ in
        QuestionOption(
          text: rich(), weight: number(-1_000_000...1_000_000), feedback: maybe { $0.rich() })
      }, explanation: coin() ? rich() : .empty, laws: (0..<number(0...3)).map { "L-00\($0)" },
      topic: maybe { "t\($0.number(0...9))" }, level: maybe { $0.number(1...9) })
  }
}
