/// One ranked person with everything a result list says.
package struct ResultRow: Sendable {
  package let board: StandingTable.BoardRow
  package let className: String
  package let school: String
  package let unitCode: String
  package let attemptsUsed: Int

  package init(
    board: StandingTable.BoardRow, className: String, school: String, unitCode: String,
    attemptsUsed: Int
  ) {
    self.board = board
    self.className = className
    self.school = school
    self.unitCode = unitCode
    self.attemptsUsed = attemptsUsed
  }

  /// The row under `columns`.
  package var cells: [Cell] {
    [
      .count(board.rank), .text(board.person.name), .text(className), .text(school),
      .text(unitCode), .points(board.points), .count(board.correctItems), .span(board.timeUsed),
      .instant(board.submittedAt), .count(board.prediction), .count(board.predictionDistance),
      .count(attemptsUsed),
      board.decidedBy.map { .term($0.rawValue, $0.title) } ?? .none,
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
