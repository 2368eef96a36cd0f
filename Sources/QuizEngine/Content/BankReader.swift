/// Reads a question bank: a GIFT file and its English twin with the same ids and options.
package struct BankReader {
  private let file: String
  private var issues: [SourceIssue] = []

  /// The bank at `path`, or everything wrong in either file.
  package static func read(_ path: String, in files: SourceFiles) throws(SourceIssues)
    -> QuestionBank
  {
    let english = englishPath(path)
    return try read(
      try files.bytes(path), file: files.name(path),
      english: files.exists(english)
        ? (bytes: try files.bytes(english), file: files.name(english)) : nil)
  }

  /// The bank in `bytes`; without an English twin its questions show Vietnamese in both languages.
  package static func read(
    _ bytes: [UInt8], file: String, english: (bytes: [UInt8], file: String)? = nil
  ) throws(SourceIssues) -> QuestionBank {
    let vietnamese = GIFTParser.read(bytes, file: file)
    let translation = english.map { GIFTParser.read($0.bytes, file: $0.file) }
    var reader = BankReader(file: file)
    reader.issues = vietnamese.issues + (translation?.issues ?? [])
    var twins: [String: GIFTQuestion] = [:]
    for twin in translation?.questions ?? [] { twins[twin.id ?? ""] = twin }
    var questions: [Question] = []
    for question in vietnamese.questions {
      let twin = translation == nil ? question : twins.removeValue(forKey: question.id ?? "")
      if let read = reader.question(question, twin) { questions.append(read) }
    }
    for twin in twins.values.sorted(by: { $0.location.line < $1.location.line }) {
      reader.report(
        twin.location, "Câu hỏi này không có trong tệp tiếng Việt.",
        "This question is not in the Vietnamese file.")
    }
    if questions.isEmpty, reader.issues.isEmpty {
      reader.report(
        SourceLocation(file: file, line: 1, column: 1), "Tệp chưa có câu hỏi nào.",
        "The file has no question yet.")
    }
    guard reader.issues.isEmpty else { throw SourceIssues(reader.issues) }
    return QuestionText.bank(questions)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func question(_ source: GIFTQuestion, _ twin: GIFTQuestion?) -> Question? {
    guard let id = source.id, Slug.isValid(id) else {
      report(
        source.location, "Câu hỏi cần mã riêng trong dòng chú thích phía trên: // [id:ma-cau-hoi].",
        "The question needs its own id in a comment above it: // [id:question-id].")
      return nil
    }
    guard let twin else {
      report(
        source.location, "Thiếu bản tiếng Anh của câu “\(id)”.",
        "The English version of “\(id)” is missing.")
      return nil
    }
    guard let options = options(source, twin) else { return nil }
    guard let explanation = source.generalFeedback, let twinExplanation = twin.generalFeedback
    else {
      report(
        source.location, "Câu “\(id)” chưa có lời giải thích (#### ở cuối).",
        "“\(id)” has no explanation (#### at its end).")
      return nil
    }
    return Question(
      id: id, kind: source.allowsSeveral ? .multiple : .single,
      title: LocalizedText(vi: source.title ?? id, en: twin.title ?? id),
      prompt: LocalizedText(vi: source.prompt.text, en: twin.prompt.text), options: options,
      explanation: LocalizedText(vi: explanation.text, en: twinExplanation.text),
      laws: tags(source, "law"), topic: tags(source, "topic").first,
      level: tags(source, "level").first.flatMap { wholeNumber($0) })
  }

  private mutating func options(_ source: GIFTQuestion, _ twin: GIFTQuestion) -> [QuestionOption]? {
    if case .trueFalse(let isTrue, let wrong, let right) = source.kind,
      case .trueFalse(isTrue, let twinWrong, let twinRight) = twin.kind
    {
      return [true, false].map { value in
        QuestionOption(
          text: value
            ? LocalizedText(vi: "Đúng", en: "True") : LocalizedText(vi: "Sai", en: "False"),
          weight: value == isTrue ? 1_000_000 : 0,
          feedback: value == isTrue ? text(right, twinRight) : text(wrong, twinWrong))
      }
    }
    guard case .choice(let choices) = source.kind, case .choice(let twins) = twin.kind else {
      report(
        source.location,
        "Ngân hàng này chỉ nhận câu một lựa chọn, nhiều lựa chọn và đúng/sai, giống nhau ở hai tệp.",
        "This bank takes single choice, multiple choice and true/false, alike in both files.")
      return nil
    }
    let weights = choices.map { weight($0, several: source.allowsSeveral) }
    guard weights == twins.map({ weight($0, several: twin.allowsSeveral) }),
      (2...26).contains(choices.count)
    else {
      report(
        twin.location, "Các phương án không khớp với bản tiếng Việt về số lượng hoặc đáp án.",
        "The options differ from the Vietnamese version in number or key.")
      return nil
    }
    return zip(choices, twins).enumerated().map { index, pair in
      QuestionOption(
        text: LocalizedText(vi: pair.0.text.text, en: pair.1.text.text), weight: weights[index],
        feedback: text(pair.0.feedback, pair.1.feedback))
    }
  }

  /// Millionths of the question's points.
  private func weight(_ choice: GIFTChoice, several: Bool) -> Int {
    if let weight = choice.weight { return weight.percentAsMillionths }
    return choice.isRight && !several ? 1_000_000 : 0
  }

  private func text(_ vietnamese: GIFTText?, _ english: GIFTText?) -> LocalizedText? {
    guard let vietnamese, !vietnamese.text.isEmpty else { return nil }
    return LocalizedText(vi: vietnamese.text, en: english?.text ?? vietnamese.text)
  }

  private func tags(_ question: GIFTQuestion, _ name: String) -> [String] {
    question.tags.filter { $0.hasPrefix(name + ":") }.map { String($0.dropFirst(name.count + 1)) }
  }

  private mutating func report(
    _ location: SourceLocation, _ vietnamese: String, _ english: String
  ) {
    issues.append(SourceIssue(location, LocalizedText(vi: vietnamese, en: english)))
  }
}
