/// Finds questions that can be read but not be graded, or not be told apart.
enum GIFTReview {
  static let secondID = LocalizedText(
    vi: "Câu này có hơn một [id:…]; chỉ mã đầu tiên được dùng. Hãy xoá mã thừa.",
    en: "This question has more than one [id:…]; only the first is used. Remove the others.")

  static func issues(of entries: [GIFTEntry]) -> [SourceIssue] {
    var issues: [SourceIssue] = []
    // By octets: hashing strings would normalise them.
    var seen: [[UInt8]: SourceLocation] = [:]
    for case .question(let question) in entries {
      if let id = question.id {
        let octets = Array(id.utf8)
        if let first = seen[octets] {
          issues.append(SourceIssue(question.location, duplicateID(id, first)))
        } else {
          seen[octets] = question.location
        }
      }
      if question.prompt.text.isEmpty {
        issues.append(SourceIssue(question.location, noText))
      }
      if let message = fault(of: question) {
        issues.append(SourceIssue(question.location, message))
      }
    }
    return issues
  }

  private static func fault(of question: GIFTQuestion) -> LocalizedText? {
    switch question.kind {
    case .description, .essay, .trueFalse: nil
    case .choice(let choices): fault(of: choices)
    case .shortAnswer(let choices):
      best(choices.map { ($0.isRight, $0.weight) })
    case .matching(let pairs):
      pairs.count { !$0.prompt.text.isEmpty } < 2 ? fewPairs : nil
    case .numerical(let choices): best(choices.map { ($0.isRight, $0.weight) })
    }
  }

  private static func fault(of choices: [GIFTChoice]) -> LocalizedText? {
    if choices.count < 2 { return fewChoices }
    if choices.contains(where: \.isRight) { return best(choices.map { ($0.isRight, $0.weight) }) }
    // Without “=” several may be ticked: the good ones together are worth everything.
    let good = choices.compactMap(\.weight).filter { $0 > GIFTDecimal(0) }
    if good.isEmpty { return noRightAnswer }
    let sum = good.reduce(Int128(0)) { $0 + $1.widened(to: 18) }
    let whole = GIFTDecimal(100).widened(to: 18)
    // Thirds are written with a few digits only: 33.333 × 3.
    let slack = GIFTDecimal(1, scale: 1).widened(to: 18)
    return (whole - slack...whole + slack).contains(sum) ? nil : badSum
  }

  /// Something must be worth 100 %: an answer marked `=` without a weight is.
  private static func best(_ answers: [(isRight: Bool, weight: GIFTDecimal?)]) -> LocalizedText? {
    let right = answers.filter(\.isRight)
    if right.isEmpty { return noRightAnswer }
    return right.contains { $0.weight == nil || $0.weight == GIFTDecimal(100) }
      ? nil : nothingWorthAll
  }

  private static func duplicateID(_ id: String, _ first: SourceLocation) -> LocalizedText {
    LocalizedText(
      vi: "Mã “\(id)” đã được dùng cho câu ở dòng \(first.line). Mỗi câu cần một mã riêng.",
      en: "The id “\(id)” is already used by the question in line \(first.line). Use another one.")
  }

  private static let noText = LocalizedText(
    vi: "Câu này không có nội dung trước phần trả lời. Hãy viết câu hỏi.",
    en: "This question has no text beside its answers. Write the question.")
  private static let fewChoices = LocalizedText(
    vi: "Câu lựa chọn cần ít nhất hai phương án.",
    en: "A choice question needs at least two answers.")
  private static let fewPairs = LocalizedText(
    vi: "Câu ghép cặp cần ít nhất hai cặp.", en: "A matching question needs at least two pairs.")
  private static let noRightAnswer = LocalizedText(
    vi: "Câu này chưa có đáp án đúng. Hãy đánh dấu = hoặc ghi trọng số dương.",
    en: "This question has no right answer. Mark one with = or give positive weights.")
  private static let nothingWorthAll = LocalizedText(
    vi: "Không đáp án nào được 100 %. Ít nhất một đáp án = phải được trọn điểm.",
    en: "No answer is worth 100 %. At least one answer marked = must earn everything.")
  private static let badSum = LocalizedText(
    vi: "Tổng các trọng số dương phải bằng 100 %.",
    en: "The positive weights must add up to 100 %.")
}
