import QuizEngine

/// The contest screen, its review and its receipt.
///
/// Words in braces are filled by the page's script.
struct ExamWords: Sendable {
  let timeLeft = both("Còn lại", "Time left")
  let timeEnds = both("Hết giờ lúc", "Time ends at")
  let submit = both("Nộp bài", "Submit")
  let questions = both("Danh sách câu", "All questions")
  let prediction = both("Câu dự đoán", "Prediction")
  let predictionShort = both("DĐ", "P")
  let predictionHint = both(
    "Câu này không tính điểm, dùng để xếp hạng khi bằng điểm. Chỉ nhập số, không dấu chấm.",
    "It earns no points; it decides between equals. Digits only, without separators.")
  let chooseOne = both("Chọn một đáp án", "Choose one answer")
  let chooseSeveral = both(
    "Chọn một hoặc nhiều đáp án", "Choose one or more answers")
  let saveAndNext = both("Lưu và sang câu sau", "Save and go on")
  let save = both("Lưu", "Save")
  let clear = both("Bỏ chọn", "Clear choice")
  let previous = both("Câu trước", "Previous")
  let next = both("Câu sau", "Next")
  let toReview = both("Xem lại", "Review")
  let flag = both("Đánh dấu", "Flag")
  let flagged = both("Đã đánh dấu", "Flagged")
  let answered = both("Đã trả lời", "Answered")
  let open = both("Chưa trả lời", "Open")
  let allOnOnePage = both("Hiện tất cả các câu", "All on one page")
  let oneByOne = both("Hiện từng câu", "One at a time")
  let keys = both("Phím tắt", "Keyboard")
  let keysText = both(
    "A–D chọn đáp án, ← → chuyển câu, F đánh dấu.",
    "A–D choose, ← → move, F flags.")
  let keysOn = both("Dùng phím tắt", "Use the keys")

  let idle = both("Chưa lưu câu nào", "Nothing saved yet")
  let saving = both("Đang lưu…", "Saving…")
  let saved = both("Đã lưu {time}", "Saved {time}")
  let waiting = both(
    "Đang chờ mạng – {count} câu chưa gửi", "Waiting for the network – {count} not sent")
  let busy = both(
    "Máy chủ đang bận – {count} câu sẽ gửi lại sau ít giây",
    "The server is busy – {count} will be sent again in a moment")
  let allSaved = both("Mọi câu đã ở trên máy chủ", "Everything is on the server")
  let restored = both(
    "Đã tìm lại {count} câu chưa gửi trên máy này. Đang gửi.",
    "Found {count} unsent answers on this device. Sending.")
  let newer = both(
    "Câu {slot} đã được đổi trên một máy khác lúc {time}. Đang hiện đáp án mới nhất; {em} vẫn đổi lại được.",
    "Question {slot} was changed on another device at {time}. The newest answer is shown; you can still change it."
  )
  let newerMany = both(
    "{count} câu đã được đổi trên một máy khác. Đang hiện đáp án mới nhất; {em} vẫn đổi lại được.",
    "{count} questions were changed on another device. The newest answers are shown; you can still change them."
  )
  let signedOut = both(
    "Phiên đăng nhập đã hết. {count} câu còn giữ trên máy này, sẽ gửi khi {em} đăng nhập lại.",
    "You have been signed out. {count} answers are kept here and will be sent when you sign in.")
  let signInAgain = both("Đăng nhập lại", "Sign in again")
  let notTaken = both(
    "Câu {slot} chưa lưu được: {detail} {Em} hãy chọn lại.",
    "Question {slot} was not saved: {detail} Please choose again.")
  let ended = both(
    "Đã hết giờ. Máy chủ nộp bài với các câu đã lưu. Đang mở biên nhận…",
    "Time has ended. The server hands in what is saved. Opening the receipt…")
  let fiveLeft = both("Còn 5 phút", "5 minutes left")
  let oneLeft = both("Còn 1 phút", "1 minute left")
  let timeUp = both("Hết giờ", "Time has ended")
  let offlineSubmit = both(
    "Chưa có mạng nên bài chưa nộp được. Câu trả lời vẫn giữ trên máy này. Có mạng lại thì bấm nộp; nếu hết giờ, máy chủ tự nộp các câu đã lưu.",
    "There is no network, so nothing was submitted. Your answers are kept here. Submit when it is back; if time ends, the server hands in what is saved."
  )
  let sendingFirst = both(
    "Đang gửi {count} câu còn lại trước khi nộp…", "Sending {count} answers before submitting…")
  let badNumber = both(
    "Nhập một số nguyên từ {min} đến {max}.", "Enter a whole number from {min} to {max}.")
  let noScript = both(
    "Trang đang chạy không có JavaScript: bấm “Lưu và sang câu sau” ở mỗi câu, đừng bấm “Câu sau”. Đồng hồ không tự chạy.",
    "Without JavaScript: press “Save and go on” on each question, not “Next”. The clock does not run by itself."
  )

  let reviewTitle = both("Xem lại trước khi nộp", "Review before you submit")
  let allAnswered = both("{Em} đã trả lời tất cả các câu.", "You have answered everything.")
  let unansweredTitle = both("Câu chưa trả lời", "Not answered")
  let flaggedTitle = both("Câu đã đánh dấu", "Flagged")
  let finalNote = both(
    "Nộp rồi thì không sửa được nữa.", "After submitting, nothing can be changed.")
  let submitNow = both("Nộp bài ngay", "Submit now")
  let backToExam = both("Quay lại làm bài", "Back to the questions")
  let submitting = both("Đang nộp…", "Submitting…")

  let receiptTitle = both("Đã nộp bài", "Submitted")
  let receiptExpired = both("Hết giờ – bài đã được nộp", "Time ended – your paper is in")
  let receiptExpiredText = both(
    "Máy chủ đã nộp bài với mọi câu lưu trước giờ kết thúc.",
    "The server handed in everything saved before the end.")
  let receiptCode = both("Mã biên nhận", "Receipt")
  let receiptAt = both("Nộp lúc", "Submitted at")
  let receiptPerson = both("Thí sinh", "Contestant")
  let receiptAnswered = both("Số câu đã trả lời", "Answered")
  let receiptPhoto = both(
    "Chụp lại màn hình này. Mã biên nhận chứng minh bài của {em} đã nằm trên máy chủ.",
    "Take a screenshot. The code proves that your paper is on the server.")
  let receiptResult = both("Xem kết quả", "See the result")
  let receiptHome = both("Về trang chủ", "Go home")
  let receiptUnsent = both(
    "Máy này còn {count} câu gửi không kịp trước giờ kết thúc, nên không được tính.",
    "{count} answers on this device did not arrive in time and do not count.")
}

extension Said<ExamWords> {
  func question(_ slot: Int, of count: Int) -> String {
    either("Câu \(slot) trên \(count)", "Question \(slot) of \(count)")
  }

  func answered(_ done: Int, of count: Int) -> String {
    either("Đã trả lời \(done)/\(count)", "Answered \(done)/\(count)")
  }

  func saved(at instant: Instant) -> String {
    self.saved.replacing("{time}", with: language.timeWithSeconds(instant))
  }

  func predictionRange(_ minimum: Int, _ maximum: Int) -> String {
    self.badNumber.replacing("{min}", with: language.number(minimum))
      .replacing("{max}", with: language.number(maximum))
  }

  func unanswered(_ count: Int) -> String {
    either(
      "Còn \(count) câu chưa trả lời.",
      count == 1 ? "1 question is not answered." : "\(count) questions are not answered.")
  }
}
