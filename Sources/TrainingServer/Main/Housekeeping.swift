import Dispatch
import Foundation
import QuizEngine
import Synchronization

/// Looks after disk and clock twice a minute, and tells the log what an operator should know.
final class Housekeeping: Sendable {
  private struct State {
    var isStopping = false
    var toldSpace = 100
    var toldJump = false
  }

  private let engine: Engine
  private let clock: SystemClock
  private let log: EventLog
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  init(engine: Engine, clock: SystemClock, log: EventLog) {
    (self.engine, self.clock, self.log) = (engine, clock, log)
    let thread = Thread { [self] in
      while !state.withLock({ $0.isStopping }) {
        look()
        _ = wake.wait(timeout: .now() + .seconds(30))
      }
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
    let now = clock.now()
    do {
      let space = try engine.tend()
      tell(freePercent: space.free / max(1, space.total / 100), at: now)
    } catch {
      log.write(.failure(.disk, error), at: now)
    }
    let jump = clock.jump()
    let isNew = state.withLock { state in
      defer { state.toldJump = jump.magnitude > 2000 }
      return jump.magnitude > 2000 && !state.toldJump
    }
    guard isNew else { return }
    var line = LogLine(.clock)
    line.add("wallClockAheadMilliseconds", Int(jump))
    log.write(line, at: now)
  }

  /// Warns at 20 % and again at 10 % free.
  private func tell(freePercent: Int, at now: Instant) {
    let step = freePercent < 10 ? 10 : freePercent < 20 ? 20 : 100
    let isNew = state.withLock { state in
      defer { state.toldSpace = step }
      return step < state.toldSpace
    }
    guard isNew else { return }
    var line = LogLine(.disk)
    line.add("freePercent", freePercent)
    log.write(line, at: now)
  }
}
