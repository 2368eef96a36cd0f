import QuizEngine

extension ProblemKind {
  /// Names the kind, the same for every occurrence.
  var title: LocalizedText {
    switch self {
    case .notSignedIn: LocalizedText(vi: "Chưa đăng nhập", en: "Not signed in")
    case .wrongCredentials:
      LocalizedText(vi: "Thông tin đăng nhập không đúng", en: "Wrong credentials")
    case .cardReplaced: LocalizedText(vi: "Thẻ đã được thay", en: "The card was replaced")
    case .codeNeeded: LocalizedText(vi: "Cần mã xác thực", en: "A code is needed")
    case .wrongCode: LocalizedText(vi: "Mã xác thực không đúng", en: "Wrong code")
    case .ticketOver: LocalizedText(vi: "Đã quá 5 phút", en: "Five minutes are over")
    case .secondFactorMissing:
      LocalizedText(vi: "Cần bật xác thực hai bước", en: "Two-step sign-in is needed")
    case .tooManyTries: LocalizedText(vi: "Thử sai quá nhiều lần", en: "Too many wrong tries")
    case .tooFast: LocalizedText(vi: "Gửi nhanh quá", en: "Too fast")
    case .notAllowed: LocalizedText(vi: "Không có quyền", en: "Not allowed")
    case .notFound: LocalizedText(vi: "Không tìm thấy", en: "Not found")
    case .notEligible: LocalizedText(vi: "Không thuộc đối tượng dự thi", en: "Not eligible")
    case .notOpenYet: LocalizedText(vi: "Chưa mở", en: "Not open yet")
    case .closed: LocalizedText(vi: "Đã đóng", en: "Closed")
    case .noAttemptsLeft: LocalizedText(vi: "Hết lượt thi", en: "No attempts left")
    case .attemptRuns: LocalizedText(vi: "Lượt thi chưa hết giờ", en: "The attempt still runs")
    case .attemptEnded: LocalizedText(vi: "Lượt thi đã kết thúc", en: "The attempt has ended")
    case .staleRevision: LocalizedText(vi: "Đã có câu trả lời mới hơn", en: "A newer answer exists")
    case .noSuchSlot: LocalizedText(vi: "Đề không có câu này", en: "No such item")
    case .responseDoesNotFit:
      LocalizedText(vi: "Câu trả lời không hợp dạng", en: "The answer does not fit")
    case .predictionNotAsked:
      LocalizedText(vi: "Không có câu dự đoán", en: "No prediction is asked")
    case .predictionOutOfRange:
      LocalizedText(vi: "Số dự đoán ngoài khoảng", en: "Prediction out of range")
    case .notRevealedYet: LocalizedText(vi: "Chưa công bố", en: "Not revealed yet")
    case .bankTooSmall:
      LocalizedText(vi: "Ngân hàng câu hỏi quá nhỏ", en: "The question bank is too small")
    case .ambiguousBank:
      LocalizedText(vi: "Tên chỉ nhiều ngân hàng", en: "The name stands for several banks")
    case .keysWouldLeak:
      LocalizedText(vi: "Đáp án sẽ bị lộ", en: "Answers would be told too early")
    case .alreadyExists: LocalizedText(vi: "Đã tồn tại", en: "Already exists")
    case .notComplete: LocalizedText(vi: "Chưa hoàn thành", en: "Not complete")
    case .alreadyRevoked: LocalizedText(vi: "Đã thu hồi", en: "Already revoked")
    default: requestTitle
    }
  }

  private var requestTitle: LocalizedText {
    switch self {
    case .invalid: LocalizedText(vi: "Giá trị chưa đúng", en: "A value is not valid")
    case .sourceIssues: LocalizedText(vi: "Tệp có lỗi", en: "The file has mistakes")
    case .methodNotAllowed:
      LocalizedText(vi: "Cách gọi không dùng được ở đây", en: "Method not allowed")
    case .mediaType: LocalizedText(vi: "Sai loại nội dung", en: "Wrong media type")
    case .badRequest: LocalizedText(vi: "Yêu cầu không đọc được", en: "Malformed request")
    case .crossSite:
      LocalizedText(vi: "Yêu cầu đến từ trang khác", en: "The request comes from another site")
    case .staleForm: LocalizedText(vi: "Biểu mẫu đã cũ", en: "The form is out of date")
    case .tooLarge: LocalizedText(vi: "Nội dung quá lớn", en: "Too large")
    case .clockDoubtful:
      LocalizedText(vi: "Đồng hồ máy chủ chờ xác nhận", en: "The server's clock is doubtful")
    case .attemptsRunning:
      LocalizedText(vi: "Đang có người làm bài", en: "Attempts are running")
    case .busy: LocalizedText(vi: "Máy chủ đang bận", en: "The server is busy")
    case .diskFull: LocalizedText(vi: "Ổ đĩa máy chủ đã đầy", en: "The server's disk is full")
    default: LocalizedText(vi: "Lỗi của máy chủ", en: "A fault of the server")
    }
  }
}
