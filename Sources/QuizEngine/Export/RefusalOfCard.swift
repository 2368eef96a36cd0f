extension Refusal {
  /// Cards that were replaced, and attempts that are not over.
  var cardText: LocalizedText {
    switch self {
    case .cardReplaced(let at):
      LocalizedText(
        vi: "Thẻ này đã bị khóa lúc \(at.clockText), vì đã có thẻ mới hoặc thẻ bị báo mất. "
          + "Hãy dùng thẻ mới; chưa có thì hỏi thầy cô chủ nhiệm hoặc người phát thẻ.",
        en: "This card was locked at \(at.clockText), because there is a new one or it was "
          + "reported lost. Use the new card; if there is none, ask the class teacher or whoever hands out "
          + "cards.")
    case .attemptRuns(let until):
      LocalizedText(
        vi: "Bài còn làm được đến \(until.clockText): hãy lưu như thường, chưa có gì là muộn.",
        en: "The attempt runs until \(until.clockText): save as usual, nothing is late yet.")
    default: LocalizedText(vi: "", en: "")
    }
  }
}
