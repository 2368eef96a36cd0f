/// How fast something may happen: a bucket that fills again by itself, kept as one moment (the
/// virtual scheduling of ITU-T I.371).
///
/// Each event moves the moment on by `interval`; one that would lie more than a full bucket ahead
/// of the clock comes too fast.
package struct Pace: Hashable, Sendable {
  private let interval: Span
  /// How far the moment may lie ahead before one more event.
  private let room: Span
  private var due = Instant(milliseconds: .min)

  /// - Parameters:
  ///   - burst: how many may come at once.
  ///   - interval: how long it takes until one more may come.
  package init(burst: Int, interval: Span) {
    self.interval = interval
    room = Span(milliseconds: Int64(max(1, burst) - 1) * interval.milliseconds)
  }

  /// Counts an event.
  package mutating func count(at instant: Instant) {
    due = max(due, instant) + interval
  }

  /// The first moment at which one more event is not too fast.
  package var ready: Instant { due - room }
}

/// How fast one attempt may be saved to: generous for people, and no card fills a disk.
package struct SavePace: Hashable, Sendable {
  /// 20 a second; a whole paper that was answered without network comes at once.
  private var short = Pace(burst: 100, interval: Span(milliseconds: 50))
  /// 2,000 an hour.
  private var long = Pace(burst: 2000, interval: Span(milliseconds: 1800))

  package init() {}

  /// Counts a save that was appended.
  package mutating func count(at instant: Instant) {
    short.count(at: instant)
    long.count(at: instant)
  }

  /// The first moment at which one more save is not too fast.
  package var ready: Instant { max(short.ready, long.ready) }
}
