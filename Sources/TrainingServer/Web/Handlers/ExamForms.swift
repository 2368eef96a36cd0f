import QuizEngine

/// What the exam's plain forms send: everything works without script.
enum ExamForms {
  static func start(_ contest: ContestID, _ context: RequestContext, _ reply: Reply) throws {
    let session = try context.requireSession()
    context.engine.startAttempt(in: contest, by: session, at: context.now) { result in
      switch result {
      case .success(let dealt): reply.send(context.go(to: .attempt(dealt.attempt.id)))
      case .failure(let error): reply.fail(error)
      }
    }
  }

  /// Saves a choice and turns the page; without a choice it only turns.
  static func answer(_ context: RequestContext, _ reply: Reply) throws {
    let form = context.form
    let id: AttemptID = try context.id("attempt", .attempt)
    guard let slot = wholeNumber(context.parameters["slot"]) else { throw Refusal.notFound(.page) }
    let next = address(after: .item(slot), form["next"], id)
    let letters = form.all("choice").compactMap { OptionLetter($0) }
    let isClearing = form["clear"] != nil
    guard letters.count == form.all("choice").count else {
      throw Refusal.responseDoesNotFit(slot: slot)
    }
    let reading = try ExamHandlers.own(context)
    let known = reading.state.answers[slot]
    if letters.isEmpty, !isClearing, known == nil {
      return reply.send(context.go(to: next))
    }
    let response = response(letters, isClearing: isClearing, reading.paper[slot: slot])
    let revision = try revision(form)
    // A second press of the same button is no newer answer.
    if known?.revision == revision, known?.response == response {
      return reply.send(context.go(to: next))
    }
    context.engine.save(
      response, slot: slot, revision: revision, in: id, by: reading.attempt.person,
      at: context.now
    ) { result in
      finish(result.map { _ in }, .item(slot), letters, next, id, context, reply)
    }
  }

  private static func response(
    _ letters: [OptionLetter], isClearing: Bool, _ item: PaperItem?
  ) -> QuizEngine.Response {
    let chosen = Set(letters).sorted()
    guard !isClearing, let first = chosen.first else { return .cleared }
    return item?.question.kind == .multiple ? .choices(chosen) : .choice(first)
  }

  static func prediction(_ context: RequestContext, _ reply: Reply) throws {
    let form = context.form
    let id: AttemptID = try context.id("attempt", .attempt)
    let next = address(after: .prediction, form["next"], id)
    let text = (form["value"] ?? "").trimmed
    guard !text.isEmpty else { return reply.send(context.go(to: next)) }
    let person = try context.requireSession().person
    guard let value = wholeNumber(text) else {
      return reply.finishOnWorker {
        try ExamHandlers.page(
          try ExamHandlers.own(context), .prediction, context,
          unsaved: ExamPage.Unsaved(
            view: .prediction, letters: [], number: String(text.prefix(9)),
            reason: Refusal.invalid(field: "value", .malformed).text), status: 422)
      }
    }
    context.engine.predict(
      value, revision: try revision(form), in: id, by: person, at: context.now
    ) { result in
      finish(result.map { _ in }, .prediction, [], next, id, context, reply)
    }
  }

  static func submit(_ context: RequestContext, _ reply: Reply) throws {
    let id: AttemptID = try context.id("attempt", .attempt)
    context.engine.submit(id, by: try context.requireSession().person, at: context.now) {
      result in
      switch result {
      case .success: reply.send(context.go(to: .receipt(id)))
      case .failure(let error): reply.fail(error)
      }
    }
  }

  /// Turns the page, or shows it again with the refusal; an ended attempt leads to its receipt.
  private static func finish(
    _ result: Result<Void, any Error>, _ view: ExamView, _ letters: [OptionLetter],
    _ next: Route, _ id: AttemptID, _ context: RequestContext, _ reply: Reply
  ) {
    switch result {
    case .success: reply.send(context.go(to: next))
    case .failure(Refusal.attemptEnded): reply.send(context.go(to: .receipt(id), .notSaved))
    case .failure(let refusal as Refusal):
      let problem = Problem(refusal, at: context.now)
      let shown: [ProblemKind] = [
        .staleRevision, .responseDoesNotFit, .predictionOutOfRange, .tooFast,
      ]
      guard shown.contains(problem.kind) else { return reply.fail(refusal) }
      reply.finishOnWorker {
        var response = try ExamHandlers.page(
          try ExamHandlers.own(context), view, context,
          unsaved: unsaved(view, letters, problem, context), status: problem.kind.status)
        problem.addFields(to: &response)
        return response
      }
    case .failure(let error): reply.fail(error)
    }
  }

  /// What was sent stands in the form again; but where another device was faster, its answer does.
  private static func unsaved(
    _ view: ExamView, _ letters: [OptionLetter], _ problem: Problem, _ context: RequestContext
  ) throws -> ExamPage.Unsaved {
    let isStale = problem.kind == .staleRevision
    var letters = letters
    if isStale, case .item(let slot) = view {
      letters = try ExamHandlers.own(context).state.answers[slot]?.response.letters ?? []
    }
    return ExamPage.Unsaved(
      view: view, letters: letters,
      number: isStale ? nil : context.form["value"].map { String($0.trimmed.prefix(9)) },
      reason: problem.detail)
  }

  private static func revision(_ form: Form) throws(RequestFault) -> Int {
    guard let number = form["revision"].flatMap({ wholeNumber($0) }),
      (1...1_000_000_000).contains(number)
    else { throw .badMember("revision", .malformed) }
    return number
  }

  private static func address(after view: ExamView, _ next: String?, _ id: AttemptID) -> Route {
    switch next {
    case "review": .review(id)
    case "all": .attempt(id, .all)
    case "prediction": .attempt(id, .prediction)
    case let text?: wholeNumber(text).map { .attempt(id, .item($0)) } ?? .attempt(id, view)
    case nil: .attempt(id, view)
    }
  }
}
