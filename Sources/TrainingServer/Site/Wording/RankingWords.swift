import QuizEngine

/// A rule sheet and its chain of keys in plain words.
struct RankingWords: Sendable {
  let score = both("Điểm", "Score")
  let correctItems = both("Số câu đúng", "Right answers")
  let predictionDistance = both("Chênh lệch dự đoán", "Distance of the guess")
  let timeUsed = both("Thời gian hoàn thành", "Time used")
  let submittedAt = both("Thời điểm nộp bài", "Submission moment")
  let lastChangeAt = both("Lần đổi đáp án cuối", "Last change of an answer")
  let startedAt = both("Thời điểm bắt đầu", "Start")
  let attemptsUsed = both("Số lượt đã thi", "Attempts used")
  let registeredAt = both("Thời điểm đăng ký", "Registration")
  let higher = both("nhiều hơn xếp trước", "higher first")
  let lower = both("ít hơn xếp trước", "fewer first")
  let nearer = both("nhỏ hơn xếp trước", "smaller first")
  let farther = both("lớn hơn xếp trước", "larger first")
  let faster = both("ngắn hơn xếp trước", "shorter first")
  let slower = both("dài hơn xếp trước", "longer first")
  let earlier = both("sớm hơn xếp trước", "earlier first")
  let later = both("muộn hơn xếp trước", "later first")
  let ended = both(
    "Hết giờ, máy chủ tự nộp bài với các câu đã lưu.",
    "When time ends, the server hands in what is saved.")
  let saves = both(
    "Chọn đáp án là lưu ngay; đổi lại lúc nào cũng được trước khi nộp.",
    "Choosing an answer saves it; change it whenever you like before handing in.")
  let allCorrectOnly = both(
    "Chỉ xếp hạng bài trả lời đúng tất cả.", "Only papers with every answer right are ranked.")
  let best = both("Tính lượt thi tốt nhất.", "Your best attempt counts.")
  let first = both("Tính lượt thi đầu tiên.", "Your first attempt counts.")
  let last = both("Tính lượt thi cuối cùng.", "Your last attempt counts.")
}

extension Said<RankingWords> {
  func name(_ measure: RankingMeasure) -> String {
    switch measure {
    case .score: self.score
    case .correctItems: self.correctItems
    case .predictionDistance: self.predictionDistance
    case .timeUsed: self.timeUsed
    case .submittedAt: self.submittedAt
    case .lastChangeAt: self.lastChangeAt
    case .startedAt: self.startedAt
    case .attemptsUsed: self.attemptsUsed
    case .registeredAt: self.registeredAt
    }
  }

  /// `Điểm: cao hơn xếp trước`.
  func line(_ key: RankingKey) -> String {
    let isAscending = key.order == .ascending
    let order: String
    switch key.measure {
    case .score, .correctItems, .attemptsUsed: order = isAscending ? self.lower : self.higher
    case .predictionDistance: order = isAscending ? self.nearer : self.farther
    case .timeUsed: order = isAscending ? self.faster : self.slower
    case .submittedAt, .lastChangeAt, .startedAt, .registeredAt:
      order = isAscending ? self.earlier : self.later
    }
    return "\(name(key.measure)): \(order)"
  }

  /// The sheet in at most six lines, for somebody about to start.
  func lines(_ sheet: RuleSheet) -> [String] {
    var lines = [paper(sheet)]
    if let prediction = sheet.prediction {
      lines.append(
        either(
          "Có thêm một câu dự đoán: \(prediction.question.vietnamese)",
          "One prediction besides: \(prediction.question.english)"))
    }
    lines.append(self.saves)
    lines.append(self.ended)
    lines.append(attempts(sheet))
    if sheet.ranking.requiresAllCorrect { lines.append(self.allCorrectOnly) }
    return lines
  }

  private func paper(_ sheet: RuleSheet) -> String {
    let count = sheet.blueprint.itemCount
    let each = language.points(sheet.scoring.perItem)
    guard let duration = sheet.attempt.duration else {
      return either(
        "\(count) câu hỏi, mỗi câu đúng \(each) điểm, làm đến khi vòng thi đóng.",
        "\(count) questions, \(each) points each, until the round closes.")
    }
    let time = language.span(duration)
    return either(
      "\(count) câu hỏi trong \(time), mỗi câu đúng \(each) điểm.",
      "\(count) questions in \(time), \(each) points each.")
  }

  private func attempts(_ sheet: RuleSheet) -> String {
    let counted: String
    switch sheet.ranking.counted {
    case .best: counted = self.best
    case .first: counted = self.first
    case .last: counted = self.last
    }
    guard let limit = sheet.attempt.limit else {
      return either("Không hạn chế số lượt thi. \(counted)", "No limit of attempts. \(counted)")
    }
    if limit == 1 { return either("Mỗi thí sinh thi một lượt.", "One attempt each.") }
    return either(
      "Mỗi thí sinh thi tối đa \(limit) lượt. \(counted)", "Up to \(limit) attempts. \(counted)")
  }
}
