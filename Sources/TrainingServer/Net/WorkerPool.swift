import Dispatch
import Foundation
import Glibc
import Synchronization

/// Threads of our own for work that may block, fed from one bounded queue.
final class WorkerPool: Sendable {
  typealias Job = @Sendable () -> Void

  private struct State {
    var jobs: [Job?] = []
    var first = 0
    var idle = 0
    var isStopping = false
    /// How long a job took of late, in microseconds.
    var duration: Int64 = 0

    var waiting: Int { jobs.count - first }

    mutating func next() -> Job? {
      guard first < jobs.count else { return nil }
      defer {
        first += 1
        if first == jobs.count || first >= 1024 {
          jobs.removeFirst(first)
          first = 0
        }
      }
      let job = jobs[first]
      jobs[first] = nil
      return job
    }
  }

  private let state = Mutex(State())
  private let wakeUp = DispatchSemaphore(value: 0)
  private let ended = DispatchGroup()
  private let threads: Int
  private let queueLimit: Int
  /// Microseconds of work that may wait for one thread.
  private let patience: Int64

  /// Starts `threads` threads; at most `queueLimit` jobs wait for one.
  ///
  /// - Parameters:
  ///   - patience: seconds that a job may be expected to wait; what would wait longer is refused.
  ///   - givesWay: whether other threads come first when there are not cores enough.
  init(
    threads: Int, queueLimit: Int, name: String, patience: Int64? = nil, givesWay: Bool = false
  ) {
    self.threads = max(1, threads)
    self.queueLimit = max(1, queueLimit)
    self.patience = patience.map { $0 * 1_000_000 } ?? .max
    for number in 1...self.threads {
      ended.enter()
      let thread = Thread { [self] in
        // Of the calling thread alone, on Linux (setpriority(2)); no harm if it is refused.
        if givesWay { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10) }
        run()
        ended.leave()
      }
      thread.name = "\(name)-\(number)"
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  /// Hands over a job; false when the queue is full or the pool is stopping.
  func submit(_ job: @escaping Job) -> Bool {
    let outcome = state.withLock { state -> (isTaken: Bool, wakes: Bool) in
      guard !state.isStopping, state.waiting < queueLimit,
        Int64(state.waiting / threads) * state.duration <= patience
      else { return (false, false) }
      state.jobs.append(job)
      guard state.idle > 0 else { return (true, false) }
      state.idle -= 1
      return (true, true)
    }
    if outcome.wakes { wakeUp.signal() }
    return outcome.isTaken
  }

  /// Jobs that wait for a thread.
  var waiting: Int { state.withLock { $0.waiting } }

  /// Refuses new jobs, finishes those taken, and returns when the last thread has ended.
  func stop() {
    let sleepers = state.withLock { state in
      state.isStopping = true
      defer { state.idle = 0 }
      return state.idle
    }
    for _ in 0..<sleepers { wakeUp.signal() }
    ended.wait()
  }

  private enum Turn {
    case work(Job)
    case sleep
    case end
  }

  private func run() {
    while true {
      switch nextTurn() {
      case .work(let job):
        let started = MonotonicClock.microseconds()
        job()
        let taken = MonotonicClock.microseconds() - started
        // A moving average: slow jobs on a loaded machine shorten the queue within a few of them.
        state.withLock { $0.duration += (taken - $0.duration) / 4 }
      case .sleep: wakeUp.wait()
      case .end: return
      }
    }
  }

  private func nextTurn() -> Turn {
    state.withLock { state in
      if let job = state.next() { return .work(job) }
      if state.isStopping { return .end }
      state.idle += 1
      return .sleep
    }
  }
}
