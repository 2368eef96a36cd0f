import QuizEngine

/// Arguments that cannot be meant.
enum BadArgument: Error, Hashable, Sendable {
  case unknown(String)
  case missing(String)
  case valueMissing(String)
  case badListen(String)
  case badProxy(String)
  case badMonitor(String)
  case demoInPublic

  var text: LocalizedText {
    switch self {
    case .unknown(let argument):
      LocalizedText(
        vi: "Không có tham số “\(argument)”.", en: "There is no argument “\(argument)”.")
    case .missing(let name):
      LocalizedText(vi: "Thiếu tham số \(name).", en: "The argument \(name) is missing.")
    case .valueMissing(let name):
      LocalizedText(
        vi: "Sau \(name) phải có một giá trị.", en: "A value must follow \(name).")
    case .badListen(let text):
      LocalizedText(
        vi: "--listen cần dạng MÁY:CỔNG, chẳng hạn 127.0.0.1:8080; “\(text)” không đúng dạng.",
        en: "--listen wants HOST:PORT such as 127.0.0.1:8080; “\(text)” is not.")
    case .badProxy(let text):
      LocalizedText(
        vi: "--trusted-proxy cần địa chỉ IP hoặc dải CIDR; “\(text)” không đúng dạng.",
        en: "--trusted-proxy wants an IP address or a CIDR block; “\(text)” is neither.")
    case .badMonitor(let text):
      LocalizedText(
        vi: "--metrics-from cần địa chỉ IP hoặc dải CIDR; “\(text)” không đúng dạng.",
        en: "--metrics-from wants an IP address or a CIDR block; “\(text)” is neither.")
    case .demoInPublic:
      LocalizedText(
        vi: "--demo chỉ chạy trên máy này (127.0.0.1 hoặc localhost), vì thẻ thử ai cũng biết.",
        en: "--demo only listens on this machine (127.0.0.1 or localhost): its cards are no secret."
      )
    }
  }
}

/// What `--help` prints.
enum Usage {
  static let version = "1.0.0"

  static let text = """
    TrainingServer --data DIR [--listen HOST:PORT] [--courses DIR]
                   [--trusted-proxy CIDR]… [--metrics-from CIDR]… [--host NAME]…
                   [--require-second-factor] [--log-requests] [--demo]

      --data DIR            thư mục dữ liệu, được tạo nếu chưa có
                            the data folder, made when missing
      --listen HOST:PORT    địa chỉ lắng nghe, mặc định 127.0.0.1:8080
                            where to listen, 127.0.0.1:8080 by default
      --courses DIR         thư mục khóa học, mặc định ./Courses
                            the folder of courses, ./Courses by default
      --trusted-proxy CIDR  tin X-Forwarded-For và X-Forwarded-Proto từ địa chỉ này
                            believe X-Forwarded-For and X-Forwarded-Proto from there
      --metrics-from CIDR   cho đọc /metrics cả từ địa chỉ này, không chỉ từ chính máy này
                            let /metrics be read from there too, not from this machine only
      --host NAME           chỉ trả lời cho tên máy chủ này (lặp lại được)
                            answer for this host name only (may be repeated)
      --require-second-factor
                            người tổ chức, quản trị, kiểm soát phải bật xác thực hai bước
                            organizers, admins and auditors must use two-step sign-in
      --log-requests        ghi nhật ký mọi yêu cầu, không chỉ những yêu cầu gặp lỗi
                            log every request, not only those with trouble
      --demo                điền dữ liệu thử vào thư mục trống và in thẻ đăng nhập
                            fill an empty folder with demo data and print sign-in cards
      --help, --version
    """
}
