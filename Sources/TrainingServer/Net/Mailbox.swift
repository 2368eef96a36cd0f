import Glibc
import Synchronization

/// Letters to a loop from any thread.
///
/// The loop is woken only when it sleeps: however many letters are posted before it wakes, and
/// however many while it works, cost at most one system call.
final class Mailbox<Letter: Sendable>: Sendable {
  private struct State {
    var letters: [Letter] = []
    var isAsleep = false
    var isClosed = false
  }

  private let state = Mutex(State())
  /// Becomes readable when the loop has to look.
  let wakeUp: Int32

  init?() {
    let descriptor = Poller.makeWakeUp()
    guard descriptor >= 0 else { return nil }
    wakeUp = descriptor
  }

  deinit {
    close(wakeUp)
  }

  /// False when the loop has ended: nobody will read the letter.
  @discardableResult
  func post(_ letter: Letter) -> Bool {
    let outcome = state.withLock { state -> (isOpen: Bool, wakes: Bool) in
      guard !state.isClosed else { return (false, false) }
      state.letters.append(letter)
      defer { state.isAsleep = false }
      return (true, state.isAsleep)
    }
    if outcome.wakes { Poller.wake(wakeUp) }
    return outcome.isOpen
  }

  /// Everything posted so far; when that is nothing, the next letter wakes the loop.
  func takeOrSleep() -> [Letter] {
    state.withLock { state in
      state.isAsleep = state.letters.isEmpty
      guard !state.letters.isEmpty else { return [] }
      let letters = state.letters
      state.letters = []
      return letters
    }
  }

  func awake() {
    state.withLock { $0.isAsleep = false }
  }

  /// Refuses further letters and returns those nobody read.
  func shut() -> [Letter] {
    state.withLock { state in
      state.isClosed = true
      defer { state.letters = [] }
      return state.letters
    }
  }
}
