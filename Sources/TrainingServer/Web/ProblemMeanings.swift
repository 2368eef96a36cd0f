import QuizEngine

extension ProblemKind {
  /// What the kind means, for whoever follows a problem's `type`.
  var meaning: LocalizedText {
    switch self {
    case .notSignedIn: Refusal.notSignedIn.text
    case .wrongCredentials: Refusal.wrongCredentials.text
    case .cardReplaced:
      both(
        "Thẻ bị khóa khi in thẻ mới hoặc khi bị báo mất. Người phát thẻ in được thẻ mới.",
        "A card is locked when a new one is printed or it is reported lost. Whoever hands out cards "
          + "can print a new one.")
    case .codeNeeded: Refusal.codeNeeded.text
    case .wrongCode: Refusal.wrongCode.text
    case .ticketOver: Refusal.ticketOver.text
    case .secondFactorMissing: Refusal.secondFactorMissing.text
    case .tooManyTries:
      both(
        "Sau năm lần nhập sai, mỗi lần thử tiếp phải chờ lâu hơn. Tài khoản không bị khóa.",
        "After five wrong tries each further one has to wait longer. The account is not locked.")
    case .tooFast:
      both(
        "Mỗi lượt thi nhận tối đa 20 lần lưu một giây và 2.000 lần một giờ. Lần bị từ chối chưa được "
          + "lưu: hãy chờ theo Retry-After rồi gửi lại.",
        "An attempt takes 20 saves a second and 2,000 an hour. One that was refused is not saved: "
          + "wait as Retry-After says and send it again.")
    case .notAllowed: Refusal.notAllowed.text
    case .notFound, .noSuchSlot:
      both(
        "Địa chỉ, mã hoặc số câu này không có, hoặc không thuộc về người đang hỏi.",
        "The address, code or item does not exist, or does not belong to whoever asks.")
    case .notEligible:
      both(
        "Thể lệ quy định ai được dự thi theo đơn vị, vai trò và độ tuổi.",
        "The rules say who may enter, by unit, role and age.")
    case .notOpenYet, .closed, .attemptRuns, .attemptEnded, .noAttemptsLeft:
      both(
        "Thể lệ quy định giờ mở, giờ đóng, thời gian và số lượt. Đồng hồ của máy chủ quyết định; "
          + "những câu đã lưu trước đó đều được tính.",
        "The rules set opening, closing, duration and number of attempts. The server's clock "
          + "decides; everything saved before counts.")
    case .staleRevision:
      both(
        "Câu này đã được lưu với số lần sửa cao hơn, từ thẻ hoặc máy khác. Bản mới được giữ.",
        "The item was saved with a higher revision from another tab or device. The newer is kept.")
    case .responseDoesNotFit, .predictionNotAsked, .predictionOutOfRange:
      both(
        "Câu trả lời không đúng dạng mà câu hỏi yêu cầu. Câu trả lời cũ vẫn được giữ.",
        "The answer does not have the form that the question asks for. The old answer is kept.")
    case .notRevealedYet: Refusal.notRevealedYet.text
    default: requestMeaning
    }
  }

  private var requestMeaning: LocalizedText {
    switch self {
    case .bankTooSmall, .ambiguousBank, .keysWouldLeak, .alreadyExists, .notComplete,
      .alreadyRevoked, .invalid, .sourceIssues:
      both(
        "Dữ liệu gửi lên không hợp lệ hoặc mâu thuẫn với dữ liệu đã có. Chưa có gì được ghi.",
        "What was sent is not valid or contradicts what is known. Nothing was written.")
    case .methodNotAllowed, .mediaType, .badRequest, .tooLarge:
      both(
        "Yêu cầu không theo đúng mô tả của giao diện lập trình (/api/v1/openapi.json).",
        "The request does not follow the description of the API (/api/v1/openapi.json).")
    case .crossSite, .staleForm:
      both(
        "Trang này chỉ nhận thay đổi từ chính biểu mẫu của nó, để trang khác không giả mạo được.",
        "The site takes changes from its own forms only, so that no other site can forge them.")
    case .clockDoubtful: Refusal.clockDoubtful.text
    case .attemptsRunning: Refusal.attemptsRunning.text
    case .busy, .diskFull:
      both(
        "Máy chủ tạm thời không nhận thêm được. Những gì đã báo “đã lưu” vẫn còn; hãy thử lại.",
        "The server cannot take more right now. What was confirmed as saved is kept; try again.")
    default:
      both(
        "Lỗi nằm ở máy chủ. Mã sự cố chỉ đúng dòng nhật ký để người quản trị tìm nguyên nhân.",
        "The fault is the server's. The incident code names the log line for the administrator.")
    }
  }
}
