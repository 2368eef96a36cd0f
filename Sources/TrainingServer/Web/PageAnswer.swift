import QuizEngine

extension RequestContext {
  /// What the frame of a page says; reads the person's name.
  func chrome(_ route: Route, flash: Chrome.Flash? = nil) throws -> Chrome {
    Chrome(
      language: language, viewer: try viewer(), formToken: FormToken.make(credential),
      route: route, flash: flash ?? Notice(request)?.flash, now: now)
  }

  private func viewer() throws -> Chrome.Viewer? {
    guard let session else { return nil }
    let name = try site.names.read(session.person, engine)
    return Chrome.Viewer(name: name, roles: session.roles)
  }

  /// A page for one person: kept by no cache.
  func page(_ html: HTML, status: Int = 200) -> Response {
    Response(
      status: status,
      fields: ["Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"],
      body: Array(html.text.utf8))
  }

  /// 303 to a page of ours, which tells `notice` once.
  func go(to route: Route, _ notice: Notice? = nil) -> Response {
    guard let notice else { return .redirect(to: route.path) }
    return .redirect(to: route.with([("done", notice.rawValue)]).path)
  }

  /// 303 to a page of ours with the cookies of a session that was just opened.
  func goOn(to path: String, as signedIn: SignedIn) -> Response {
    var response = Response.redirect(to: path)
    response.fields.append(
      "Set-Cookie", SessionCookie.set(signedIn.token, isSecure: arrival.isSecure))
    if let device = signedIn.device {
      response.fields.append(
        "Set-Cookie", SessionCookie.device(device, isSecure: arrival.isSecure))
    }
    return response
  }

  /// Scheme and host as the person's browser knows them.
  var siteAddress: String {
    let scheme = arrival.isSecure ? "https" : "http"
    guard let authority = request.authority else { return "\(scheme)://localhost" }
    return "\(scheme)://\(authority.host)" + (authority.port.map { ":\($0)" } ?? "")
  }
}

/// What a page says once about the step that led to it.
enum Notice: String, CaseIterable, Sendable {
  case signedOut = "signed-out"
  case passwordChanged = "password-changed"
  case secondFactorNeeded = "second-factor-needed"
  case secondFactorOff = "second-factor-off"
  case sessionsEnded = "sessions-ended"
  case classMade = "class-made"
  case peopleTaken = "people-taken"
  case nobodyTaken = "nobody-taken"
  case contestOpened = "contest-opened"
  case contestClosed = "contest-closed"
  case contestPublished = "contest-published"
  case pdfMissing = "pdf-missing"
  case notSaved = "not-saved"
  case handedInElsewhere = "handed-in-elsewhere"
  case issued
  case nobodyIssued = "nobody-issued"
  case revoked
  case reasonMissing = "reason-missing"

  /// The notice that an address asks for; an unknown one is none.
  init?(_ request: Request) {
    guard request.target.rawQuery != nil, let name = request.query["done"] else { return nil }
    self.init(rawValue: name)
  }

  var flash: Chrome.Flash {
    let warns: [Notice] = [
      .secondFactorNeeded, .pdfMissing, .notSaved, .handedInElsewhere, .nobodyIssued, .nobodyTaken,
      .reasonMissing,
    ]
    return Chrome.Flash(tone: warns.contains(self) ? .warn : .good, text: text)
  }

  private var text: LocalizedText {
    switch self {
    case .signedOut: both("Đã đăng xuất.", "You are signed out.")
    case .passwordChanged:
      both(
        "Đã đổi mật khẩu; các thiết bị khác đã được đăng xuất.",
        "The password is changed; other devices were signed out.")
    case .secondFactorNeeded: Refusal.secondFactorMissing.text
    case .secondFactorOff:
      both("Đã tắt xác thực hai bước.", "Two-step sign-in is off.")
    case .sessionsEnded: both("Đã đăng xuất thiết bị kia.", "The other device is signed out.")
    case .classMade: both("Đã tạo lớp.", "The class is made.")
    case .peopleTaken:
      both("Đã thêm người của đơn vị vào lớp.", "People of the unit were added to the class.")
    case .nobodyTaken:
      both(
        "Đơn vị này không còn ai để thêm. Hãy nhập danh sách.",
        "The unit has nobody left to add. Import a list.")
    case .contestOpened: both("Đã mở cuộc thi.", "The contest is open.")
    case .contestClosed: both("Đã đóng vòng thi.", "The round is closed.")
    case .contestPublished: both("Đã công bố kết quả.", "The results are published.")
    case .pdfMissing:
      both(
        "Chưa làm được tệp PDF trên máy chủ này. Hãy bấm In rồi chọn “Lưu dưới dạng PDF”, hoặc tải ảnh.",
        "This server could not make a PDF. Press Print and choose “Save as PDF”, or get the picture."
      )
    case .notSaved:
      both(
        "Lựa chọn vừa rồi không được lưu: trước đó bài đã được nộp hoặc đã hết giờ. Giờ nộp ở bên dưới.",
        "What you just chose was not saved: the paper had been handed in or time had ended before. "
          + "The time is below.")
    case .handedInElsewhere:
      both(
        "Bài này đã được nộp trên một máy khác hoặc ở một cửa sổ khác, vào lúc ghi bên dưới.",
        "This paper was handed in on another device or in another window, at the time below.")
    case .issued: both("Đã cấp giấy chứng nhận.", "The certificates are issued.")
    case .nobodyIssued:
      both(
        "Chưa cấp giấy nào: không ai được chọn hoặc mọi người đã có giấy.",
        "No certificate was issued: nobody was chosen, or everybody holds one.")
    case .reasonMissing:
      both(
        "Chưa thu hồi: hãy ghi lý do nội bộ rồi bấm Thu hồi.",
        "Not withdrawn: write the internal reason, then press Withdraw.")
    case .revoked: both("Đã thu hồi giấy chứng nhận.", "The certificate is withdrawn.")
    }
  }
}
