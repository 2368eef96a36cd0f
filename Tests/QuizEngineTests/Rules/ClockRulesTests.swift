import Testing

@testable import QuizEngine

/// One start of a server: what it remembers, what the clocks show, which time then holds.
struct ClockCase: Sendable, CustomTestStringConvertible {
  let name: String
  var record: ClockRecord?
  var stored: Instant?
  let reading: ClockReading
  /// Nil: doubtful, time stands still at the newest moment known.
  let now: Instant?

  var testDescription: String { name }
}

@Suite struct ClockRulesTests {
  static let noon = Given.monday
  /// Anchored at noon, five minutes after the machine started; last seen an hour later.
  static let record = ClockRecord(
    anchor: ClockAnchor(boot: "first", wall: noon, sinceBoot: .minutes(5)),
    seen: noon + .hours(1))

  static func reading(_ wall: Span, _ sinceBoot: Span, boot: String = "first") -> ClockReading {
    ClockReading(wall: noon + wall, sinceBoot: sinceBoot, boot: boot)
  }

  static let cases: [ClockCase] = [
    .init(name: "a new folder", reading: reading(.zero, .minutes(5)), now: noon),
    .init(
      name: "a folder of an older version", stored: noon, reading: reading(.hours(1), .zero),
      now: noon + .hours(1)),
    .init(
      name: "a backup from a machine whose clock was ahead", stored: noon + .hours(2),
      reading: reading(.zero, .zero), now: nil),
    .init(
      name: "restarted, clock untouched", record: record, stored: noon + .minutes(59),
      reading: reading(.hours(2), .minutes(125)), now: noon + .hours(2)),
    .init(
      name: "restarted, clock set an hour ahead", record: record,
      reading: reading(.hours(3), .minutes(125)), now: noon + .hours(2)),
    .init(
      name: "restarted, clock set back an hour", record: record,
      reading: reading(.hours(1), .minutes(125)), now: noon + .hours(2)),
    .init(
      name: "restarted, clock set back a day", record: record,
      reading: reading(.hours(-22), .minutes(125)), now: noon + .hours(2)),
    .init(
      name: "the machine started again, clock right", record: record,
      reading: reading(.hours(2), .minutes(1), boot: "second"), now: noon + .hours(2)),
    .init(
      name: "started again at the very moment last seen", record: record,
      reading: reading(.hours(1), .minutes(1), boot: "second"), now: noon + .hours(1)),
    .init(
      name: "started again with an empty clock battery", record: record,
      reading: ClockReading(
        wall: Instant(milliseconds: 0), sinceBoot: .minutes(1), boot: "second"), now: nil),
    .init(
      name: "started again, a millisecond before the moment last seen", record: record,
      reading: ClockReading(
        wall: noon + .hours(1) + Span(milliseconds: -1), sinceBoot: .minutes(1), boot: "second"),
      now: nil),
    .init(
      name: "started again, behind the newest save", record: record, stored: noon + .hours(3),
      reading: reading(.hours(2), .minutes(1), boot: "second"), now: nil),
    .init(
      name: "a backup from the future under the same start", record: record,
      stored: noon + .hours(3), reading: reading(.hours(2), .minutes(125)), now: nil),
    .init(
      name: "moments that an operator pardoned prove nothing",
      record: ClockRecord(anchor: record.anchor, seen: noon, pardoned: noon + .days(9)),
      stored: noon + .days(9), reading: reading(.hours(2), .minutes(1), boot: "second"),
      now: noon + .hours(2)),
    .init(
      name: "moments after the pardoned ones do",
      record: ClockRecord(anchor: record.anchor, seen: noon, pardoned: noon + .days(1)),
      stored: noon + .days(9), reading: reading(.hours(2), .minutes(1), boot: "second"), now: nil),
  ]

  @Test(arguments: cases)
  func `the right time holds`(given: ClockCase) {
    switch given.reading.decide(given.record, stored: given.stored) {
    case .trusted(let anchor): #expect(anchor.time(at: given.reading) == given.now)
    case .doubtful(let since):
      #expect(given.now == nil)
      #expect(since == [given.record?.seen, given.stored].compactMap { $0 }.max())
    }
  }

  @Test func `an accepted clock is asked for no second time`() throws {
    let reading = Self.reading(.zero, .minutes(1), boot: "second")
    let future = Self.noon + .days(9)
    let record = try reading.accepted(
      insteadOf: future, isDoubtful: true, stored: future, hasRunning: true)
    #expect(reading.decide(record, stored: future) == .trusted(ClockAnchor(reading)))
    let third = Self.reading(.hours(1), .zero, boot: "third")
    #expect(third.decide(record, stored: future) == .trusted(ClockAnchor(third)))
  }

  @Test func `a trusted clock is not set while somebody's time runs`() throws {
    let reading = Self.reading(.hours(1), .minutes(5))
    #expect(throws: Refusal.attemptsRunning) {
      try reading.accepted(
        insteadOf: Self.noon, isDoubtful: false, stored: nil, hasRunning: true)
    }
    let record = try reading.accepted(
      insteadOf: Self.noon, isDoubtful: false, stored: nil, hasRunning: false)
    #expect(record.anchor.wall == Self.noon + .hours(1) && record.pardoned == nil)
  }

  @Test func `each jump is told once`() {
    var watch = ClockWatch()
    let steps: [(ahead: Span, notice: ClockWatch.Notice?)] = [
      (.zero, nil), (.seconds(2), nil), (.seconds(3), .jumped(ahead: .seconds(3))),
      (.seconds(4), nil), (.hours(-1), .jumped(ahead: .hours(-1))), (.hours(-1), nil),
      (.zero, .jumped(ahead: .zero)),
    ]
    for step in steps { #expect(watch.look(ahead: step.ahead, doubtfulSince: nil) == step.notice) }
    #expect(watch.jumps == 3)
  }

  @Test func `doubt is told once, and its end`() {
    var watch = ClockWatch()
    let since = Self.noon
    #expect(watch.look(ahead: .hours(-9), doubtfulSince: since) == .doubtful(since: since))
    #expect(watch.look(ahead: .hours(-9), doubtfulSince: since) == nil)
    #expect(watch.look(ahead: .zero, doubtfulSince: nil) == .trusted)
    #expect(watch.look(ahead: .zero, doubtfulSince: nil) == nil)
    #expect(watch.jumps == 0)
  }
}
