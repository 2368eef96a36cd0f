import QuizEngine

@testable import TrainingServer

let publicSamples: [Sample] = [
  Sample("welcome", welcomePage(School.chrome(.home, nil))),
  Sample("sign-in", signInPage(SignInPage(), School.chrome(.signIn, nil))),
  Sample(
    "sign-in-refused",
    signInPage(
      SignInPage(
        next: "/contests", username: "bao.tran",
        errors: [FieldError(field: "username", message: Refusal.wrongCredentials.text)]),
      School.chrome(.signIn, nil))),
  Sample(
    "sign-in-card-refused",
    signInPage(
      SignInPage(
        card: "k3m9-qx2a",
        errors: [FieldError(field: "card", message: Refusal.wrongCredentials.text)]),
      School.chrome(.signIn, nil))),
  Sample(
    "sign-in-code",
    signInCodePage(
      SignInCodePage(
        ticket: "01k9.1764000000000.AbC", next: "/contests",
        errors: [FieldError(field: "code", message: Refusal.wrongCode.text)]),
      School.chrome(.signIn, nil))),
  Sample("card", card(.usable(givenName: "Bảo", className: "Lớp 7A"), nil)),
  Sample("card-shared", card(.usable(givenName: "Bảo", className: "Lớp 7A"), School.pupil)),
  Sample("card-replaced", card(.replaced(at: School.moment("2026-11-20T07:05:00Z")), nil)),
  Sample("card-unknown", card(.unknown, nil)),
  Sample("verify-form", verifyFormPage(VerifyForm(), School.chrome(.verify, nil))),
  Sample(
    "verify-unknown",
    verifyPage(
      VerifyPage(code: "k3m9<qx2a>", finding: .unknown), School.chrome(.verify("x"), nil))),
  Sample("verify-found", verified(nil)),
  Sample(
    "verify-withdrawn",
    verified(
      PublicCertificate.Withdrawal(
        at: School.moment("2026-11-20T03:00:00Z"), reason: "In sai họ tên, đã cấp lại"))),
  Sample(
    "help",
    helpPage(
      HelpPage(
        title: "Hướng dẫn",
        text: """
          <p>Trang này giúp em học và thi.</p>
          <h2>Vào học bằng thẻ</h2>
          <p>Quét mã QR trên thẻ, rồi bấm <strong>Vào học và thi</strong>.</p>
          <ul><li>Giữ kín thẻ.</li><li>Mất thẻ thì báo thầy cô.</li></ul>
          """), School.chrome(.help))),
  Sample(
    "law", lawPage(LawPage(facts: [lawFact, oldLawFact]), School.chrome(.law("L-006,L-068")))),
  Sample(
    "problem",
    problemPage(
      ProblemPage(
        status: 410,
        title: LocalizedText(vi: "Lượt thi đã kết thúc", en: "The attempt has ended"),
        detail: LocalizedText(
          vi: "Hết giờ lúc 08:35, ngày 21/11/2026. Mọi câu em lưu trước đó đã được nộp.",
          en: "Time ended at 08:35 on 21 Nov 2026. Everything saved before that was handed in."),
        advice: LocalizedText(
          vi: "Em xem biên nhận và giữ lại mã.", en: "Open the receipt and keep its code."),
        ways: [
          (LocalizedText(vi: "Xem biên nhận", en: "See the receipt"), .receipt(School.attempt)),
          (LocalizedText(vi: "Về trang chủ", en: "Go home"), .home),
        ]), School.chrome(.attempt(School.attempt)))),
  Sample(
    "problem-incident",
    problemPage(
      ProblemPage(
        status: 500,
        title: LocalizedText(vi: "Máy chủ gặp trục trặc", en: "The server has a problem"),
        detail: LocalizedText(
          vi: "Việc vừa rồi chưa được ghi. Những gì đã lưu trước đó vẫn còn nguyên.",
          en: "The last step was not recorded. Everything saved before is safe."),
        incident: "7f3a-90c1"), School.chrome(.me))),
  Sample(
    "problem-kind",
    problemKindPage(
      ProblemKindPage(
        slug: "attempt-ended", status: 410,
        title: LocalizedText(vi: "Lượt thi đã kết thúc", en: "The attempt has ended"),
        meaning: LocalizedText(
          vi: "Câu trả lời gửi sau giờ kết thúc không được tính.",
          en: "Answers sent after the end do not count."),
        advice: LocalizedText(
          vi: "Mở biên nhận để xem những gì đã nộp.", en: "Open the receipt to see what is in.")),
      School.chrome(.problem("attempt-ended"), nil))),
]

private func verified(_ withdrawal: PublicCertificate.Withdrawal?) -> HTML {
  verifyPage(
    VerifyPage(
      code: "k3m9-qx2a-7p4d-0v8t",
      finding: .found(
        PublicCertificate(
          holder: "Trần Quốc Bảo", unitName: School.schoolName,
          award: LocalizedText(
            vi: "Hoàn thành khóa bồi dưỡng “An ninh mạng trong nhà trường”",
            en: "Completed “Cybersecurity at school”"), periods: 12,
          issuedAt: School.moment("2026-11-18T02:00:00Z"), number: "0007/2026/GCN",
          registerEntry: "7", withdrawal: withdrawal))), School.chrome(.verify("x"), nil))
}

private let lawFact = LawFact(
  id: "L-006",
  statement: LocalizedText(
    vi:
      "Không được giả mạo trang thông tin hay tài khoản của người khác để lừa gạt, bôi nhọ hoặc gây hại.",
    en: "Nobody may impersonate another person's site or account to deceive, defame or harm."),
  source: LocalizedText(
    vi: "Luật An ninh mạng 116/2025/QH15, Điều 7 khoản 1",
    en: "Cybersecurity Law 116/2025/QH15, Article 7(1)"),
  inForceFrom: School.moment("2026-06-30T17:00:00Z"), inForceUntil: nil, replacedBy: [],
  confidence: .lawText,
  conditions: LocalizedText(
    vi: "Phải trái quy định của pháp luật.", en: "It must be contrary to law."),
  doNotSay: LocalizedText(vi: "Ai đùa cũng bị cấm.", en: "Every joke is banned."),
  clauseRead: School.moment("2026-11-27T17:00:00Z"))

private let oldLawFact = LawFact(
  id: "L-068",
  statement: LocalizedText(vi: "Mức phạt cũ.", en: "The old fine."),
  source: LocalizedText(
    vi: "Nghị định 15/2020/NĐ-CP, Điều 101", en: "Decree 15/2020/NĐ-CP, Article 101"),
  inForceFrom: nil, inForceUntil: School.moment("2026-06-30T17:00:00Z"), replacedBy: [],
  confidence: .reliableSource)

private func card(_ state: CardPage.State, _ viewer: Chrome.Viewer?) -> HTML {
  cardPage(CardPage(card: "k3m9qx2a7p4d0v8t", state: state), School.chrome(.card("x"), viewer))
}
