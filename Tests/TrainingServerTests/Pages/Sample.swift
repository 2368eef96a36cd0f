import QuizEngine

@testable import TrainingServer

/// One page with the data of an invented school; named as its golden file.
struct Sample: Sendable {
  let name: String
  let page: HTML

  init(_ name: String, _ page: HTML) {
    self.name = name
    self.page = page
  }

  static let all: [Sample] =
    publicSamples + learnerSamples + contestSamples + examSamples + staffSamples
    + contestStaffSamples
    + englishSamples
}

/// People, moments and texts that the samples share.
enum School {
  static let now = moment("2026-11-21T01:05:00Z")
  static let attempt = id(3) as AttemptID
  static let contest = id(7) as ContestID
  static let cohort = id(9) as CohortID

  static func moment(_ text: String) -> Instant {
    Instant(iso8601: text) ?? Instant(milliseconds: 0)
  }

  static func id<Noun>(_ number: UInt64) -> ID<Noun> {
    ID(
      number: UInt128(0x019A_A3C5_7C20_7000 + number) << 64
        | UInt128(0x8123_4567_89AB_CDEF as UInt64))
  }

  static func letter(_ text: String) -> OptionLetter {
    OptionLetter(text) ?? letter("a")
  }

  static let digest = Digest((0..<32).map { UInt8($0 * 7 + 5) })

  static func chrome(
    _ route: Route, _ viewer: Chrome.Viewer? = pupil, _ language: Language = .vietnamese,
    flash: Chrome.Flash? = nil
  ) -> Chrome {
    Chrome(
      language: language, viewer: viewer, formToken: "Zm9ybS10b2tlbg", route: route, flash: flash,
      now: now)
  }

  static let late = [
    LateDelivery(
      sent: LateAnswer(
        answer: .saved(slot: 4, revision: 2, response: .choice(letter("b"))),
        chosenAt: moment("2026-11-21T01:15:58Z"), sentAt: moment("2026-11-21T01:21:40Z")),
      receivedAt: moment("2026-11-21T01:21:41Z")),
    LateDelivery(
      sent: LateAnswer(
        answer: .predicted(revision: 1, value: 3195), chosenAt: moment("2026-11-21T01:16:30Z"),
        sentAt: moment("2026-11-21T01:21:40Z")), receivedAt: moment("2026-11-21T01:21:41Z")),
  ]

  static let pupil = Chrome.Viewer(name: "Nguyễn Thị Minh Anh", roles: [.student])
  static let teacher = Chrome.Viewer(name: "Trần Quốc Bảo", roles: [.teacher])
  static let organizer = Chrome.Viewer(name: "Lê Thu Hằng", roles: [.organizer, .teacher])
  static let auditor = Chrome.Viewer(name: "Đỗ Gia Huy", roles: [.auditor])

  static let schoolName = "Trường THCS Hoa Sen, phường Long Biên"
  static let courseTitle = LocalizedText(
    vi: "Em và không gian mạng an toàn", en: "You and a safe cyberspace")
  static let courseSummary = LocalizedText(
    vi: "Bảy bài học ngắn về luật bảo vệ em trên mạng và cách cư xử tử tế khi lên mạng.",
    en: "Seven short lessons on the law that protects you online and on being decent there.")
  static let contestTitle = LocalizedText(
    vi: "Tìm hiểu Luật An ninh mạng 2026 – vòng trường",
    en: "Cybersecurity Law 2026 – school round")
  static let law = LawCitation(
    id: "L-006", source: "Luật An ninh mạng 116/2025/QH15, Điều 7 khoản 1")
  static let secondLaw = LawCitation(
    id: "L-050", source: "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 24")

  static let sheet = RuleSheet(
    slug: "vong-truong", title: contestTitle,
    summary: LocalizedText(
      vi: "Hai mươi câu hỏi về những điều luật học sinh gặp mỗi ngày trên mạng.",
      en: "Twenty questions on the law pupils meet online every day."),
    eligibility: Eligibility(roles: [.student]),
    rounds: [
      Round(
        title: LocalizedText(vi: "Vòng trường", en: "School round"),
        window: Window(
          opens: moment("2026-11-21T01:30:00Z"), closes: moment("2026-11-21T10:00:00Z")))
    ],
    blueprint: Blueprint(
      bank: "mau", draws: [Draw(count: 20)], shufflesItems: true, shufflesOptions: true),
    attempt: AttemptTerms(
      duration: .minutes(20), limit: 2, lateStart: .cutAtClosing, timeBasis: .lastChange),
    scoring: Scoring(perItem: Points(thousandths: 500), multiple: .allOrNothing),
    prediction: PredictionTerms(
      target: .personsAllCorrect,
      question: LocalizedText(
        vi: "Theo em, có bao nhiêu người trả lời đúng tất cả các câu?",
        en: "How many people will answer everything correctly?"), minimum: 0, maximum: 100_000),
    ranking: RankingTerms(
      counted: .best, requiresAllCorrect: false,
      keys: [
        RankingKey(.score, .descending), RankingKey(.predictionDistance, .ascending),
        RankingKey(.timeUsed, .ascending), RankingKey(.submittedAt, .ascending),
      ]),
    feedback: FeedbackTerms(score: .submission, answers: .closing),
    board: BoardTerms(reveal: .publication, top: 20))

  static func contestValue(publishedAt: Instant? = nil) throws -> Contest {
    Contest(
      id: contest, purpose: .contest, unit: id(20), sheet: sheet, bank: try sampleDigest(),
      windows: sheet.rounds.map(\.window), createdAt: moment("2026-11-01T00:00:00Z"),
      publishedAt: publishedAt)
  }

  private static func sampleDigest() throws -> Digest {
    guard let digest else { throw SampleError.digest }
    return digest
  }

  enum SampleError: Error {
    case digest
  }

  static let prompts: [(prompt: HTML, options: [HTML])] = [
    (
      "Một bạn lập tài khoản mạng xã hội lấy tên và ảnh của em rồi nhắn tin vay tiền bạn bè em. Việc này là gì theo Luật An ninh mạng?",
      [
        "Hành vi bị nghiêm cấm: giả mạo người khác trên mạng",
        "Trò đùa, không liên quan đến pháp luật", "Chỉ sai khi có người mất tiền thật",
        "Được phép nếu xóa tài khoản trong 24 giờ",
      ]
    ),
    (
      "Em nhận được tin nhắn báo trúng thưởng, yêu cầu gửi mã OTP. Em nên làm gì trước tiên?",
      [
        "Không gửi mã, nói ngay với người lớn em tin cậy", "Gửi mã rồi đổi mật khẩu sau",
        "Chuyển tiếp tin nhắn cho cả lớp cùng thử", "Trả lời để hỏi thêm về phần thưởng",
      ]
    ),
    (
      "Những thông tin nào sau đây là <strong>dữ liệu cá nhân</strong> của em?",
      [
        "Họ tên, ngày sinh và địa chỉ nhà", "Ảnh chụp gương mặt em",
        "Số trang của sách giáo khoa", "Nhóm máu trong hồ sơ sức khỏe",
      ]
    ),
  ]

  static func options(_ texts: [HTML]) -> [OptionView] {
    texts.enumerated().compactMap { index, text in
      OptionLetter(index: index).map { OptionView(letter: $0, text: text) }
    }
  }

  /// A small square pattern in place of a real code.
  static let qr: HTML = """
    <svg viewBox="0 0 21 21" width="120" height="120" role="img" aria-label="QR">\
    <rect width="21" height="21" fill="#fff"/>\
    <path d="M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7zM9 2h2v3h-2zM9 9h4v2h-4zM15 9h3v3h-3zM9 14h2v6h-2zM13 13h3v3h-3zM17 17h4v4h-4z"/></svg>
    """
}
