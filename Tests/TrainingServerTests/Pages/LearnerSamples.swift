import QuizEngine

@testable import TrainingServer

let learnerSamples: [Sample] = [
  Sample("home-pupil", homePage(pupilHome, School.chrome(.home))),
  Sample(
    "home-nothing",
    homePage(HomePage(name: School.pupil.name, next: nil), School.chrome(.home))),
  Sample("home-organizer", homePage(organizerHome, School.chrome(.home, School.organizer))),
  Sample(
    "me",
    mePage(
      MePage(
        name: School.pupil.name, unitName: "Lớp 7A, \(School.schoolName)", roles: [.student],
        signedInUntil: School.moment("2026-11-21T14:00:00Z"), hasPassword: true,
        sessions: [
          OwnSession(
            name: SHA256.hash("a"), createdAt: School.now, seenAt: School.now, isThis: true),
          OwnSession(
            name: SHA256.hash("b"), createdAt: School.moment("2026-11-20T02:00:00Z"),
            seenAt: School.moment("2026-11-20T03:30:00Z"), isThis: false),
          OwnSession(
            name: SHA256.hash("c"), createdAt: School.moment("2026-11-20T01:00:00Z"),
            seenAt: School.moment("2026-11-20T01:30:00Z"), isThis: false),
        ],
        certificates: [
          .init(
            title: School.courseTitle, number: "0031/2026/GCN", code: "k3m9qx2a",
            issuedAt: School.moment("2026-11-10T02:00:00Z"), isRevoked: false)
        ],
        attempts: [
          .init(
            id: School.attempt, title: School.contestTitle, startedAt: School.now, end: .running,
            score: nil),
          .init(
            id: School.id(4), title: School.contestTitle,
            startedAt: School.moment("2026-11-14T01:00:00Z"),
            end: .submitted(School.moment("2026-11-14T01:18:30Z")),
            score: Points(thousandths: 8500)),
        ]), School.chrome(.me))),
  Sample(
    "password",
    passwordPage(
      PasswordPage(errors: [
        FieldError(field: "password", message: PasswordRefusal.guessable.message)
      ]), School.chrome(.password))),
  Sample("second-factor-off", secondFactor(.off)),
  Sample(
    "second-factor-proposed",
    secondFactor(
      .proposed(
        .init(
          qr: QRCode("otpauth://totp/hoc.example.vn:hoa?secret=JBSWY3DP")?.svg(label: "QR")
            ?? .empty, letters: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP")))),
  Sample(
    "second-factor-on",
    secondFactor(
      .on(since: School.moment("2026-11-10T02:00:00Z"), recoveryCodes: 7),
      errors: [FieldError(field: "code", message: Refusal.wrongCode.text)])),
  Sample(
    "recovery-codes",
    recoveryCodesPage(
      RecoveryCodesPage(codes: [
        "0a1b-2c3d-4e5f-6g7h-8j9k-0m1n-2p", "zzzz-yyyy-xxxx-wwww-vvvv-tttt-ss",
      ]),
      School.chrome(.secondFactor, School.teacher))),
  Sample(
    "courses",
    coursesPage(
      CoursesPage(courses: [
        .init(
          slug: "em-va-khong-gian-mang", title: School.courseTitle, summary: School.courseSummary,
          grades: "6–9", periods: 0, lessons: 7, completed: 3),
        .init(
          slug: "bi-mat-cua-em", title: LocalizedText(vi: "Bí mật của em", en: "Your secrets"),
          summary: LocalizedText(
            vi: "Mật khẩu, ảnh riêng tư và quyền được nói không.",
            en: "Passwords, private pictures and the right to say no."), grades: "4–5", periods: 0,
          lessons: 4, completed: 0),
      ]), School.chrome(.courses))),
  Sample(
    "courses-empty", coursesPage(CoursesPage(courses: []), School.chrome(.courses))),
  Sample("course", coursePage(pupilCourse, School.chrome(.course("em-va-khong-gian-mang")))),
  Sample("lesson", lessonPage(lesson(answered: false), School.chrome(.lesson("c", "l")))),
  Sample("lesson-answered", lessonPage(lesson(answered: true), School.chrome(.lesson("c", "l")))),
  Sample("lesson-tried", lessonPage(lessonTried(), School.chrome(.lesson("c", "l")))),
  Sample("lesson-again", lessonPage(lessonAgain(), School.chrome(.lesson("c", "l")))),
  Sample("lesson-missing", lessonPage(lessonWithOneOpen(), School.chrome(.lesson("c", "l")))),
  Sample(
    "lesson-stranger",
    lessonPage(lesson(answered: false), School.chrome(.lesson("c", "l"), nil))),
  Sample(
    "lesson-practised", lessonPage(lessonPractised(), School.chrome(.lesson("c", "l"), nil))),
  Sample(
    "certificate",
    certificatePage(
      certificate(revocation: nil), School.chrome(.certificate("k3m9"), School.teacher))),
]

private let pupilHome = HomePage(
  name: School.pupil.name,
  next: DueItem(
    kind: .contestOpen, title: School.contestTitle, route: .contest(School.contest),
    at: School.moment("2026-11-21T10:00:00Z")),
  later: [
    DueItem(
      kind: .lesson, title: LocalizedText(vi: "Tin giả và cách kiểm chứng", en: "Fake news"),
      route: .lesson("em-va-khong-gian-mang", "tin-gia"),
      at: School.moment("2026-11-28T16:59:00Z"), progress: (3, 7)),
    DueItem(
      kind: .contestSoon,
      title: LocalizedText(vi: "Vòng phường – bảng THCS", en: "Ward round"),
      route: .contest(School.contest), at: School.moment("2026-12-05T01:00:00Z")),
  ],
  done: [
    DueItem(
      kind: .certificate, title: School.courseTitle, route: .certificate("k3m9"),
      at: School.moment("2026-11-10T02:00:00Z"))
  ])

private let organizerHome = HomePage(
  name: School.organizer.name,
  next: DueItem(
    kind: .watch, title: School.contestTitle, route: .watch(School.contest),
    at: School.moment("2026-11-21T10:00:00Z"), progress: (812, 1240)),
  later: [
    DueItem(
      kind: .cohort, title: LocalizedText(vi: "Bồi dưỡng đợt 1 năm 2026", en: "Intake 1 of 2026"),
      route: .cohort(School.cohort), at: School.moment("2026-11-30T10:00:00Z"), progress: (18, 42))
  ])

private let pupilCourse = CoursePage(
  slug: "em-va-khong-gian-mang", title: School.courseTitle, summary: School.courseSummary,
  grades: "6–9", periods: 2,
  modules: [
    .init(
      slug: "nen-tang", title: LocalizedText(vi: "Những điều nền tảng", en: "Foundations"),
      periods: 1,
      lessons: [
        .init(
          slug: "mang-co-luat",
          title: LocalizedText(vi: "Không gian mạng cũng có luật", en: "Law online too"),
          minutes: 15,
          tries: Completion(
            person: School.id(1), course: "c", lesson: "mang-co-luat", at: School.now,
            passedAt: School.now, right: 3, asked: 3), passMark: 2),
        .init(
          slug: "tin-gia",
          title: LocalizedText(vi: "Tin giả và cách kiểm chứng", en: "Fake news"), minutes: 15,
          tries: Completion(
            person: School.id(1), course: "c", lesson: "tin-gia", at: School.now, passedAt: nil,
            right: 1, asked: 6), passMark: 4),
        .init(
          slug: "anh-cua-em",
          title: LocalizedText(
            vi: "Đồng ý hay không đồng ý: ảnh của em, quyền của em", en: "Your pictures"),
          minutes: 20, tries: nil),
      ],
      test: .init(
        title: LocalizedText(vi: "Kiểm tra cuối khóa", en: "Final test"), items: 10,
        duration: .minutes(20), passMark: Points(thousandths: 5000),
        scale: Points(thousandths: 10_000), state: .locked(missing: 2))),
    .init(
      slug: "nang-cao", title: LocalizedText(vi: "Khi có chuyện xảy ra", en: "When it happens"),
      periods: 1, lessons: [],
      test: .init(
        title: LocalizedText(vi: "Kiểm tra phần hai", en: "Second test"), items: 10,
        duration: .minutes(20), passMark: Points(thousandths: 5000),
        scale: Points(thousandths: 10_000), state: .open(attemptsLeft: 2),
        best: Points(thousandths: 4500))),
  ])

private func lesson(answered: Bool) -> LessonPage {
  var page = LessonPage(
    course: "em-va-khong-gian-mang", courseTitle: School.courseTitle, slug: "mang-co-luat",
    title: LocalizedText(vi: "Không gian mạng cũng có luật", en: "Law online too"), index: 1,
    count: 7, minutes: 15, text: lessonText, laws: [School.law, School.secondLaw])
  page.questions = School.prompts.enumerated().map { index, question in
    CheckpointQuestion(
      number: index + 1, kind: index == 2 ? .multiple : .single, prompt: question.prompt,
      options: School.options(question.options),
      review: answered ? review(isCorrect: index != 1, index == 2) : nil)
  }
  page.next = .init(
    slug: "tin-gia", title: LocalizedText(vi: "Tin giả và cách kiểm chứng", en: "Fake news"))
  page.passMark = 2
  if answered {
    page.completedAt = Language.vietnamese.moment(School.now)
    page.standing = .init(right: 2, asked: 3, isPassed: true, open: 3)
  }
  return page
}

/// Two of three were wrong.
private func lessonTried() -> LessonPage {
  var page = lesson(answered: true)
  page.questions[2].review = review(isCorrect: false, true)
  page.completedAt = nil
  page.standing = .init(right: 1, asked: 3, isPassed: false, open: 2)
  return page
}

/// The next time only those two are asked.
private func lessonAgain() -> LessonPage {
  var page = lesson(answered: false)
  page.questions.removeFirst()
  page.standing = .init(right: 1, asked: 3, isPassed: false, open: 2)
  return page
}

private func lessonWithOneOpen() -> LessonPage {
  var page = lesson(answered: false)
  for index in page.questions.indices {
    page.questions[index].chosen = index == 1 ? [] : [School.letter("b")]
    page.questions[index].isMissing = index == 1
  }
  return page
}

private func lessonPractised() -> LessonPage {
  var page = lesson(answered: true)
  (page.completedAt, page.standing) = (nil, nil)
  return page
}

func review(isCorrect: Bool, _ isMultiple: Bool = false) -> AnswerReview {
  let right = isMultiple ? ["a", "b", "d"] : ["a"]
  return AnswerReview(
    isCorrect: isCorrect, chosen: (isCorrect ? right : ["c"]).map(School.letter),
    right: right.map(School.letter),
    explanation: """
      <p>Giả mạo tài khoản của người khác là hành vi bị cấm, dù chưa ai mất tiền.\(lawMark("L-006"))</p>
      """)
}

/// As Markdown writes it.
private func lawMark(_ laws: String) -> HTML {
  let label = Words.open.lawOfParagraph.vietnamese
  return """
    <a class="law law-mark" href="/law/\(laws)" aria-label="\(label)" title="\(label)">§</a>
    """
}

private let lessonText: HTML = """
  <p>Tối thứ Sáu, nhóm chat lớp 7A bỗng hiện một tin nhắn lạ: “Lan đây, tớ đổi nick, cho tớ vay 50 nghìn nhé”. Nhưng Lan đang ngồi cạnh em.</p>
  <h2>Em sẽ biết</h2>
  <ul><li>Vì sao chuyện trên mạng vẫn là chuyện thật.</li><li>Luật nào bảo vệ em.</li><li>Em làm gì khi gặp tài khoản giả.</li></ul>
  <h2>Nghĩ thử</h2>
  <p>Nếu em là bạn của Lan, em sẽ trả lời tin nhắn ấy thế nào?</p>
  <blockquote><p>“Khoan đã, để tớ gọi cho Lan hỏi lại.”</p></blockquote>
  <h2>Luật nói gì</h2>
  <p>Không ai được giả mạo tài khoản của người khác để lừa gạt hay bôi nhọ.\(lawMark("L-006,L-012"))</p>
  <h3>Nói cách khác</h3>
  <p>Tên và ảnh của em là của em, kể cả trên mạng.\(lawMark("L-050"))</p>
  """

func certificate(revocation: Certificate.Revocation?) -> CertificatePage {
  CertificatePage(
    certificate: Certificate(
      id: School.id(30), code: "k3m9-qx2a-7p4d-0v8t", person: School.id(1),
      holder: "Trần Quốc Bảo", unitName: School.schoolName, course: "boi-duong",
      courseTitle: LocalizedText(
        vi: "An ninh mạng trong nhà trường: luật và thực hành",
        en: "Cybersecurity at school: law and practice"), periods: 12, cohort: School.cohort,
      issuedAt: School.moment("2026-11-18T02:00:00Z"), year: 2026, entry: 7,
      revocation: revocation),
    parentBody: "Sở Giáo dục và Đào tạo Hà Nội", issuingBody: "Trung tâm Bồi dưỡng nhà giáo",
    place: "Hà Nội", signer: .init(title: "Giám đốc", name: "Phạm Thị Ngọc Lan"), qr: School.qr,
    checkAddress: "hoc.example.vn/verify")
}

private func secondFactor(
  _ state: SecondFactorPage.State, errors: [FieldError] = []
) -> HTML {
  secondFactorPage(
    SecondFactorPage(state: state, errors: errors),
    School.chrome(.secondFactor, School.teacher))
}
