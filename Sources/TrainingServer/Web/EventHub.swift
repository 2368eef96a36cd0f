import Dispatch
import Foundation
import QuizEngine
import Synchronization

/// Tells everybody who watches a contest what happens there.
///
/// Events: `phase`, `time`, and for the contest's organizers `counts`. Works on a thread of its
/// own, off the exam path.
final class EventHub: Sendable {
  private struct Watcher: Sendable {
    let stream: EventStream
    let session: Session
    /// Others may not know the counts: they would give the prediction away.
    let isManager: Bool
    /// In the order of coming; says in which turns it is told the time.
    let number: Int
  }

  private struct Audience: Sendable {
    var watchers: [Watcher] = []
    var phase: PhaseReading?
    var counts: [UInt8] = []
    var countsDue = Instant(milliseconds: 0)
  }

  private struct State {
    var audiences: [ContestID: Audience] = [:]
    var places = StreamPlaces()
    var turns = 0
    /// Streams that ever came.
    var arrivals = 0
    /// What sessions had been forgotten when those who watch were last asked for theirs.
    var sessionMark = 0
    var isStopping = false
  }

  private let engine: Engine
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  /// Nobody signals it: only its timeout is wanted.
  private let rest = DispatchSemaphore(value: 0)

  /// So many streams are told at once, and then the loops answer others for some milliseconds: ten
  /// thousand events in one heap would hold up every save behind them.
  private static let urgent = (slice: 32, pause: 5)
  private static let leisurely = 8

  /// Milliseconds after which a client that lost its place to newer streams may ask for one again.
  private static let longRetry: Int64 = 300_000

  /// Turns between two `time` events of a stream; in each turn a part of all streams is told.
  private static let turnsPerTime = 15

  init(engine: Engine) {
    self.engine = engine
    let thread = Thread { [self] in
      while !state.withLock({ $0.isStopping }) {
        let began = MonotonicClock.microseconds()
        turn(at: engine.environment.now())
        let taken = Int(clamping: MonotonicClock.microseconds() - began)
        _ = wake.wait(timeout: .now() + .microseconds(max(0, 1_000_000 - taken)))
      }
      ended.signal()
    }
    thread.name = "events"
    thread.start()
  }

  /// Open streams.
  var count: Int {
    state.withLock { $0.audiences.values.reduce(0) { $0 + $1.watchers.count } }
  }

  /// Adds a stream and tells it at once where the contest stands.
  func add(
    _ stream: EventStream, to contest: Contest, session: Session, isManager: Bool,
    at now: Instant
  ) {
    stream.send(Self.time(now))
    stream.send(Self.phase(contest, contest.phase(at: now), now))
    let replaced = state.withLock { state in
      var audience = state.audiences[contest.id] ?? Audience(phase: contest.phase(at: now))
      if isManager { audience.countsDue = now }
      audience.counts = isManager ? [] : audience.counts
      audience.watchers.append(
        Watcher(
          stream: stream, session: session, isManager: isManager, number: state.arrivals))
      state.arrivals += 1
      state.audiences[contest.id] = audience
      return state.places.take(stream, of: session)
    }
    for old in replaced { Self.replace(old) }
    // Ended while it was asked for: nothing would ask for it again.
    if !engine.sessions.holds(session) { stream.close() }
    if isManager { wake.signal() }
  }

  func stop() {
    state.withLock { $0.isStopping = true }
    wake.signal()
    ended.wait()
    ended.signal()
  }

  /// One turn: forgets who left, then says what changed.
  func turn(at now: Instant) {
    dismiss(at: now)
    let ids = state.withLock { state in
      state.turns += 1
      state.places.tidy()
      for (id, audience) in state.audiences {
        let present = audience.watchers.filter { !$0.stream.isClosed }
        state.audiences[id]?.watchers = present
        if present.isEmpty { state.audiences[id] = nil }
      }
      return Array(state.audiences.keys)
    }
    for id in ids {
      // A contest that cannot be read now is looked at again in the next turn.
      guard let contest = try? engine.contest(id).contest else { continue }
      tellPhase(contest, at: now)
      tellCounts(id, at: now)
    }
    tellTime()
  }

  /// Ends a stream for newer ones of the same person, and tells the client not to fight for it.
  private static func replace(_ stream: EventStream) {
    stream.send(.retry(longRetry))
    stream.send(event("replaced") { _ in })
    stream.close()
  }

  /// Ends the streams of sessions that are over or were given other rights.
  ///
  /// The client comes back by itself and is asked again who it is. Idleness ends none: an organizer
  /// watches for hours without a click.
  private func dismiss(at now: Instant) {
    let mark = engine.sessions.mark
    let (watchers, mayHaveChanged) = state.withLock { state in
      defer { state.sessionMark = mark }
      return (state.audiences.values.flatMap(\.watchers), state.sessionMark != mark)
    }
    for watcher in watchers
    where watcher.session.expiresAt <= now
      || mayHaveChanged && !engine.sessions.holds(watcher.session)
    { watcher.stream.close() }
  }

  /// Tells those whose turn it is, spread over most of the second that a turn lasts.
  private func tellTime() {
    let due = state.withLock { state in
      state.audiences.values.flatMap(\.watchers)
        .filter { ($0.number - state.turns) % Self.turnsPerTime == 0 }
    }
    let slices = due.count / Self.leisurely + 1
    tell(due, slice: Self.leisurely, pause: max(1, min(25, 800 / slices))) {
      Self.time(engine.environment.now())
    }
  }

  private func tellPhase(_ contest: Contest, at now: Instant) {
    let reading = contest.phase(at: now)
    let changed = state.withLock { state in
      guard state.audiences[contest.id]?.phase != reading else { return false }
      state.audiences[contest.id]?.phase = reading
      return true
    }
    if changed { tell(contest.id) { Self.phase(contest, reading, engine.environment.now()) } }
  }

  /// Counts are read at most once a second, and never take more than a tenth of this thread's time.
  private func tellCounts(_ id: ContestID, at now: Instant) {
    let manager = state.withLock { state -> Session? in
      guard let audience = state.audiences[id], audience.countsDue <= now else { return nil }
      return audience.watchers.first(where: \.isManager)?.session
    }
    guard let manager else { return }
    let started = MonotonicClock.microseconds()
    // Somebody whose rights ended meanwhile gets no counts; the next turn asks for another.
    guard let reading = try? engine.watch(id, by: .person(manager), at: now) else { return }
    let cost = MonotonicClock.microseconds() - started
    let event = Self.counts(reading)
    let isNew = state.withLock { state in
      state.audiences[id]?.countsDue = now + Span(milliseconds: max(900, cost / 100))
      defer { state.audiences[id]?.counts = event.bytes }
      return state.audiences[id]?.counts != event.bytes
    }
    if isNew { tell(id, managersOnly: true) { event } }
  }

  private func tell(_ id: ContestID, managersOnly: Bool = false, _ event: () -> ServerEvent) {
    let watchers = state.withLock { state in
      (state.audiences[id]?.watchers ?? []).filter { !managersOnly || $0.isManager }
    }
    tell(watchers, slice: Self.urgent.slice, pause: Self.urgent.pause, event)
  }

  /// Makes the event anew for each slice: the time in it must be right when it leaves.
  ///
  /// - Parameter pause: milliseconds between two slices.
  private func tell(
    _ watchers: [Watcher], slice: Int, pause: Int, _ event: () -> ServerEvent
  ) {
    var left = watchers[...]
    while !left.isEmpty {
      let made = event()
      for watcher in left.prefix(slice) { watcher.stream.send(made) }
      left = left.dropFirst(slice)
      if left.isEmpty || state.withLock({ $0.isStopping }) { return }
      _ = rest.wait(timeout: .now() + .milliseconds(pause))
    }
  }
}

extension EventHub {
  static func time(_ now: Instant) -> ServerEvent {
    event("time") { $0.field("serverTime", now) }
  }

  static func phase(_ contest: Contest, _ reading: PhaseReading, _ now: Instant) -> ServerEvent {
    event("phase") { writer in
      writer.field("phase", reading.phase.rawValue)
      writer.field("round", reading.round + 1)
      writer.field("until", reading.until)
      writer.field("serverTime", now)
    }
  }

  static func counts(_ reading: WatchReading) -> ServerEvent {
    event("counts") { writer in
      writer.field("registered", reading.expected)
      writer.field("persons", reading.persons)
      writer.field("started", reading.started)
      writer.field("running", reading.started - reading.ended)
      writer.field("submitted", reading.ended)
    }
  }

  private static func event(
    _ name: String, _ members: (inout JSONWriter) -> Void
  ) -> ServerEvent {
    var writer = JSONWriter()
    writer.beginObject()
    members(&writer)
    writer.endObject()
    let text = String(decoding: writer.finish(), as: UTF8.self)
    return ServerEvent(event: name, data: text, id: nil)
  }
}
