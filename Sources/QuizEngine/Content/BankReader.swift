/// Reads a question bank: a GIFT file and its English twin with the same questions and options.
package struct BankReader {
  private let file: String
  let demands: BankDemands
  let hasTranslation: Bool
  var issues: [SourceIssue] = []
  var notes = BankNotes()
  /// Where ids that were made came from.
  private var made: [String: Question] = [:]
  private var madeLines: [String: Int] = [:]

  /// The bank at `path` of the courses, or everything wrong in either file.
  package static func read(_ path: String, in files: SourceFiles) throws(SourceIssues)
    -> QuestionBank
  {
    let english = englishPath(path)
    return try read(
      try files.bytes(path), file: files.name(path),
      english: files.exists(english)
        ? (bytes: try files.bytes(english), file: files.name(english)) : nil, for: .course
    ).bank
  }

  /// The bank in `bytes`; without an English twin its questions show Vietnamese in both languages.
  package static func read(
    _ bytes: [UInt8], file: String, english: (bytes: [UInt8], file: String)? = nil,
    for demands: BankDemands = .teacher
  ) throws(SourceIssues) -> BankReading {
    let vietnamese = GIFTParser.read(bytes, file: file)
    let translation = english.map { GIFTParser.read($0.bytes, file: $0.file) }
    var reader = BankReader(
      file: file, demands: demands, hasTranslation: translation != nil,
      issues: vietnamese.issues + (translation?.issues ?? []))
    let questions = reader.questions(vietnamese.questions, translation?.questions)
    if questions.isEmpty, reader.issues.isEmpty {
      reader.report(SourceLocation(file: file, line: 1, column: 1), .noQuestions)
      reader.issues += reader.notes.issues
    }
    guard reader.issues.isEmpty else { throw SourceIssues(reader.issues) }
    return BankReading(bank: QuestionText.bank(questions), warnings: reader.notes.issues)
  }

  private init(
    file: String, demands: BankDemands, hasTranslation: Bool, issues: [SourceIssue]
  ) {
    self.file = file
    self.demands = demands
    self.hasTranslation = hasTranslation
    self.issues = issues
  }

  private mutating func questions(
    _ vietnamese: [GIFTQuestion], _ english: [GIFTQuestion]?
  ) -> [Question] {
    var twins = BankTwins(english ?? [], of: vietnamese)
    if let counts = twins.counts, hasTranslation, demands == .teacher {
      report(
        SourceLocation(file: file, line: 1, column: 1), .twinsUncounted(counts.own, counts.other))
    }
    var questions: [Question] = []
    for question in vietnamese {
      let twin = hasTranslation ? twins.take(question) : question
      if let read = self.question(question, twin) { questions.append(read) }
    }
    guard hasTranslation else { return questions }
    for twin in twins.rest { tell(twin.location, .twinAlone) }
    return questions
  }

  // MARK: One question

  private mutating func question(_ source: GIFTQuestion, _ twin: GIFTQuestion?) -> Question? {
    if demands == .course, !(source.id.map(Slug.isValid) ?? false) {
      report(source.location, .noOwnID)
      return nil
    }
    if case .choice = source.kind {
    } else if case .trueFalse = source.kind {
    } else {
      tell(source.location, .kind(source.kind))
      return nil
    }
    if twin == nil { tell(source.location, .noTwin(source.id ?? source.title ?? "")) }
    guard twin != nil || demands == .teacher else { return nil }
    let twin = twin ?? source
    let before = issues.count
    guard let options = options(source, twin) else { return nil }
    let prompt = text(source.prompt, twin.prompt, source.location, twin.location)
    let explanation = explanation(source, twin)
    guard issues.count == before else { return nil }
    let id = id(of: source, prompt, options)
    let question = Question(
      id: id, kind: source.allowsSeveral ? .multiple : .single,
      title: LocalizedText(vi: source.title ?? id, en: twin.title ?? id), prompt: prompt,
      options: options, explanation: explanation, laws: tags(source, "law"),
      topic: tags(source, "topic").first,
      level: tags(source, "level").first.flatMap { wholeNumber($0) })
    return source.id == nil ? unique(question, source.location) : question
  }

  /// The author's id; one of the words or of a foreign id where that cannot be one.
  private mutating func id(
    of source: GIFTQuestion, _ prompt: LocalizedRichText, _ options: [QuestionOption]
  ) -> String {
    if let id = source.id { return QuestionID.isValid(id) ? id : QuestionID.made(from: id) }
    notes.add(.madeID, at: source.location)
    return QuestionID.made(of: prompt.vietnamese, options.map(\.text.vietnamese))
  }

  /// A question without an id that stands in the file twice is taken once.
  private mutating func unique(_ question: Question, _ location: SourceLocation) -> Question? {
    guard let first = made[question.id], let line = madeLines[question.id] else {
      made[question.id] = question
      madeLines[question.id] = location.line
      return question
    }
    guard first.options.map(\.weight) == question.options.map(\.weight) else {
      report(location, .sameWithOtherKey(line: line))
      return nil
    }
    notes.add(
      location,
      LocalizedText(
        vi: "Câu này giống câu ở dòng \(line), nên chỉ lấy một.",
        en: "This question is the one of line \(line) again and is taken once."))
    return nil
  }

  private mutating func explanation(
    _ source: GIFTQuestion, _ twin: GIFTQuestion
  ) -> LocalizedRichText {
    if let own = source.generalFeedback, let other = twin.generalFeedback ?? lenient(own) {
      return text(own, other, source.location, twin.location)
    }
    if demands == .course {
      report(source.location, .noExplanation(source.id ?? ""))
    } else {
      notes.add(.noExplanation, at: source.location)
    }
    return .empty
  }

  private func lenient(_ text: GIFTText) -> GIFTText? { demands == .teacher ? text : nil }

  // MARK: Options

  private mutating func options(_ source: GIFTQuestion, _ twin: GIFTQuestion) -> [QuestionOption]? {
    switch (source.kind, twin.kind) {
    case (
      .trueFalse(let isTrue, let wrong, let right),
      .trueFalse(let twinIsTrue, let twinWrong, let twinRight)
    ):
      guard isTrue == twinIsTrue else {
        report(twin.location, .otherKey)
        return nil
      }
      return [true, false].map { value in
        let (own, other) = value == isTrue ? (right, twinRight) : (wrong, twinWrong)
        return QuestionOption(
          text: LocalizedRichText(plain: Self.name(value)),
          weight: value == isTrue ? QuestionOption.wholeWeight : 0,
          feedback: feedback(own, other, source.location, twin.location))
      }
    case (.choice(let choices), .choice(let others)): return options(choices, others, source, twin)
    default:
      report(twin.location, .otherKind)
      return nil
    }
  }

  private static func name(_ value: Bool) -> LocalizedText {
    value ? LocalizedText(vi: "Đúng", en: "True") : LocalizedText(vi: "Sai", en: "False")
  }

  private mutating func options(
    _ choices: [GIFTChoice], _ others: [GIFTChoice], _ source: GIFTQuestion, _ twin: GIFTQuestion
  ) -> [QuestionOption]? {
    guard choices.count <= 26 else {
      report(source.location, .tooManyOptions(choices.count))
      return nil
    }
    guard choices.count == others.count else {
      report(twin.location, .otherCount(choices.count, others.count))
      return nil
    }
    let weights = choices.map { weight($0, several: source.allowsSeveral) }
    guard source.allowsSeveral == twin.allowsSeveral,
      weights == others.map({ weight($0, several: twin.allowsSeveral) })
    else {
      report(twin.location, .otherKey)
      return nil
    }
    // One answer or none is reported by the reader of GIFT.
    guard choices.count >= 2 else { return nil }
    return zip(zip(choices, others), weights).map { pair, weight in
      let (own, other) = pair
      return QuestionOption(
        text: text(own.text, other.text, own.location, other.location), weight: weight,
        feedback: feedback(own.feedback, other.feedback, own.location, other.location))
    }
  }

  /// Millionths of the question's points.
  private func weight(_ choice: GIFTChoice, several: Bool) -> Int {
    if let weight = choice.weight { return weight.percentAsMillionths }
    return choice.isRight && !several ? QuestionOption.wholeWeight : 0
  }
}
