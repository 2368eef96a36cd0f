import Testing

@testable import QuizEngine

/// How fast one attempt may be saved to, and how often somebody may start.
@Suite struct SavePaceTests {
  static let start = Given.monday

  /// How many of `count` saves, one each `gap`, are not too fast.
  static func taken(_ count: Int, each gap: Span, pace: SavePace = SavePace()) -> Int {
    var (pace, taken, now) = (pace, 0, start)
    for _ in 0..<count {
      if pace.ready <= now {
        pace.count(at: now)
        taken += 1
      }
      now = now + gap
    }
    return taken
  }

  @Test func `a hundred come at once, and then twenty a second`() {
    #expect(Self.taken(5000, each: .zero) == 100)
    #expect(Self.taken(6001, each: Span(milliseconds: 1)) == 100 + 6 * 20)
    #expect(Self.taken(1000, each: Span(milliseconds: 50)) == 1000)
  }

  @Test func `two thousand an hour, and what comes more steadily still goes on`() {
    let fast = Self.taken(20 * 3600, each: Span(milliseconds: 50))
    #expect((3990...4001).contains(fast))
    let steady = Self.taken(6000, each: Span(milliseconds: 1800))
    #expect(steady == 6000)
  }

  @Test func `nobody waits longer than two seconds for the next save`() {
    var pace = SavePace()
    for _ in 0..<5000 {
      let now = max(Self.start, pace.ready)
      pace.count(at: now)
      #expect(pace.ready <= now + .seconds(2))
    }
  }

  @Test func `a clock that goes back neither traps nor gives anything`() {
    var pace = SavePace()
    for _ in 0..<100 { pace.count(at: Self.start) }
    pace.count(at: Instant(milliseconds: .min))
    #expect(pace.ready > Self.start)
    pace.count(at: Instant(milliseconds: .max))
    #expect(pace.ready > Self.start)
  }

  @Test func `saves and predictions count, whatever they say; the end does not`() {
    let attempt = Given.attempt()
    let steps: [(Instant, StepAction)] = (1...60).flatMap { revision in
      [
        (Self.start, StepAction.saved(slot: 1, revision: revision, response: .cleared)),
        (Self.start, .predicted(revision: revision, value: 7)),
      ]
    }
    var state = Given.state(of: attempt, after: Array(steps.prefix(100)))
    #expect(throws: Refusal.tooFast(until: Self.start + Span(milliseconds: 50))) {
      try attempt.requirePace(state, at: Self.start)
    }
    let ready = state.pace
    state.apply(attempt.nextStep(.submitted, after: state, at: Self.start))
    #expect(state.pace == ready)
  }

  @Test func `where the sheet sets no limit, starts have one all the same`() throws {
    let starts = (0..<100).map { Self.start + Span(milliseconds: Int64($0)) }
    try Contest.requirePace(of: Array(starts.dropLast()), at: Self.start)
    #expect(throws: Refusal.tooFast(until: Self.start + .seconds(15))) {
      try Contest.requirePace(of: starts, at: Self.start + .seconds(1))
    }
    try Contest.requirePace(of: starts, at: Self.start + .seconds(15))
  }
}
