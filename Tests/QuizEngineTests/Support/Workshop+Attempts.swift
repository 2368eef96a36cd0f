@testable import QuizEngine

extension Workshop {
  func start(_ contest: ContestID, by session: Session) throws -> DealtAttempt {
    try wait { engine.startAttempt(in: contest, by: session, at: now, then: $0) }
  }

  @discardableResult
  func save(
    _ response: Response, slot: Int, revision: Int = 1, in attempt: AttemptID, by session: Session,
    at instant: Instant? = nil
  ) throws -> SavedAnswer {
    try wait {
      engine.save(
        response, slot: slot, revision: revision, in: attempt, by: session.person,
        at: instant ?? now, then: $0)
    }
  }

  @discardableResult
  func predict(
    _ value: Int, revision: Int = 1, in attempt: AttemptID, by session: Session
  ) throws -> SavedPrediction {
    try wait {
      engine.predict(
        value, revision: revision, in: attempt, by: session.person, at: now, then: $0)
    }
  }

  @discardableResult
  func submit(_ attempt: AttemptID, by session: Session) throws -> EndedAttempt {
    try wait { engine.submit(attempt, by: session.person, at: now, then: $0) }
  }

  /// Answers the first `right` items rightly and the rest wrongly.
  func answer(_ dealt: DealtAttempt, right: Int, by session: Session, revision: Int = 1) throws {
    for item in dealt.paper.items {
      try save(
        item.response(right: item.slot <= right), slot: item.slot, revision: revision,
        in: dealt.attempt.id, by: session)
    }
  }

  /// A whole attempt: start, answer, wait, submit.
  @discardableResult
  func attempt(
    _ contest: ContestID, by session: Session, right: Int, taking span: Span = .minutes(5),
    predicting value: Int? = nil
  ) throws -> EndedAttempt {
    let dealt = try start(contest, by: session)
    try answer(dealt, right: right, by: session)
    if let value { try predict(value, in: dealt.attempt.id, by: session) }
    advance(span)
    return try submit(dealt.attempt.id, by: session)
  }

  /// What a use case that answers later answers.
  func wait<Value: Sendable>(
    _ call: (@escaping @Sendable (Result<Value, any Error>) -> Void) -> Void
  ) throws -> Value {
    let answer = Answer<Value>()
    call { answer.give($0) }
    return try answer.wait().get()
  }
}

extension PaperItem {
  /// The choice of an option that is right, or of one that is wrong.
  func response(right: Bool) -> Response {
    options.firstIndex { $0.isRight == right }.flatMap { OptionLetter(index: $0) }
      .map(Response.choice) ?? .cleared
  }
}
