import QuizEngine

/// Starting, reading and ending one's own attempt.
enum AttemptAPI {
  static func start(_ context: RequestContext, _ reply: Reply) throws {
    _ = try JSONBody(context.request, members: [])
    let id: ContestID = try context.id("contest", .contest)
    context.engine.startAttempt(in: id, by: try context.requireSession(), at: context.now) {
      result in
      switch result {
      case .failure(let error): reply.fail(error)
      case .success(let dealt): show(dealt, context, reply)
      }
    }
  }

  /// The writer's thread must not write papers; a loop may, when nothing has to be made or read.
  private static func show(_ dealt: DealtAttempt, _ context: RequestContext, _ reply: Reply) {
    let (attempt, paper) = (dealt.attempt, dealt.paper)
    if let pinned = context.engine.knownContest(attempt.contest),
      context.site.papers.hold(pinned.bank, context.language)
    {
      return reply.send(making: {
        answer(attempt, paper, dealt.state, pinned.contest, nil, nil, context)
      })
    }
    reply.finishOnWorker {
      let contest = try context.engine.contest(attempt.contest).contest
      return answer(attempt, paper, dealt.state, contest, nil, nil, context)
    }
  }

  static func read(_ context: RequestContext) throws -> Response {
    let reading = try context.engine.attempt(
      context.id("attempt", .attempt), of: context.requireSession().person, at: context.now)
    return answer(
      reading.attempt, reading.paper, reading.state, reading.contest, reading.endedAt,
      reading.outcome, late: reading.late, context)
  }

  private static func answer(
    _ attempt: Attempt, _ paper: Paper, _ state: AttemptState, _ contest: Contest,
    _ endedAt: Instant?, _ outcome: AttemptOutcome?, late: [LateDelivery] = [],
    _ context: RequestContext
  ) -> Response {
    .json { writer in
      writer.field("attempt", attempt.id.text)
      writer.field("contest", contest.id.text)
      writer.field("state", stateName(state.closing, endedAt: endedAt))
      writer.field("startedAt", attempt.startedAt)
      writer.field("deadline", attempt.deadline)
      writer.field("serverTime", context.now)
      context.site.papers.write(paper, bank: contest.bank, context.language, to: &writer)
      writer.answers(state)
      writer.prediction(contest.sheet.prediction, state.prediction, context.language)
      if let closing = state.closing {
        writer.field("closedAt", closing.at)
        writer.field("receipt", closing.receipt.code)
      }
      if !late.isEmpty { writer.late(late) }
      if let outcome,
        contest.reveals(contest.sheet.feedback.score, ofRound: attempt.round, at: context.now)
      {
        writer.result(outcome, contest.sheet)
      }
    }
  }

  static func submit(_ context: RequestContext, _ reply: Reply) throws {
    _ = try JSONBody(context.request, members: [])
    let id: AttemptID = try context.id("attempt", .attempt)
    let now = context.now
    context.engine.submit(id, by: try context.requireSession().person, at: now) { result in
      switch result {
      case .failure(let error): reply.fail(error)
      case .success(let ended): reply.send(making: { receipt(ended, at: now) })
      }
    }
  }

  private static func receipt(_ ended: EndedAttempt, at now: Instant) -> Response {
    .json { writer in
      writer.field("attempt", ended.attempt.id.text)
      writer.field("state", stateName(ended.closing, endedAt: nil))
      writer.field("closedAt", ended.closing.at)
      writer.field("receipt", ended.closing.receipt.code)
      let sheet = ended.contest.sheet
      if ended.contest.reveals(sheet.feedback.score, ofRound: ended.attempt.round, at: now) {
        writer.result(ended.outcome, sheet)
      }
    }
  }

  /// `running`, `submitted`, or `expired` from the deadline on.
  private static func stateName(_ closing: Closing?, endedAt: Instant?) -> String {
    guard let closing else { return endedAt == nil ? "running" : "expired" }
    return closing.isSubmitted ? "submitted" : "expired"
  }
}
