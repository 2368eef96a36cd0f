import Dispatch
import Foundation
import QuizEngine
import Synchronization

/// Looks after disk and clock every ten seconds, and tells the log what an operator should know.
final class Housekeeping: Sendable {
  private struct State {
    var isStopping = false
    var toldSpace = 100
    var toldWAL = false
  }

  private let engine: Engine
  private let log: EventLog
  private let supervisor: Supervisor
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(engine: Engine, log: EventLog, supervisor: Supervisor) {
    (self.engine, self.log, self.supervisor) = (engine, log, supervisor)
    let thread = Thread { [self] in
      while !state.withLock({ $0.isStopping }) {
        look()
        _ = wake.wait(timeout: .now() + .seconds(10))
      }
      keepRecords(at: engine.environment.now())
      ended.signal()
    }
    thread.name = "care"
    thread.start()
  }

  func stop() {
    state.withLock { $0.isStopping = true }
    wake.signal()
    ended.wait()
    ended.signal()
  }

  private func look() {
    let now = engine.environment.now()
    do {
      let space = try engine.tend()
      tell(freePercent: space.free / max(1, space.total / 100), at: now)
      tell(walBytes: engine.folder.walBytes, at: now)
    } catch {
      log.write(.failure(.disk, error), at: now)
    }
    keepRecords(at: now)
    do { try engine.keepTime() } catch { log.write(.failure(.clock, error), at: now) }
    // A reader or writer that fails answers; one that hangs never lets us come to the next line.
    if supervisor.listens {
      _ = engine.condition(patience: 86_400_000)
      supervisor.tell(.alive)
    }
    if let notice = engine.environment.clock?.look() { tell(notice, at: now) }
  }

  private func tell(_ notice: ClockWatch.Notice, at now: Instant) {
    var line = LogLine(.clock, .warning)
    switch notice {
    case .jumped(let ahead): line.add("wallClockAheadMilliseconds", Int(ahead.milliseconds))
    case .doubtful(let since): line.add("doubtfulSince", since.iso8601)
    case .trusted: line.add("state", "trusted")
    }
    log.write(line, at: now)
  }

  /// The head of the audit log goes to a second place and into this log, which an operator can
  /// send elsewhere: a tail cut off later is missed there.
  private func keepRecords(at now: Instant) {
    do {
      try engine.keepSessions(at: now)
      guard let head = try engine.anchorAudit() else { return }
      var line = LogLine(.security)
      line.add("what", "audit head")
      line.add("head", head.text)
      log.write(line, at: now)
    } catch {
      log.write(.failure(.security, error), at: now)
    }
  }

  /// Warns at 20 % and again at 10 % free.
  private func tell(freePercent: Int, at now: Instant) {
    let step = freePercent < 10 ? 10 : freePercent < 20 ? 20 : 100
    let isNew = state.withLock { state in
      defer { state.toldSpace = step }
      return step < state.toldSpace
    }
    guard isNew else { return }
    var line = LogLine(.disk, step == 10 ? .error : .warning)
    line.add("freePercent", freePercent)
    line.add("reserveHeld", engine.folder.reserve.isHeld ? 1 : 0)
    log.write(line, at: now)
  }

  /// A log that only grows means that a reader never ends, or that checkpoints fail.
  private func tell(walBytes: Int, at now: Instant) {
    let isLarge = walBytes > Checkpoint.alarmingBytes
    let isNew = state.withLock { state in
      defer { state.toldWAL = isLarge }
      return isLarge && !state.toldWAL
    }
    guard isNew else { return }
    var line = LogLine(.wal, .warning)
    line.add("bytes", walBytes)
    log.write(line, at: now)
  }
}
