@testable import QuizEngine
@testable import TrainingServer

let examSamples: [Sample] = [
  Sample("exam-item", examPage(exam(.item(2)), School.chrome(.attempt(School.attempt)))),
  Sample("exam-prediction", examPage(exam(.prediction), School.chrome(.attempt(School.attempt)))),
  Sample("exam-unsaved", examPage(examUnsaved(), School.chrome(.attempt(School.attempt)))),
  Sample("exam-all", examPage(exam(.all), School.chrome(.attempt(School.attempt)))),
  Sample(
    "exam-review",
    reviewPage(
      ReviewPage(
        attempt: School.attempt, title: School.contestTitle,
        deadline: School.moment("2026-11-21T01:17:26Z"), itemCount: 20, unanswered: [4, 11, 17],
        isPredicted: false), School.chrome(.review(School.attempt)))),
  Sample(
    "exam-review-complete",
    reviewPage(
      ReviewPage(
        attempt: School.attempt, title: School.contestTitle,
        deadline: School.moment("2026-11-21T01:17:26Z"), itemCount: 20, unanswered: [],
        isPredicted: true), School.chrome(.review(School.attempt)))),
  Sample("receipt", receipt(isSubmitted: true)),
  Sample("receipt-expired", receipt(isSubmitted: false)),
  Sample("receipt-late", receipt(isSubmitted: false, late: School.late)),
  Sample("result", resultPage(result, School.chrome(.result(School.attempt)))),
  Sample(
    "result-later",
    resultPage(
      ResultPage(
        attempt: School.attempt, title: School.contestTitle,
        back: (School.contestTitle, .contest(School.contest)), score: nil,
        laterNote: LocalizedText(
          vi: "Điểm hiện sau khi vòng thi đóng lúc 17:00, 21/11/2026 (giờ Việt Nam).",
          en: "The score follows after the round closes at 17:00 on 21 Nov 2026 (Viet Nam time).")),
      School.chrome(.result(School.attempt)))),
]

private func examUnsaved() -> ExamPage {
  var page = exam(.prediction)
  page.unsaved = ExamPage.Unsaved(
    view: .prediction, letters: [], number: "nhiều",
    reason: Refusal.invalid(field: "value", .malformed).text)
  return page
}

func exam(_ view: ExamView) -> ExamPage {
  let items = (1...20).map { slot in
    let question = School.prompts[(slot - 1) % School.prompts.count]
    return ExamPage.ItemView(
      slot: slot, kind: slot % 3 == 0 ? .multiple : .single, prompt: question.prompt,
      options: School.options(question.options))
  }
  let savedAt = School.moment("2026-11-21T01:04:07Z")
  return ExamPage(
    attempt: School.attempt, title: School.contestTitle,
    deadline: School.moment("2026-11-21T01:17:26Z"), items: items,
    answers: [
      1: .init(revision: 1, letters: [School.letter("b")], savedAt: savedAt),
      2: .init(revision: 3, letters: [School.letter("a")], savedAt: savedAt),
      3: .init(revision: 1, letters: ["a", "b"].map(School.letter), savedAt: savedAt),
      5: .init(revision: 2, letters: [], savedAt: savedAt),
    ],
    prediction: .init(
      question: School.sheet.prediction?.question ?? School.contestTitle, minimum: 0,
      maximum: 100_000), view: view)
}

private func receipt(isSubmitted: Bool, late: [LateDelivery] = []) -> HTML {
  guard let digest = School.digest else { return .empty }
  return receiptPage(
    ReceiptPage(
      attempt: School.attempt, title: School.contestTitle, person: School.pupil.name,
      closing: Closing(
        at: School.moment("2026-11-21T01:17:26Z"), isSubmitted: isSubmitted,
        receipt: Receipt(sequence: 27, digest: digest)), answered: 18, itemCount: 21,
      hasResult: isSubmitted, late: late), School.chrome(.receipt(School.attempt)))
}

private let result = ResultPage(
  attempt: School.attempt, title: School.contestTitle,
  back: (School.contestTitle, .contest(School.contest)),
  score: .init(
    points: Points(thousandths: 8500), maximum: Points(thousandths: 10_000), correct: 17,
    itemCount: 20, timeUsed: .seconds(1098), submittedAt: School.moment("2026-11-21T01:17:26Z")),
  place: .init(rank: 42, ranked: 1240, decidedBy: .predictionDistance),
  prediction: .init(value: 120, actual: 88),
  items: School.prompts.enumerated().map { index, question in
    .init(
      slot: index + 1, prompt: question.prompt, options: School.options(question.options),
      review: review(isCorrect: index != 1, index == 2))
  },
  readNext: [
    (
      LocalizedText(vi: "Tin giả và cách kiểm chứng", en: "Fake news"),
      .lesson("em-va-khong-gian-mang", "tin-gia")
    )
  ], board: .standings(School.contest))
