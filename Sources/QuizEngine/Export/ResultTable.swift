/// One ranked person with everything a result list says.
package struct ResultRow: Hashable, Sendable {
  package let rank: Int
  package let name: String
  package let className: String
  package let school: String
  package let unitCode: String
  package let points: Points
  package let correctItems: Int
  package let timeUsed: Span
  package let submittedAt: Instant
  package let prediction: Int?
  package let predictionDistance: Int?
  package let attemptsUsed: Int
  package let decidedBy: RankingMeasure?

  package init(
    rank: Int, name: String, className: String, school: String, unitCode: String, points: Points,
    correctItems: Int, timeUsed: Span, submittedAt: Instant, prediction: Int?,
    predictionDistance: Int?, attemptsUsed: Int, decidedBy: RankingMeasure?
  ) {
    self.rank = rank
    self.name = name
    self.className = className
    self.school = school
    self.unitCode = unitCode
    self.points = points
    self.correctItems = correctItems
    self.timeUsed = timeUsed
    self.submittedAt = submittedAt
    self.prediction = prediction
    self.predictionDistance = predictionDistance
    self.attemptsUsed = attemptsUsed
    self.decidedBy = decidedBy
  }

  /// The row under `columns`.
  package var cells: [Cell] {
    [
      .count(rank), .text(name), .text(className), .text(school), .text(unitCode),
      .points(points), .count(correctItems), .span(timeUsed), .instant(submittedAt),
      .count(prediction), .count(predictionDistance), .count(attemptsUsed),
      decidedBy.map { .term($0.rawValue, $0.title) } ?? .none,
    ]
  }

  /// The columns of a result list.
  package static let columns: [Table.Column] = [
    .init("rank", vi: "Hạng", en: "Rank", .number),
    .init("name", vi: "Họ và tên", en: "Full name"),
    .init("class", vi: "Lớp", en: "Class"),
    .init("school", vi: "Trường", en: "School"),
    .init("unitCode", vi: "Mã đơn vị", en: "Unit code"),
    .init("points", vi: "Điểm", en: "Points", .number),
    .init("correct", vi: "Số câu đúng", en: "Correct items", .number),
    .init("timeUsedMs", vi: "Thời gian làm bài (giây)", en: "Time used (seconds)", .number),
    .init("submittedAt", vi: "Nộp bài lúc (giờ Việt Nam)", en: "Submitted (Viet Nam time)"),
    .init("prediction", vi: "Dự đoán", en: "Prediction", .number),
    .init("distance", vi: "Chênh lệch dự đoán", en: "Prediction distance", .number),
    .init("attemptsUsed", vi: "Số lượt đã thi", en: "Attempts used", .number),
    .init("decidedBy", vi: "Tiêu chí quyết định", en: "Deciding key"),
  ]
}

extension RankingMeasure {
  /// The key as a rule sheet's reader knows it.
  package var title: LocalizedText {
    switch self {
    case .score: LocalizedText(vi: "điểm", en: "points")
    case .correctItems: LocalizedText(vi: "số câu đúng", en: "correct items")
    case .predictionDistance: LocalizedText(vi: "chênh lệch dự đoán", en: "prediction distance")
    case .timeUsed: LocalizedText(vi: "thời gian làm bài", en: "time used")
    case .submittedAt: LocalizedText(vi: "thời điểm nộp bài", en: "submission moment")
    case .lastChangeAt: LocalizedText(vi: "lần sửa cuối", en: "last change")
    case .startedAt: LocalizedText(vi: "thời điểm bắt đầu", en: "start")
    case .attemptsUsed: LocalizedText(vi: "số lượt đã thi", en: "attempts used")
    case .registeredAt: LocalizedText(vi: "thời điểm đăng ký", en: "registration")
    }
  }
}
