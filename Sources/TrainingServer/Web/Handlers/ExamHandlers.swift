import QuizEngine

/// The pages of a running attempt and its receipt.
enum ExamHandlers {
  static func exam(_ context: RequestContext) throws -> Response {
    let reading = try own(context)
    guard reading.endedAt == nil else {
      return context.go(to: .receipt(reading.attempt.id))
    }
    return try page(reading, view(in: context.request.query, reading), context)
  }

  /// The exam page, after a form without script also with what could not be saved.
  static func page(
    _ reading: AttemptReading, _ view: ExamView, _ context: RequestContext,
    unsaved: ExamPage.Unsaved? = nil, status: Int = 200
  ) throws -> Response {
    let language = context.language
    let model = ExamPage(
      attempt: reading.attempt.id, title: reading.contest.sheet.title,
      deadline: reading.attempt.deadline,
      items: reading.paper.items.map { item in
        let prompt = item.question.prompt[language].heading
        return ExamPage.ItemView(
          slot: item.slot, kind: item.question.kind, prompt: prompt.lead, promptRest: prompt.rest,
          options: OptionView.list(item.question, order: item.order, language))
      },
      answers: reading.state.answers.mapValues { saved in
        ExamPage.AnswerView(
          revision: saved.revision, letters: saved.response.letters, savedAt: saved.savedAt)
      }, prediction: prediction(reading), view: view, unsaved: unsaved)
    let chrome = try context.chrome(.attempt(reading.attempt.id, view))
    var response = context.page(examPage(model, chrome), status: status)
    if unsaved == nil {
      // The device's own worker may keep the page that long, for a reload without network.
      let left = reading.attempt.deadline + .seconds(86_400) - context.now
      response.fields.append("X-Keep-Copy", String(max(0, left.milliseconds / 1000)))
    }
    return response
  }

  private static func prediction(_ reading: AttemptReading) -> ExamPage.PredictionView? {
    guard let terms = reading.contest.sheet.prediction else { return nil }
    let saved = reading.state.prediction
    return ExamPage.PredictionView(
      question: terms.question, minimum: terms.minimum, maximum: terms.maximum,
      revision: saved?.revision ?? 0, value: saved?.value, savedAt: saved?.savedAt)
  }

  private static func view(in query: Form, _ reading: AttemptReading) -> ExamView {
    if query["view"] == "all" { return .all }
    if query["item"] == "prediction", reading.contest.sheet.prediction != nil {
      return .prediction
    }
    let slot = query["item"].flatMap { wholeNumber($0) } ?? 1
    return .item(min(max(1, slot), max(1, reading.paper.items.count)))
  }

  static func review(_ context: RequestContext) throws -> Response {
    let reading = try own(context)
    let id = reading.attempt.id
    guard reading.endedAt == nil else { return context.go(to: .receipt(id)) }
    let unanswered = reading.paper.items.map(\.slot).filter { slot in
      (reading.state.answers[slot]?.response ?? .cleared) == .cleared
    }
    let model = ReviewPage(
      attempt: id, title: reading.contest.sheet.title, deadline: reading.attempt.deadline,
      itemCount: reading.paper.items.count, unanswered: unanswered,
      isPredicted: reading.contest.sheet.prediction.map { _ in
        reading.state.prediction != nil
      })
    return context.page(reviewPage(model, try context.chrome(.review(id))))
  }

  /// Whoever asks after the deadline and before the clock has written it ends the attempt so.
  static func receipt(_ context: RequestContext, _ reply: Reply) throws {
    let reading = try own(context)
    guard reading.endedAt != nil else {
      return reply.send(context.go(to: .attempt(reading.attempt.id)))
    }
    if let closing = reading.state.closing {
      return reply.send(try receipt(reading, closing, context))
    }
    context.engine.submit(
      reading.attempt.id, by: reading.attempt.person, at: context.now
    ) { result in
      switch result {
      case .success(let ended):
        reply.finishOnWorker { try receipt(reading, ended.closing, context) }
      case .failure(let error): reply.fail(error)
      }
    }
  }

  private static func receipt(
    _ reading: AttemptReading, _ closing: Closing, _ context: RequestContext
  ) throws -> Response {
    let chrome = try context.chrome(.receipt(reading.attempt.id))
    let contest = reading.contest
    let isPredicted = reading.state.prediction == nil ? 0 : 1
    let model = ReceiptPage(
      attempt: reading.attempt.id, title: contest.sheet.title,
      person: chrome.viewer?.name ?? "", closing: closing,
      answered: reading.state.answeredCount + isPredicted,
      itemCount: reading.paper.items.count + (contest.sheet.prediction == nil ? 0 : 1),
      hasResult: contest.reveals(
        contest.sheet.feedback.score, ofRound: reading.attempt.round, at: context.now),
      late: reading.late)
    return context.page(receiptPage(model, chrome))
  }

  static func own(_ context: RequestContext) throws -> AttemptReading {
    try context.engine.attempt(
      context.id("attempt", .attempt), of: context.requireSession().person, at: context.now)
  }
}
