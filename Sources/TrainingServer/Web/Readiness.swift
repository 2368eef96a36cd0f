import QuizEngine
import Synchronization

/// Whether traffic should come here, looked at once for all who ask at the same time.
///
/// A writer that hangs holds up one look and one thread, however often a proxy asks.
final class Readiness: Sendable {
  private struct State {
    var last: EngineCondition?
    var isLooking = false
  }

  private let state = Mutex(State())

  /// The condition now, or the last one known while somebody else is looking.
  func condition(of engine: Engine) -> EngineCondition {
    let known: EngineCondition? = state.withLock { state in
      if state.isLooking, let last = state.last { return last }
      state.isLooking = true
      return nil
    }
    if let known { return known }
    let found = engine.condition()
    state.withLock { $0 = State(last: found) }
    return found
  }
}
