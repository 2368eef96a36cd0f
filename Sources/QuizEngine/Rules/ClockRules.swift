/// What the machine's clocks show at one moment.
package struct ClockReading: Hashable, Sendable {
  /// The clock that people and time servers set.
  package let wall: Instant
  /// Time since the machine started, sleep included; nobody can set it.
  package let sinceBoot: Span
  /// Names this start of the machine.
  package let boot: String

  package init(wall: Instant, sinceBoot: Span, boot: String) {
    (self.wall, self.sinceBoot, self.boot) = (wall, sinceBoot, boot)
  }
}

/// Where our time hangs: `sinceBoot` after one start of the machine it was `wall`.
package struct ClockAnchor: Hashable, Sendable {
  package let boot: String
  package let wall: Instant
  package let sinceBoot: Span

  package init(boot: String, wall: Instant, sinceBoot: Span) {
    (self.boot, self.wall, self.sinceBoot) = (boot, wall, sinceBoot)
  }

  /// Takes the wall clock at its word.
  package init(_ reading: ClockReading) {
    self.init(boot: reading.boot, wall: reading.wall, sinceBoot: reading.sinceBoot)
  }

  /// Our time at a reading of the same start of the machine.
  package func time(at reading: ClockReading) -> Instant {
    wall + (reading.sinceBoot - sinceBoot)
  }
}

/// What a data folder remembers of time.
package struct ClockRecord: Hashable, Sendable {
  package var anchor: ClockAnchor
  /// The latest moment known to have passed.
  package var seen: Instant
  /// Stored moments up to this one prove nothing: an operator said that they lay in the future.
  package var pardoned: Instant?

  package init(anchor: ClockAnchor, seen: Instant, pardoned: Instant? = nil) {
    (self.anchor, self.seen, self.pardoned) = (anchor, seen, pardoned)
  }
}

/// Whether the time can be believed.
package enum ClockDecision: Hashable, Sendable {
  case trusted(ClockAnchor)
  /// The clock shows less than what has passed: our time stands still at `since`, so that nothing
  /// opens and nothing closes.
  case doubtful(since: Instant)
}

extension ClockReading {
  /// What an operator is told of: more than NTP corrects without a step.
  package static let noticeableJump = Span.seconds(2)

  /// Decides from the folder's record and the newest moment in its tables.
  ///
  /// The anchor of the same start of the machine stays, whatever the wall clock says meanwhile, so
  /// that setting it moves no deadline. After another start the wall clock is all there is.
  package func decide(_ record: ClockRecord?, stored: Instant?) -> ClockDecision {
    var anchor = ClockAnchor(self)
    if let kept = record?.anchor, kept.boot == boot { anchor = kept }
    let evidence = [record?.seen, stored.flatMap { proves($0, record) ? $0 : nil }]
    guard let newest = evidence.compactMap({ $0 }).max(), anchor.time(at: self) < newest else {
      return .trusted(anchor)
    }
    return .doubtful(since: newest)
  }

  private func proves(_ stored: Instant, _ record: ClockRecord?) -> Bool {
    record?.pardoned.map { $0 < stored } ?? true
  }

  /// The wall clock taken at an operator's word.
  ///
  /// - Throws: `Refusal.attemptsRunning` when somebody's deadline would move without need.
  package func accepted(
    insteadOf now: Instant, isDoubtful: Bool, stored: Instant?, hasRunning: Bool
  ) throws(Refusal) -> ClockRecord {
    guard isDoubtful || !hasRunning else { throw .attemptsRunning }
    let future = [now, stored].compactMap { $0 }.max().flatMap { wall < $0 ? $0 : nil }
    return ClockRecord(anchor: ClockAnchor(self), seen: wall, pardoned: future)
  }
}

/// What the log and the operator are told of the clock, once for each change.
package struct ClockWatch: Hashable, Sendable {
  /// One change.
  package enum Notice: Hashable, Sendable {
    /// The wall clock was set; positive when it is ahead of ours.
    case jumped(ahead: Span)
    case doubtful(since: Instant)
    case trusted
  }

  package private(set) var jumps = 0
  private var told = Span.zero
  private var toldDoubt = false

  package init() {}

  /// What is new since the last look; `ahead` is the wall clock minus ours.
  package mutating func look(ahead: Span, doubtfulSince: Instant?) -> Notice? {
    if let doubtfulSince {
      defer { toldDoubt = true }
      return toldDoubt ? nil : .doubtful(since: doubtfulSince)
    }
    if toldDoubt {
      (toldDoubt, told) = (false, ahead)
      return .trusted
    }
    let change = ahead - told
    guard max(change, .zero - change) > ClockReading.noticeableJump else { return nil }
    told = ahead
    jumps += 1
    return .jumped(ahead: ahead)
  }
}
