import Testing

@testable import QuizEngine

@Suite struct AttemptRulesTests {
  static let shapes = [
    ItemShape(kind: .single, optionCount: 4), ItemShape(kind: .multiple, optionCount: 4),
  ]
  static let attempt = Given.attempt()
  static let empty = AttemptState(genesis: attempt.genesis)
  static let instant = Given.monday + .minutes(1)

  static func decide(
    _ letters: String, slot: Int = 1, revision: Int = 1, kind: QuestionKind = .single,
    state: AttemptState = empty, at instant: Instant = instant
  ) throws(Refusal) -> SaveDecision {
    try attempt.decideSave(
      Given.response(letters, kind), slot: slot, revision: revision, shapes: shapes, state: state,
      at: instant)
  }

  static func saved(_ letters: String, revision: Int) -> AttemptState {
    Given.state(
      of: attempt,
      after: [
        (instant, .saved(slot: 1, revision: revision, response: Given.response(letters)))
      ])
  }

  @Test func `a save at the last millisecond is accepted and at the deadline refused`() throws {
    let deadline = Self.attempt.deadline
    #expect(try Self.decide("a", at: deadline + Span(milliseconds: -1)) == .append)
    for late in [deadline, deadline + Span(milliseconds: 1), deadline + .days(1)] {
      #expect(throws: Refusal.attemptEnded(at: deadline, byDeadline: true)) {
        try Self.decide("a", at: late)
      }
    }
  }

  @Test func `a repeated save gets the answer of the first, also after the end`() throws {
    let state = Self.saved("b", revision: 3)
    let first = try #require(state.answers[1])
    for instant in [Self.instant, Self.attempt.deadline, Self.attempt.deadline + .days(2)] {
      #expect(
        try Self.decide("b", revision: 3, state: state, at: instant) == .repeated(first))
    }
    var ended = state
    ended.apply(Self.attempt.nextStep(.submitted, after: state, at: Self.instant))
    #expect(try Self.decide("b", revision: 3, state: ended) == .repeated(first))
  }

  @Test(arguments: [("a", 3), ("a", 2), ("b", 2), ("", 1)])
  func `an older revision is refused with the newer one named`(letters: String, revision: Int) {
    #expect(throws: Refusal.staleRevision(found: 3)) {
      try Self.decide(letters, revision: revision, state: Self.saved("b", revision: 3))
    }
  }

  @Test func `a newer revision replaces, takes back and skips numbers freely`() throws {
    let state = Self.saved("b", revision: 3)
    #expect(try Self.decide("c", revision: 4, state: state) == .append)
    #expect(try Self.decide("", revision: 90, state: state) == .append)
  }

  @Test func `after submission nothing is saved`() {
    let state = Given.state(of: Self.attempt, after: [(Self.instant, .submitted)])
    #expect(throws: Refusal.attemptEnded(at: Self.instant, byDeadline: false)) {
      try Self.decide("a", state: state, at: Self.instant + Span(milliseconds: 1))
    }
  }

  @Test(arguments: [-1, 0, 3, .min, .max])
  func `a slot outside the paper is refused`(slot: Int) {
    #expect(throws: Refusal.noSuchSlot(slot)) { try Self.decide("a", slot: slot) }
  }

  @Test func `an answer of the wrong form is refused`() {
    #expect(throws: Refusal.responseDoesNotFit(slot: 1)) { try Self.decide("e") }
    #expect(throws: Refusal.responseDoesNotFit(slot: 2)) { try Self.decide("a", slot: 2) }
    #expect(throws: Refusal.responseDoesNotFit(slot: 1)) { try Self.decide("ab", kind: .multiple) }
  }

  // MARK: Start

  static func terms(
    minutes: Int? = 20, limit: Int? = nil, lateStart: LateStart = .cutAtClosing
  ) -> Contest {
    Given.contest(
      Given.sheet(
        attempt: AttemptTerms(
          duration: minutes.map(Span.minutes), limit: limit, lateStart: lateStart,
          timeBasis: .submission)))
  }

  @Test(
    arguments: [
      (LateStart.cutAtClosing, 20, 0, 20), (.cutAtClosing, 20, 40, 60), (.cutAtClosing, 20, 50, 60),
      (.fullTime, 20, 0, 20), (.fullTime, 20, 40, 60), (.fullTime, 20, 50, 70),
      (.cutAtClosing, nil, 50, 60), (.fullTime, nil, 50, 60),
    ] as [(LateStart, Int?, Int, Int)])
  func `a late start is cut at closing or gets its full time`(
    lateStart: LateStart, minutes: Int?, started: Int, ends: Int
  ) {
    let contest = Self.terms(minutes: minutes, lateStart: lateStart)
    #expect(
      contest.deadline(startingAt: Given.monday + .minutes(started), round: 0)
        == Given.monday + .minutes(ends))
  }

  @Test func `an attempt starts in its window, within the limit, by whom it is for`() throws {
    let contest = Self.terms(limit: 2)
    let pupil = Given.person()
    func start(_ used: Int = 0, inside: Bool = true, at instant: Instant) throws -> Int {
      try contest.roundToStart(for: pupil, isInside: inside, used: { _ in used }, at: instant)
    }
    let opens = Given.monday
    let closes = opens + .hours(1)
    let before = Span(milliseconds: -1)
    #expect(try start(at: opens) == 0)
    #expect(try start(1, at: closes + before) == 0)
    #expect(throws: Refusal.notOpenYet(opens: opens)) { try start(at: opens + before) }
    #expect(throws: Refusal.closed(since: closes)) { try start(at: closes) }
    #expect(throws: Refusal.noAttemptsLeft(limit: 2)) { try start(2, at: opens) }
    #expect(throws: Refusal.notEligible(.unit)) { try start(inside: false, at: opens) }
  }

  // MARK: Time used

  /// Vector 7: started 08:00:00, last change 08:20:10, submitted 08:29:00.
  @Test(arguments: [(TimeBasis.lastChange, 20 * 60 + 10), (.submission, 29 * 60)])
  func `time is used up to the last change or up to submission`(basis: TimeBasis, seconds: Int) {
    let attempt = Given.attempt(deadline: Given.monday + .minutes(30))
    let state = Given.state(
      of: attempt,
      after: [
        (
          Given.monday + .seconds(20 * 60 + 10),
          .saved(slot: 1, revision: 1, response: Given.response("a"))
        ), (Given.monday + .minutes(29), .submitted),
      ])
    #expect(attempt.timeUsed(state, basis: basis) == .seconds(seconds))
  }

  @Test func `who changed nothing used no time by the last change`() {
    let state = Given.state(of: Self.attempt, after: [(Self.attempt.deadline, .expired)])
    #expect(Self.attempt.timeUsed(state, basis: .lastChange) == .zero)
    #expect(Self.attempt.timeUsed(state, basis: .submission) == .minutes(20))
  }

  @Test func `a prediction lies within the bounds of the sheet`() throws {
    let terms = PredictionTerms(
      target: .persons, question: Given.text("?"), minimum: 10, maximum: 20)
    try terms.check(10)
    try terms.check(20)
    for value in [9, 21, -1, .min, .max] {
      #expect(throws: Refusal.predictionOutOfRange(minimum: 10, maximum: 20)) {
        try terms.check(value)
      }
    }
  }
}
