/// What came of asking the site through its proxy.
struct SiteFacts {
  let url: String
  let answer: SiteAnswer
  let serverAnswers: Bool

  private var isTLS: Bool { url.hasPrefix("https://") }

  /// The host of the address, without port.
  private var host: String {
    let rest = url.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" }
    guard rest.hasPrefix("[") else { return rest.prefix { $0 != ":" }.lowercased() }
    return String(rest.prefix { $0 != "]" }) + "]"
  }

  /// What to say about it.
  var findings: [Finding] {
    if let failure = answer.failure { return [unreachable(failure)] }
    guard serverAnswers else { return [serverIsMissing] }
    // A body that is no JSON comes from somebody else.
    guard let json = try? JSON(answer.body), json["ready"] != nil else { return [stranger] }
    guard let arrival = json["arrival"] else { return [keyLost] }
    return [schemeFinding(arrival), hostFinding(arrival), clientFinding(arrival)]
      + (isTLS ? [strictTransportFinding] : [plain])
  }

  private func unreachable(_ failure: LocalizedText) -> Finding {
    Finding(
      .wrong, "site", vi: "Không hỏi được \(url): \(failure.vietnamese)",
      en: "\(url) could not be asked: \(failure.english)",
      advice: LocalizedText(
        vi: "Xem proxy có chạy không, tên miền và chứng chỉ có đúng không.",
        en: "See whether the proxy runs and whether name and certificate are right."))
  }

  private var serverIsMissing: Finding {
    Finding(
      .wrong, "site", vi: "Không có máy chủ nào của thư mục này trả lời để so với \(url).",
      en: "No server of this folder answers, to compare with \(url).",
      advice: LocalizedText(vi: "Chạy máy chủ rồi khám lại.", en: "Start it, then look again."))
  }

  private var stranger: Finding {
    Finding(
      .wrong, "site", vi: "\(url) trả lời \(answer.status), nhưng không phải máy chủ này trả lời.",
      en: "\(url) answers \(answer.status), but this server is not who answers.",
      advice: LocalizedText(
        vi: "Kiểm tra proxy_pass (nginx) hoặc reverse_proxy (Caddy): cần chỉ đến máy chủ và không "
          + "chặn /readyz.",
        en: "See proxy_pass (nginx) or reverse_proxy (Caddy): it must lead to the server and let "
          + "/readyz pass."))
  }

  private var keyLost: Finding {
    Finding(
      .wrong, "site",
      vi: "\(url) dẫn đến một máy chủ khác cùng loại, hoặc proxy bỏ mất trường "
        + "X-Training-Probe.",
      en: "\(url) leads to another server of this kind, or the proxy drops the field "
        + "X-Training-Probe.",
      advice: LocalizedText(
        vi: "Kiểm tra địa chỉ phía sau proxy và --data.",
        en: "See the address behind the proxy, and --data."))
  }

  private func schemeFinding(_ arrival: JSON) -> Finding {
    let scheme = arrival["scheme"]?.string ?? "?"
    let isRight = scheme == (isTLS ? "https" : "http")
    return Finding(
      isRight ? .good : .wrong, "scheme", vi: "Máy chủ thấy người dùng đến bằng \(scheme).",
      en: "The server sees visitors come by \(scheme).", advice: Self.trustTheProxy)
  }

  private func hostFinding(_ arrival: JSON) -> Finding {
    let found = arrival["host"]?.string ?? ""
    return Finding(
      found == host ? .good : .wrong, "host", vi: "Máy chủ thấy tên “\(found)”.",
      en: "The server sees the name “\(found)”.",
      advice: LocalizedText(
        vi: "Proxy phải chuyển Host: proxy_set_header Host $host (nginx).",
        en: "The proxy must pass Host on: proxy_set_header Host $host (nginx)."))
  }

  private func clientFinding(_ arrival: JSON) -> Finding {
    let client = arrival["client"]?.string ?? "?"
    let isForwarded = arrival["forwarded"]?.bool ?? false
    let verdict: Finding.Verdict = isForwarded ? .good : isTLS ? .wrong : .note
    return Finding(
      verdict, "address",
      vi: "Máy chủ thấy người dùng ở địa chỉ \(client)"
        + (isForwarded ? ", do proxy cho biết." : ", không qua proxy."),
      en: "The server sees visitors at \(client)"
        + (isForwarded ? ", as the proxy says." : ", without a proxy."),
      advice: verdict == .wrong ? Self.trustTheProxy : nil)
  }

  private var strictTransportFinding: Finding {
    let value = answer.strictTransport
    return Finding(
      value == nil ? .wrong : .good, "hsts",
      vi: value.map { "Trình duyệt được dặn chỉ dùng https (\($0))." }
        ?? "Thiếu Strict-Transport-Security.",
      en: value.map { "Browsers are told to come by https only (\($0))." }
        ?? "Strict-Transport-Security is missing.", advice: Self.trustTheProxy)
  }

  private var plain: Finding {
    Finding(
      .warning, "tls", vi: "Địa chỉ này không có TLS: thẻ và mật khẩu đi qua mạng không mã hóa.",
      en: "This address has no TLS: cards and passwords cross the network in the clear.",
      advice: LocalizedText(
        vi: "Đặt nginx hoặc Caddy có TLS ở trước; xem Deploy/README.md.",
        en: "Put nginx or Caddy with TLS in front; see Deploy/README.md."))
  }

  private static let trustTheProxy = LocalizedText(
    vi: "Proxy phải gửi X-Forwarded-Proto và X-Forwarded-For, và máy chủ phải chạy với "
      + "--trusted-proxy ĐỊA_CHỈ_PROXY.",
    en: "The proxy must send X-Forwarded-Proto and X-Forwarded-For, and the server must run with "
      + "--trusted-proxy ADDRESS_OF_PROXY.")
}
