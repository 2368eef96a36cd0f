import QuizEngine

/// What a contestant sees after the round.
struct ResultWords: Sendable {
  let title = both("Kết quả của {em}", "Your result")
  let titleStaff = both("Kết quả bài kiểm tra", "Your test result")
  let score = both("Điểm", "Score")
  let correct = both("Số câu đúng", "Right answers")
  let timeUsed = both("Thời gian hoàn thành", "Time used")
  let submittedAt = both("Nộp lúc", "Submitted at")
  let place = both("Hạng", "Place")
  let whyPlace = both("Vì sao ở hạng này", "Why this place")
  let firstPlace = both(
    "Không ai đứng trước {em}. Chúc mừng {em}!", "Nobody is ahead of you. Congratulations!")
  let tied = both(
    "Bằng người đứng trước ở mọi tiêu chí, nên cùng hạng.",
    "Equal on every key with the one before, so the same place.")
  let prediction = both("Số {em} dự đoán", "Your prediction")
  let actual = both("Số thực tế", "Actual number")
  let answers = both("Xem lại từng câu", "Question by question")
  let noAnswer = both("{Em} chưa trả lời câu này.", "You did not answer this question.")
  let right = both("Đúng", "Right")
  let wrong = both("Sai", "Wrong")
  let later = both("Kết quả chưa mở", "The result is not open yet")
  let answersLater = both("Đáp án chưa mở", "The answers are not open yet")
  let passed = both("Đạt", "Passed")
  let failed = both("Chưa đạt", "Not passed")
  let wellAll = both(
    "Tuyệt vời, {em} trả lời đúng tất cả!", "Wonderful, every answer is right!")
  let wellMost = both(
    "{Em} làm tốt lắm. Xem lại vài câu dưới đây để nắm chắc hơn.",
    "Well done. A look at the questions below makes it even firmer.")
  let wellSome = both(
    "{Em} đã cố gắng. Đọc lại bài học bên dưới rồi thử tiếp nhé.",
    "A good effort. Read the lessons below and try again.")
  let wellSomeLast = both(
    "{Em} đã nộp bài. Các bài dưới đây giải thích những câu {em} chưa đúng.",
    "Your paper is in. What follows explains the questions that were not right.")
  let wellPassed = both(
    "Thầy/cô đã đạt bài kiểm tra.", "You have passed the test.")
  let wellFailed = both(
    "Thầy/cô chưa đạt lần này. Các bài dưới đây giúp ôn lại.",
    "Not passed this time. The lessons below will help.")
  let readNext = both("Đọc tiếp", "Read next")
  let receipt = both("Biên nhận", "Receipt")
  let board = both("Bảng xếp hạng", "Leaderboard")
}

extension Said<ResultWords> {
  func outOf(_ maximum: Points) -> String {
    either("trên \(language.points(maximum))", "of \(language.points(maximum))")
  }

  func rank(_ rank: Int, among count: Int) -> String {
    either(
      "\(language.number(rank)) trên \(language.number(count))",
      "\(language.number(rank)) of \(language.number(count))")
  }

  func behind(_ measure: String) -> String {
    either(
      "Người ngay trước {em} hơn ở tiêu chí: \(measure).",
      "The one before you was ahead by: \(measure).")
  }
}
