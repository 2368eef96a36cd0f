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
    switch self {
    case .missing:
      LocalizedText(vi: "Chưa điền mục “\(field)”.", en: "“\(field)” is not filled in.")
    case .malformed:
      LocalizedText(vi: "Mục “\(field)” viết chưa đúng dạng.", en: "“\(field)” has a wrong form.")
    case .tooLong: LocalizedText(vi: "Mục “\(field)” quá dài.", en: "“\(field)” is too long.")
    case .tooShort: LocalizedText(vi: "Mục “\(field)” quá ngắn.", en: "“\(field)” is too short.")
    case .unknown:
      LocalizedText(
        vi: "Mục “\(field)” có giá trị không nhận ra được.", en: "“\(field)” has an unknown value.")
    case .contradicts:
      LocalizedText(
        vi: "Mục “\(field)” mâu thuẫn với các mục khác.", en: "“\(field)” contradicts the others.")
    }
  }
}

extension Instant {
  /// Day and time in Viet Nam: `08:05 21/11/2026`.
  package var clockText: String {
    let time = CalendarTime(self, offset: vietnamOffset)
    return "\(padded(time.hour, 2)):\(padded(time.minute, 2))"
      + " \(padded(time.day, 2))/\(padded(time.month, 2))/\(time.year)"
  }
}
