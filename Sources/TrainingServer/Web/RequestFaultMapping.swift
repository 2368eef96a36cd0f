import QuizEngine

extension Problem {
  /// A fault of the request itself.
  init(_ fault: RequestFault) {
    switch fault {
    case .noSuchPage: self.init(.notFound, Refusal.notFound(.page).text)
    case .methodNotAllowed(let methods):
      self.init(
        .methodNotAllowed,
        LocalizedText(
          vi: "Địa chỉ này chỉ nhận \(Self.list(methods)).",
          en: "This address only takes \(Self.list(methods))."))
      allowed = methods
    case .mediaType(let expected):
      self.init(
        .mediaType,
        LocalizedText(
          vi: "Nội dung gửi lên phải có kiểu \(expected).", en: "The body must be \(expected)."))
    case .malformedBody(let text): self.init(.badRequest, text)
    case .badMember(let name, let complaint):
      self.init(
        .badRequest, Refusal.invalid(field: name, complaint).text,
        [("field", .string(name)), ("complaint", .string(complaint.rawValue))])
    case .badQuery(let name):
      self.init(
        .badRequest,
        LocalizedText(
          vi: "Tham số “\(name)” trên địa chỉ lặp lại, không có hoặc viết sai.",
          en: "The query parameter “\(name)” is repeated, unknown or malformed."),
        [("parameter", .string(name))])
    case .crossSite, .staleForm, .overloaded, .tooLarge: self = Self.ofTransfer(fault)
    }
  }

  private static func ofTransfer(_ fault: RequestFault) -> Problem {
    switch fault {
    case .crossSite:
      Problem(
        .crossSite,
        LocalizedText(
          vi: "Thao tác bị chặn vì yêu cầu không đến từ chính trang này. Chưa có gì thay đổi; hãy "
            + "mở trang này trực tiếp rồi làm lại.",
          en: "This was blocked because the request does not come from this site itself. Nothing "
            + "was changed; open the site directly and try again."))
    case .staleForm:
      Problem(
        .staleForm,
        LocalizedText(
          vi: "Biểu mẫu đã cũ, có thể do vừa đăng nhập lại ở thẻ khác. Chưa có gì thay đổi; "
            + "hãy tải lại trang rồi gửi lại.",
          en: "The form is out of date, perhaps because you signed in again in another tab. "
            + "Nothing was changed; reload the page and send it again."))
    case .tooLarge:
      Problem(
        .tooLarge,
        LocalizedText(
          vi: "Nội dung gửi lên quá lớn; chưa có gì được lưu.",
          en: "What was sent is too large; nothing was saved."))
    default: .busy(jitter: 0)
    }
  }

  /// More arrives than can be done now.
  ///
  /// - Parameter jitter: seconds to be added, so that not everybody comes back at once.
  static func busy(jitter: Int) -> Problem {
    var problem = Problem(
      .busy,
      LocalizedText(
        vi: "Máy chủ đang rất bận. Thao tác này chưa được lưu; hãy thử lại sau vài giây.",
        en: "The server is very busy. This was not saved; try again in a few seconds."))
    problem.retryAfter = 3 + jitter
    return problem
  }

  private static func list(_ methods: [Method]) -> String {
    methods.map(\.rawValue).joined(separator: ", ")
  }
}
