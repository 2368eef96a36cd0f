import Dispatch
import Synchronization

/// Where every thread leaves work for the writer's thread.
final class WriterQueue<Context: WriterContext>: Sendable {
  /// Everything that waited at one moment.
  struct Delivery {
    var jobs: [WriterJob<Context>] = []
    var backups: [BackupRequest] = []
    var isClosing = false
  }

  private struct State {
    var waiting = Delivery()
    var writerSleeps = false
  }

  private let state = Mutex(State())
  private let wakeUp = DispatchSemaphore(value: 0)

  /// Leaves a job; false when the writer is closing.
  func add(_ job: WriterJob<Context>) -> Bool {
    deliver { $0.jobs.append(job) }
  }

  /// Leaves a request for a backup; false when the writer is closing.
  func add(_ backup: BackupRequest) -> Bool {
    deliver { $0.backups.append(backup) }
  }

  /// Lets the writer finish what waits and then end.
  func close() {
    _ = deliver { $0.isClosing = true }
  }

  /// Whether nothing waits at this moment.
  var isEmpty: Bool {
    state.withLock { $0.waiting.jobs.isEmpty && $0.waiting.backups.isEmpty }
  }

  private func deliver(_ change: (inout Delivery) -> Void) -> Bool {
    let (accepted, mustWake) = state.withLock { state in
      guard !state.waiting.isClosing else { return (false, false) }
      change(&state.waiting)
      defer { state.writerSleeps = false }
      return (true, state.writerSleeps)
    }
    if mustWake { wakeUp.signal() }
    return accepted
  }

  /// Takes everything; with nothing there, sleeps until something comes, if it `maySleep`.
  ///
  /// The closing mark stays, so that later callers are refused.
  func take(maySleep: Bool) -> Delivery {
    while true {
      let taken: Delivery? = state.withLock { state in
        let waiting = state.waiting
        let isEmpty = waiting.jobs.isEmpty && waiting.backups.isEmpty && !waiting.isClosing
        guard isEmpty && maySleep else {
          state.waiting = Delivery(isClosing: waiting.isClosing)
          return waiting
        }
        state.writerSleeps = true
        return nil
      }
      if let taken { return taken }
      wakeUp.wait()
    }
  }
}
