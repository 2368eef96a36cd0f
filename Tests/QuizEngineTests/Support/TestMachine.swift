import Synchronization

@testable import QuizEngine

/// A machine whose clocks a test sets, and that it starts again.
final class TestMachine: Sendable {
  private struct State {
    var wall: Instant
    var sinceBoot = Span.minutes(5)
    var boot = "first"
  }

  private let state: Mutex<State>

  init(_ wall: Instant = Given.monday) {
    state = Mutex(State(wall: wall))
  }

  /// Lets time go by on both clocks.
  func pass(_ span: Span) {
    state.withLock {
      $0.wall = $0.wall + span
      $0.sinceBoot = Span(milliseconds: $0.sinceBoot.milliseconds + span.milliseconds)
    }
  }

  /// Sets the wall clock alone.
  func set(by span: Span) { state.withLock { $0.wall = $0.wall + span } }

  func startAgain(as boot: String) {
    state.withLock { ($0.boot, $0.sinceBoot) = (boot, .minutes(1)) }
  }

  var wall: Instant { state.withLock { $0.wall } }

  var clock: FolderClock {
    FolderClock(
      KernelClock(
        boot: state.withLock { $0.boot }, wall: { [self] in wall },
        sinceBoot: { [self] in state.withLock { $0.sinceBoot } }))
  }
}
