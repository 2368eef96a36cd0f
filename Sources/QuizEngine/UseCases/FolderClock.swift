private import Synchronization

/// The time of one data folder: carried on by the clock that nobody can set, across restarts.
///
/// Any thread may ask. `ClockRules` decides; this class reads, remembers and tells.
package final class FolderClock: Sendable {
  private struct State {
    var record: ClockRecord?
    var doubtfulSince: Instant?
    var watch = ClockWatch()
  }

  private let kernel: KernelClock
  /// Our time minus the time since boot; `Int64.min` while it stands still.
  private let lead: Atomic<Int64>
  private let state = Mutex(State())

  /// Starts on the wall clock; `settle` decides what holds.
  package init(_ kernel: KernelClock) {
    self.kernel = kernel
    lead = Atomic(Self.lead(ClockAnchor(kernel.reading)))
  }

  /// The time that everything goes by.
  package func now() -> Instant {
    let lead = lead.load(ordering: .acquiring)
    guard lead == .min else { return Instant(milliseconds: lead) + kernel.sinceBoot() }
    return standing()
  }

  /// The moment at which time stands still, while it does.
  package var doubtfulSince: Instant? {
    guard lead.load(ordering: .acquiring) == .min else { return nil }
    _ = standing()
    return state.withLock { $0.doubtfulSince }
  }

  /// The machine's wall clock, whatever it was set to.
  package func wall() -> Instant { kernel.wall() }

  /// How far the machine's wall clock is from our time; positive when it is ahead.
  package var ahead: Span { kernel.wall() - now() }

  /// How often the wall clock was set by more than `ClockReading.noticeableJump`.
  package var jumps: Int { state.withLock { $0.watch.jumps } }

  /// What an operator should be told since the last look.
  package func look() -> ClockWatch.Notice? {
    let (ahead, since) = (ahead, doubtfulSince)
    return state.withLock { $0.watch.look(ahead: ahead, doubtfulSince: since) }
  }

  /// Decides which time holds, from what the folder remembers and the newest stored moment.
  func settle(_ kept: ClockRecord?, stored: Instant?) {
    let reading = kernel.reading
    state.withLock { state in
      switch reading.decide(kept, stored: stored) {
      case .trusted(let anchor):
        trust(
          ClockRecord(
            anchor: anchor, seen: anchor.time(at: reading), pardoned: kept?.pardoned), &state)
      case .doubtful(let since):
        state.record = kept
        state.doubtfulSince = since
        lead.store(.min, ordering: .releasing)
      }
    }
  }

  /// What the folder should remember if the wall clock is right, as an operator says.
  func accepted(stored: Instant?, hasRunning: Bool) throws(Refusal) -> ClockRecord {
    let (before, isDoubtful) = (now(), doubtfulSince != nil)
    return try kernel.reading.accepted(
      insteadOf: before, isDoubtful: isDoubtful, stored: stored, hasRunning: hasRunning)
  }

  /// Goes by a record from now on.
  func trust(_ record: ClockRecord) {
    state.withLock { trust(record, &$0) }
  }

  /// What the folder should remember; nil while time stands still.
  var record: ClockRecord? {
    let now = now()
    return state.withLock { state in
      guard state.doubtfulSince == nil else { return nil }
      state.record?.seen = now
      return state.record
    }
  }

  /// Time stands still, unless the wall clock has come past what is known to have passed: a time
  /// server set it, and no operator is needed.
  private func standing() -> Instant {
    let reading = kernel.reading
    return state.withLock { state in
      guard let since = state.doubtfulSince else {
        return Instant(milliseconds: lead.load(ordering: .acquiring)) + reading.sinceBoot
      }
      guard reading.wall >= since else { return since }
      trust(
        ClockRecord(
          anchor: ClockAnchor(reading), seen: reading.wall, pardoned: state.record?.pardoned),
        &state)
      return reading.wall
    }
  }

  private func trust(_ record: ClockRecord, _ state: inout State) {
    state.record = record
    state.doubtfulSince = nil
    lead.store(Self.lead(record.anchor), ordering: .releasing)
  }

  private static func lead(_ anchor: ClockAnchor) -> Int64 {
    (anchor.wall - anchor.sinceBoot).milliseconds
  }
}
