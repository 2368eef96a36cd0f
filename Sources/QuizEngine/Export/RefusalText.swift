extension Refusal {
  /// What happened, what was kept and what to do now, for the person who was refused.
  package var text: LocalizedText {
    switch self {
    case .notSignedIn, .wrongCredentials, .codeNeeded, .wrongCode, .ticketOver,
      .secondFactorMissing, .tooManyTries, .notAllowed, .notFound, .alreadyExists, .invalid:
      accessText
    case .notEligible(let obstacle): obstacle.text
    case .notOpenYet, .closed, .tooFast, .noAttemptsLeft, .attemptEnded, .staleRevision,
      .noSuchSlot,
      .responseDoesNotFit, .predictionNotAsked, .predictionOutOfRange, .notRevealedYet:
      contestText
    case .bankTooSmall, .ambiguousBank, .keysWouldLeak, .keysStillAsked, .notComplete,
      .alreadyRevoked:
      courseText
    case .clockDoubtful, .attemptsRunning: clockText
    case .cardReplaced, .attemptRuns: cardText
    }
  }

  private var accessText: LocalizedText {
    switch self {
    case .notSignedIn:
      LocalizedText(
        vi: "Chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại; bài đã lưu vẫn còn nguyên.",
        en:
          "You are not signed in, or the session has ended. Sign in again; what was saved is kept.")
    case .wrongCredentials:
      LocalizedText(
        vi: "Mã thẻ, tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.",
        en: "The card code, user name or password is not right. Check it and type it again.")
    case .codeNeeded:
      LocalizedText(
        vi: "Tài khoản này bật xác thực hai bước. Hãy gửi kèm mã 6 chữ số của ứng dụng xác thực.",
        en: "Two-step sign-in is on. Send the six digits of the authenticator app along.")
    case .wrongCode:
      LocalizedText(
        vi: "Mã không đúng, đã hết hạn hoặc đã dùng rồi. Hãy chờ mã tiếp theo của ứng dụng và xem "
          + "giờ trên điện thoại có đúng không.",
        en: "The code is wrong, over or used already. Wait for the app's next one, and check that "
          + "the telephone's clock is right.")
    case .ticketOver:
      LocalizedText(
        vi: "Bước nhập mã chỉ chờ 5 phút. Hãy đăng nhập lại từ đầu.",
        en: "The step of the code waits five minutes only. Sign in again from the beginning.")
    case .secondFactorMissing:
      LocalizedText(
        vi: "Ở đây người quản lý phải dùng xác thực hai bước. Hãy bật ở trang “Tài khoản”, rồi làm "
          + "tiếp.",
        en:
          "Whoever manages has to use two-step sign-in here. Turn it on under “Your account”, then "
          + "go on.")
    case .tooManyTries(let until):
      LocalizedText(
        vi: "Đã nhập sai nhiều lần. Hãy thử lại sau \(until.clockText) (giờ Việt Nam).",
        en: "Too many wrong tries. Try again after \(until.clockText) (Viet Nam time).")
    case .notAllowed:
      LocalizedText(
        vi: "Tài khoản này không có quyền làm việc đó. Khi cần, hãy hỏi người tổ chức.",
        en: "This account may not do that. Ask the organizer if you need to.")
    case .notFound(let subject):
      LocalizedText(
        vi: "Không tìm thấy \(subject.text.vietnamese). Hãy kiểm tra lại địa chỉ hoặc mã.",
        en: "There is no such \(subject.text.english). Check the address or the code.")
    case .alreadyExists(let subject, let name):
      LocalizedText(
        vi: "\(subject.text.vietnamese) “\(name)” đã có. Hãy chọn tên khác.",
        en: "The \(subject.text.english) “\(name)” exists already. Choose another name.")
    case .invalid(let field, let complaint): complaint.text(field)
    default: LocalizedText(vi: "", en: "")
    }
  }

  private var contestText: LocalizedText {
    switch self {
    case .notOpenYet(let opens):
      LocalizedText(
        vi: "Chưa đến giờ. Mở lúc \(opens.clockText) (giờ Việt Nam).",
        en: "Not yet: it opens at \(opens.clockText) (Viet Nam time).")
    case .closed(let since):
      LocalizedText(
        vi: "Cuộc thi đã đóng lúc \(since.clockText) (giờ Việt Nam).",
        en: "The contest closed at \(since.clockText) (Viet Nam time).")
    case .noAttemptsLeft(let limit):
      LocalizedText(
        vi: "Đã dùng hết \(limit) lượt thi của vòng này. Kết quả của các lượt đó vẫn được giữ.",
        en: "All \(limit) attempts of this round are used. Their results are kept.")
    case .tooFast:
      LocalizedText(
        vi: "Gửi nhanh quá nên lần này máy chủ chưa nhận. Mọi câu đã lưu vẫn còn; hãy chờ vài giây "
          + "rồi gửi lại.",
        en: "This came too fast and was not taken this time. Everything saved is kept; wait a few "
          + "seconds and send it again.")
    case .attemptEnded(let at, let byDeadline):
      byDeadline
        ? LocalizedText(
          vi: "Hết giờ làm bài lúc \(at.clockText). Mọi câu đã lưu trước đó đều được nộp.",
          en: "Time ended at \(at.clockText). Everything saved before was handed in.")
        : LocalizedText(
          vi: "Bài đã nộp lúc \(at.clockText) nên không sửa được nữa.",
          en: "The paper was handed in at \(at.clockText) and cannot be changed any more.")
    case .staleRevision(let found):
      LocalizedText(
        vi: "Câu này đã có bản mới hơn (lần \(found)), lưu từ máy hoặc thẻ khác. Bản mới được giữ.",
        en: "A newer answer (revision \(found)) was saved from another device or tab. It is kept.")
    case .noSuchSlot(let slot):
      LocalizedText(vi: "Đề không có câu \(slot).", en: "The paper has no item \(slot).")
    case .responseDoesNotFit(let slot):
      LocalizedText(
        vi: "Câu trả lời không hợp với dạng của câu \(slot). Câu đã lưu trước đó vẫn được giữ.",
        en: "The answer does not fit the kind of item \(slot). What was saved before is kept.")
    case .predictionNotAsked:
      LocalizedText(
        vi: "Cuộc thi này không có câu dự đoán.", en: "This contest asks no prediction.")
    case .predictionOutOfRange(let minimum, let maximum):
      LocalizedText(
        vi: "Số dự đoán phải từ \(minimum) đến \(maximum).",
        en: "The prediction must be from \(minimum) to \(maximum).")
    case .notRevealedYet:
      LocalizedText(
        vi: "Kết quả chưa được công bố. Theo thể lệ, hãy quay lại sau khi vòng thi đóng.",
        en: "Results are not out yet. By the rules, come back after the round has closed.")
    default: LocalizedText(vi: "", en: "")
    }
  }

  private var courseText: LocalizedText {
    switch self {
    case .bankTooSmall(let topic, let level, let wanted, let found):
      LocalizedText(
        vi: "Đề cần \(wanted) câu\(filter(topic, level)) nhưng ngân hàng chỉ có \(found).",
        en: "The paper wants \(wanted) questions\(filter(topic, level)), the bank has \(found).")
    case .ambiguousBank(let name, let choices):
      LocalizedText(
        vi:
          "Tên “\(name)” chỉ \(choices.count) ngân hàng khác nhau. Trong thể lệ hãy ghi một trong "
          + "các mã này vào \"bank\": \(choices.joined(separator: ", ")).",
        en: "The name “\(name)” stands for \(choices.count) different banks. Write one of these as "
          + "the sheet's \"bank\": \(choices.joined(separator: ", ")).")
    case .keysWouldLeak(let title, let at):
      LocalizedText(
        vi:
          "Cuộc thi “\(title.vietnamese)” dùng chung câu hỏi và hai cuộc thi chồng giờ nhau: đáp án "
          + "hiện lúc \(at.clockText) khi vẫn còn người đang thi. Hãy đổi giờ, dùng ngân hàng khác, "
          + "hoặc đặt \"answers\" là \"publication\" hay \"never\".",
        en: "The contest “\(title.english)” has questions in common and overlaps in time: answers "
          + "would be shown at \(at.clockText) while people still write. Change the times, use "
          + "another bank, or set \"answers\" to \"publication\" or \"never\".")
    case .keysStillAsked(let title, let until):
      LocalizedText(
        vi:
          "Cuộc thi “\(title.vietnamese)” đang diễn ra với cùng câu hỏi, công bố bây giờ sẽ lộ đáp "
          + "án. Hãy công bố sau \(until.clockText), khi mọi người đã nộp bài.",
        en: "The contest “\(title.english)” is running with the same questions, so publishing now "
          + "would tell its answers. Publish after \(until.clockText), when everybody has handed in."
      )
    case .notComplete(let missing):
      LocalizedText(
        vi: "Còn \(missing) phần chưa hoàn thành. Hãy hoàn thành rồi quay lại.",
        en: "\(missing) parts are not complete yet. Complete them and come back.")
    case .alreadyRevoked:
      LocalizedText(
        vi: "Giấy này đã bị thu hồi trước đó.", en: "This paper was revoked before.")
    default: LocalizedText(vi: "", en: "")
    }
  }

  private var clockText: LocalizedText {
    switch self {
    case .clockDoubtful:
      LocalizedText(
        vi: "Đồng hồ của máy chủ đang chờ người vận hành xác nhận nên chưa bắt đầu, đóng hay công "
          + "bố được. Bài đang làm vẫn được lưu. Hãy thử lại sau ít phút.",
        en: "The server's clock waits for its operator's word, so nothing can start, close or be "
          + "published. Running papers are saved. Try again in a few minutes.")
    case .attemptsRunning:
      LocalizedText(
        vi: "Đang có người làm bài: chỉnh đồng hồ lúc này sẽ dời giờ nộp của họ. Chưa có gì thay "
          + "đổi; hãy chờ các lượt thi kết thúc.",
        en: "Attempts are running: setting the clock now would move their deadlines. Nothing was "
          + "changed; wait until they have ended.")
    default: LocalizedText(vi: "", en: "")
    }
  }

  private func filter(_ topic: String?, _ level: Int?) -> String {
    let parts = [topic.map { "topic=\($0)" }, level.map { "level=\($0)" }].compactMap { $0 }
    return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
  }
}

extension Eligibility.Obstacle {
  fileprivate var text: LocalizedText {
    switch self {
    case .role:
      LocalizedText(
        vi: "Cuộc thi này dành cho đối tượng khác.", en: "This contest is for other people.")
    case .unit:
      LocalizedText(
        vi: "Cuộc thi này dành cho đơn vị khác.", en: "This contest is for another unit.")
    case .tooYoung:
      LocalizedText(vi: "Chưa đủ tuổi dự thi.", en: "Below the age for this contest.")
    case .tooOld:
      LocalizedText(vi: "Quá tuổi dự thi.", en: "Above the age for this contest.")
    case .birthYearUnknown:
      LocalizedText(
        vi: "Thể lệ có giới hạn tuổi nhưng hồ sơ chưa có năm sinh. Hãy nhờ người tổ chức bổ sung.",
        en: "The contest has an age limit and your year of birth is missing. Ask the organizer.")
    }
  }
}
