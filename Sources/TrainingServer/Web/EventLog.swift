import Dispatch
import Foundation
import Glibc
import QuizEngine
import Synchronization

/// JSON lines on standard error, written by a thread of its own: a full pipe delays no answer.
final class EventLog: Sendable {
  private struct State {
    var waiting: [UInt8] = []
    var budget = LogBudget()
    var dropped = 0
    var droppedInAll = 0
    var isStopping = false
  }

  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let nextNumber = Atomic(0)
  /// Tells the lines of one run from those of the next.
  private let run: String

  /// Bytes that wait for a slow reader before lines are lost.
  static let capacity = 1 << 20

  /// - Parameter output: what gets the lines; standard error outside tests.
  init(run: UInt64, output: @escaping @Sendable ([UInt8]) -> Void = EventLog.toStandardError) {
    self.run = String(run & 0xFFFF_FFFF, radix: 36)
    let thread = Thread { [self] in
      while true {
        wake.wait()
        let (bytes, isOver) = take()
        if !bytes.isEmpty { output(bytes) }
        if isOver { break }
      }
      ended.signal()
    }
    thread.name = "log"
    thread.start()
  }

  /// A short name for one request that a person can read out and that stands in one line.
  func newID() -> String {
    "\(run)-\(nextNumber.add(1, ordering: .relaxed).newValue)"
  }

  func write(_ line: LogLine, at instant: Instant) {
    let bytes = line.finished(at: instant)
    let isWritten = state.withLock { state in
      let confession = state.budget.confession(at: instant)?.finished(at: instant) ?? []
      guard !line.isRoutine || state.budget.allows(at: instant) else { return false }
      if state.waiting.count + bytes.count + confession.count > Self.capacity {
        state.dropped += 1
        state.droppedInAll += 1
      } else {
        state.waiting += confession + bytes
      }
      return true
    }
    if isWritten { wake.signal() }
  }

  /// Lines lost because nobody took them.
  var dropped: Int { state.withLock { $0.droppedInAll } }

  /// Writes what waits and ends the thread.
  func stop() {
    state.withLock { $0.isStopping = true }
    wake.signal()
    ended.wait()
    ended.signal()
  }

  private func take() -> (bytes: [UInt8], isOver: Bool) {
    state.withLock { state in
      var bytes = state.waiting
      state.waiting = []
      if state.dropped > 0 {
        // No clock here: the line belongs to the ones around it.
        bytes +=
          Array(
            #"{"level":"warning","event":"dropped","count":\#(state.dropped)}"#.utf8) + [10]
        state.dropped = 0
      }
      return (bytes, state.isStopping)
    }
  }

  static func toStandardError(_ bytes: [UInt8]) {
    write(bytes, to: STDERR_FILENO)
  }

  /// Writes everything, however often the other end takes only a part; false when it failed.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count > 0 {
          start += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
