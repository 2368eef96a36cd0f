extension Refusal.Subject {
  /// The thing in words, inside a sentence.
  package var text: LocalizedText {
    switch self {
    case .person: LocalizedText(vi: "người này", en: "person")
    case .unit: LocalizedText(vi: "đơn vị", en: "unit")
    case .cohort: LocalizedText(vi: "lớp bồi dưỡng", en: "cohort")
    case .course: LocalizedText(vi: "khóa học", en: "course")
    case .lesson: LocalizedText(vi: "bài học", en: "lesson")
    case .contest: LocalizedText(vi: "cuộc thi", en: "contest")
    case .attempt: LocalizedText(vi: "lượt thi", en: "attempt")
    case .certificate: LocalizedText(vi: "giấy chứng nhận", en: "certificate")
    case .law: LocalizedText(vi: "quy định pháp luật", en: "law fact")
    case .card: LocalizedText(vi: "thẻ", en: "card")
    case .bank: LocalizedText(vi: "ngân hàng câu hỏi", en: "question bank")
    case .session: LocalizedText(vi: "phiên đăng nhập này", en: "session")
    case .secondFactor:
      LocalizedText(vi: "xác thực hai bước đang bật", en: "second factor that is on")
    case .page: LocalizedText(vi: "trang này", en: "page")
    }
  }
}

extension Refusal.Complaint {
  /// What to do about the value of `field`.
  func text(_ field: String) -> LocalizedText {
    let name = fieldNames[field] ?? LocalizedText(vi: field, en: field)
    let (vi, en) = (name.vietnamese, name.english)
    return switch self {
    case .missing: LocalizedText(vi: "Chưa điền mục “\(vi)”.", en: "“\(en)” is not filled in.")
    case .malformed:
      LocalizedText(vi: "Mục “\(vi)” viết chưa đúng dạng.", en: "“\(en)” has a wrong form.")
    case .tooLong: LocalizedText(vi: "Mục “\(vi)” quá dài.", en: "“\(en)” is too long.")
    case .tooShort: LocalizedText(vi: "Mục “\(vi)” quá ngắn.", en: "“\(en)” is too short.")
    case .tooMany:
      LocalizedText(
        vi: "Mục “\(vi)” nhiều quá một lần ghi. Hãy chọn một đơn vị nhỏ hơn.",
        en: "“\(en)” are more than one act takes. Choose a smaller unit.")
    case .unknown:
      LocalizedText(
        vi: "Mục “\(vi)” có giá trị không nhận ra được.", en: "“\(en)” has an unknown value.")
    case .contradicts:
      LocalizedText(
        vi: "Mục “\(vi)” mâu thuẫn với các mục khác.", en: "“\(en)” contradicts the others.")
    }
  }
}

/// What people call the fields; programs read the field itself beside the message.
private let fieldNames: [String: LocalizedText] = [
  "bank": LocalizedText(vi: "Ngân hàng câu hỏi", en: "Question bank"),
  "code": LocalizedText(vi: "Mã", en: "Code"),
  "dueAt": LocalizedText(vi: "Hạn hoàn thành", en: "Due"),
  "file": LocalizedText(vi: "Tệp", en: "File"),
  "name": LocalizedText(vi: "Tên", en: "Name"),
  "password": LocalizedText(vi: "Mật khẩu", en: "Password"),
  "people": LocalizedText(vi: "Người trong lớp", en: "People of the class"),
  "publicReason": LocalizedText(vi: "Lý do công khai", en: "Public reason"),
  "reason": LocalizedText(vi: "Lý do nội bộ", en: "Internal reason"),
  "sheet": LocalizedText(vi: "Thể lệ", en: "Rule sheet"),
  "unit": LocalizedText(vi: "Đơn vị", en: "Unit"),
  "username": LocalizedText(vi: "Tên đăng nhập", en: "Sign-in name"),
  "value": LocalizedText(vi: "Dự đoán", en: "Prediction"),
  "windows": LocalizedText(vi: "Giờ thi", en: "Times of the contest"),
]

extension Instant {
  /// Day and time in Viet Nam: `08:05 21/11/2026`.
  package var clockText: String {
    let time = CalendarTime(self, offset: vietnamOffset)
    return "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
      + " \(padded(time.day, 2))/\(padded(time.month, 2))/\(time.year)"
  }
}
