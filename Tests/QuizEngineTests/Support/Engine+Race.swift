import Dispatch
import Foundation
import Glibc
import Synchronization

@testable import QuizEngine

extension Engine {
  /// Runs `act` so that all it checks is read before `change` is committed, and what it writes comes
  /// after: the order in which a race is lost.
  func race<Value: Sendable>(
    _ change: @escaping @Sendable (Transaction) throws -> Void,
    against act: @escaping @Sendable (Engine) throws -> Value
  ) -> Result<Value, any Error> {
    let (isHeld, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    write(
      { _ in
        isHeld.signal()
        gate.wait()
      }, then: { _ in })
    isHeld.wait()
    write(change, then: { _ in })
    let answer = Answer<Value>()
    let isOver = Atomic(false)
    Thread.detachNewThread {
      answer.give(Result { try act(self) })
      isOver.store(true, ordering: .releasing)
    }
    // The two above and the first write of `act`, which may also refuse before it.
    while store.metrics.queueDepth < 3, !isOver.load(ordering: .acquiring) { sched_yield() }
    gate.signal()
    return answer.wait()
  }
}

extension Result {
  /// Why it was refused; nil when it was not.
  var refusal: Refusal? {
    if case .failure(let error) = self { error as? Refusal } else { nil }
  }
}
