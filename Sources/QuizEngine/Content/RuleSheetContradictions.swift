extension RuleSheetReader {
  /// Settings that are fine alone and wrong together.
  static func checkContradictions(_ sheet: RuleSheet, _ object: ObjectReader) {
    checkRounds(sheet, object)
    checkPaper(sheet, object)
    checkSecrecy(sheet, object)
    checkRanking(sheet, object)
    if let minimum = sheet.eligibility.minimumAge, let maximum = sheet.eligibility.maximumAge,
      maximum < minimum
    {
      object.report(
        "eligibility",
        LocalizedText(
          vi: "Tuổi tối đa \(maximum) nhỏ hơn tuổi tối thiểu \(minimum): không ai dự thi được.",
          en: "The maximum age \(maximum) is below the minimum \(minimum): nobody could enter."))
    }
  }

  private static func checkRounds(_ sheet: RuleSheet, _ object: ObjectReader) {
    if sheet.rounds.isEmpty {
      object.report(
        "rounds",
        LocalizedText(vi: "Cần ít nhất một vòng thi.", en: "At least one round is needed."))
    }
    for (one, next) in zip(sheet.rounds, sheet.rounds.dropFirst())
    where next.window.opens < one.window.closes {
      object.report(
        "rounds",
        LocalizedText(
          vi: "Vòng sau mở trước khi vòng trước đóng. Hãy xếp các vòng nối tiếp nhau.",
          en: "A round opens before the one before it closes. Put the rounds one after another."))
    }
  }

  private static func checkPaper(_ sheet: RuleSheet, _ object: ObjectReader) {
    if sheet.blueprint.draws.isEmpty {
      object.report(
        "paper",
        LocalizedText(
          vi: "Đề thi chưa có câu nào: thêm ít nhất một mục trong \"draws\".",
          en: "The paper has no item: add at least one entry to \"draws\"."))
    }
    if sheet.scoring.perItem <= .zero {
      object.report(
        "scoring",
        LocalizedText(
          vi: "Điểm mỗi câu phải lớn hơn 0.", en: "The points per item must be above 0."))
    }
    let total = sheet.scoring.perItem.times(sheet.blueprint.itemCount)
    if let passMark = sheet.scoring.passMark, passMark > total {
      object.report(
        "scoring",
        LocalizedText(
          vi: "Điểm đạt \(passMark.text()) cao hơn tổng điểm của đề \(total.text()).",
          en: "The pass mark \(passMark.text()) is above the paper's total \(total.text())."))
    }
  }

  /// Nothing may show a key or a score that others can still use.
  private static func checkSecrecy(_ sheet: RuleSheet, _ object: ObjectReader) {
    guard sheet.training == nil else { return }
    if sheet.feedback.answers == .submission {
      object.report(
        "feedback",
        LocalizedText(
          vi: "Đáp án hiện ngay khi nộp sẽ lộ cho người đang thi. Hãy chọn \"closing\" trở đi.",
          en:
            "Answers shown at submission leak to those still writing. Choose \"closing\" or later."
        ))
    }
    if sheet.feedback.answers == .closing, sheet.rounds.count > 1 {
      object.report(
        "feedback",
        LocalizedText(
          vi:
            "Các vòng ra đề từ cùng một ngân hàng: đáp án hiện khi vòng đầu đóng sẽ lộ câu của vòng sau. Hãy chọn \"publication\" hoặc \"never\", hay mở mỗi vòng thành một cuộc thi với ngân hàng riêng.",
          en:
            "All rounds draw from one bank: answers shown when the first closes tell those of the next. Choose \"publication\" or \"never\", or open each round as a contest with a bank of its own."
        ))
    }
    if sheet.board.reveal == .submission {
      object.report(
        "board",
        LocalizedText(
          vi:
            "Bảng xếp hạng chỉ hiện từ khi vòng thi đóng: chọn \"closing\", \"publication\" hoặc \"never\".",
          en:
            "The board opens with the close of the round: \"closing\", \"publication\" or \"never\"."
        ))
    }
    if let prediction = sheet.prediction, prediction.maximum <= prediction.minimum {
      object.report(
        "prediction",
        LocalizedText(
          vi: "Khoảng dự đoán trống: \"maximum\" phải lớn hơn \"minimum\".",
          en: "The range of the prediction is empty: \"maximum\" must be above \"minimum\"."))
    }
  }

  private static func checkRanking(_ sheet: RuleSheet, _ object: ObjectReader) {
    let measures = sheet.ranking.keys.map(\.measure)
    if measures.isEmpty {
      object.report(
        "ranking",
        LocalizedText(
          vi: "Cần ít nhất một tiêu chí xếp hạng trong \"keys\".",
          en: "At least one ranking key is needed in \"keys\"."))
    }
    if Set(measures).count < measures.count {
      object.report(
        "ranking",
        LocalizedText(
          vi: "Một tiêu chí xếp hạng xuất hiện hai lần.",
          en: "A ranking key appears twice."))
    }
    if sheet.prediction == nil, measures.contains(.predictionDistance) {
      object.report(
        "ranking",
        LocalizedText(
          vi:
            "Xếp hạng theo chênh lệch dự đoán nhưng thể lệ không có câu dự đoán (\"prediction\").",
          en: "Ranked by prediction distance, but the sheet asks no prediction (\"prediction\")."))
    }
    if sheet.prediction != nil, !measures.contains(.predictionDistance) {
      object.report(
        "prediction",
        LocalizedText(
          vi: "Có câu dự đoán nhưng không dùng để xếp hạng: thêm tiêu chí \"prediction-distance\".",
          en: "A prediction is asked but never ranked by: add the key \"prediction-distance\"."))
    }
  }
}
