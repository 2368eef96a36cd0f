import Testing

@testable import QuizEngine

/// A timeline as a partition: each stretch begins at its instant and lasts to the next.
struct Timeline: Sendable, CustomTestStringConvertible {
  struct Stretch: Sendable {
    let from: Instant
    let phase: Phase
    let round: Int
  }

  let name: String
  let contest: Contest
  /// Ascending; the first begins with time itself.
  let stretches: [Stretch]

  var testDescription: String { name }

  /// The stretch at an instant, and when it ends.
  func expected(at instant: Instant) -> (stretch: Stretch, until: Instant?) {
    let index = stretches.lastIndex { $0.from <= instant } ?? 0
    let next = stretches.dropFirst(index + 1).first
    return (stretches[index], next?.from)
  }
}

@Suite struct PhaseTests {
  static let dawn = Instant(milliseconds: .min)
  static let start = Given.monday

  static func hours(_ count: Int) -> Instant { start + .hours(count) }

  static let oneRound = Timeline(
    name: "one round", contest: Given.contest(),
    stretches: [
      .init(from: dawn, phase: .upcoming, round: 0), .init(from: start, phase: .open, round: 0),
      .init(from: hours(1), phase: .closed, round: 0),
    ])

  static let published = Timeline(
    name: "published after two days",
    contest: Given.contest(publishedAt: hours(48)),
    stretches: [
      .init(from: dawn, phase: .upcoming, round: 0), .init(from: start, phase: .open, round: 0),
      .init(from: hours(1), phase: .closed, round: 0),
      .init(from: hours(48), phase: .published, round: 0),
    ])

  static let weeks = Timeline(
    name: "three weeks, a gap after the first, none after the second",
    contest: Given.contest(
      Given.sheet(rounds: [
        Window(opens: start, closes: hours(10)), Window(opens: hours(11), closes: hours(20)),
        Window(opens: hours(20), closes: hours(30)),
      ])),
    stretches: [
      .init(from: dawn, phase: .upcoming, round: 0), .init(from: start, phase: .open, round: 0),
      .init(from: hours(10), phase: .upcoming, round: 1),
      .init(from: hours(11), phase: .open, round: 1),
      .init(from: hours(20), phase: .open, round: 2),
      .init(from: hours(30), phase: .closed, round: 2),
    ])

  static let closedEarly: Timeline = {
    var contest = Given.contest(publishedAt: hours(2))
    contest.windows = [Window(opens: start, closes: start + .minutes(17))]
    return Timeline(
      name: "closed early, published",
      contest: contest,
      stretches: [
        .init(from: dawn, phase: .upcoming, round: 0), .init(from: start, phase: .open, round: 0),
        .init(from: start + .minutes(17), phase: .closed, round: 0),
        .init(from: hours(2), phase: .published, round: 0),
      ])
  }()

  static let timelines = [oneRound, published, weeks, closedEarly]

  @Test(arguments: timelines)
  func `every edge belongs to the stretch that it begins`(timeline: Timeline) {
    for stretch in timeline.stretches.dropFirst() {
      for offset in [-1, 0, 1] {
        expectReading(timeline, at: stretch.from + Span(milliseconds: Int64(offset)))
      }
    }
  }

  @Test(arguments: timelines, [1, 2, 3] as [UInt64])
  func `any instant lies in exactly one stretch`(timeline: Timeline, seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<500 {
      let offset = Int64.random(in: -200_000_000...400_000_000, using: &random)
      expectReading(timeline, at: Self.start + Span(milliseconds: offset))
    }
  }

  private func expectReading(_ timeline: Timeline, at instant: Instant) {
    let reading = timeline.contest.phase(at: instant)
    let (stretch, until) = timeline.expected(at: instant)
    #expect(
      reading == PhaseReading(phase: stretch.phase, round: stretch.round, until: until),
      "\(timeline.name) at \(instant.iso8601)")
  }

  /// Vector 5 of the contest rules: "24h00 ngày 30/4" ends with the last millisecond of the day.
  @Test func `a close at 24h00 takes the last millisecond of the day and no more`() throws {
    let opens = try #require(Instant(iso8601: "2021-04-01T00:00+07:00"))
    let closes = try #require(Instant(iso8601: "2021-05-01T00:00+07:00"))
    let contest = Given.contest(Given.sheet(rounds: [Window(opens: opens, closes: closes)]))
    let last = try #require(Instant(iso8601: "2021-04-30T23:59:59.999+07:00"))
    #expect(contest.phase(at: last).phase == .open)
    #expect(contest.phase(at: closes).phase == .closed)
  }

  /// Vector 6: on Monday at half past nine the next week has not begun.
  @Test func `in the gap between two weeks the next opening is named`() throws {
    func at(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }
    let weeks = try [
      Window(opens: at("2026-11-16T10:00+07:00"), closes: at("2026-11-23T09:00+07:00")),
      Window(opens: at("2026-11-23T10:00+07:00"), closes: at("2026-11-30T09:00+07:00")),
    ]
    let contest = Given.contest(Given.sheet(rounds: weeks))
    #expect(throws: Refusal.notOpenYet(opens: weeks[1].opens)) {
      try contest.roundToStart(
        for: Given.person(), isInside: true, used: { _ in 0 },
        at: at("2026-11-23T09:30+07:00"))
    }
  }

  @Test func `something is revealed from its moment on and not before`() {
    let contest = Given.contest(publishedAt: Self.hours(5))
    let closes = Self.hours(1)
    let before = Span(milliseconds: -1)
    #expect(contest.reveals(.submission, ofRound: 0, at: Self.start))
    #expect(!contest.reveals(.closing, ofRound: 0, at: closes + before))
    #expect(contest.reveals(.closing, ofRound: 0, at: closes))
    #expect(!contest.reveals(.publication, ofRound: 0, at: Self.hours(5) + before))
    #expect(contest.reveals(.publication, ofRound: 0, at: Self.hours(5)))
    #expect(!contest.reveals(.never, ofRound: 0, at: Self.hours(500)))
    #expect(!Given.contest().reveals(.publication, ofRound: 0, at: Self.hours(500)))
  }

  @Test func `with full time for late starters closing means the last deadline`() {
    let attempt = AttemptTerms(
      duration: .minutes(20), limit: nil, lateStart: .fullTime, timeBasis: .submission)
    let contest = Given.contest(Given.sheet(attempt: attempt))
    let last = Self.hours(1) + .minutes(20)
    #expect(contest.lastDeadline(ofRound: 0) == last)
    #expect(!contest.reveals(.closing, ofRound: 0, at: last + Span(milliseconds: -1)))
    #expect(contest.reveals(.closing, ofRound: 0, at: last))
  }
}
