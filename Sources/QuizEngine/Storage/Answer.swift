import Dispatch
import Synchronization

/// A result that one thread waits for and another gives.
final class Answer<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let given = DispatchSemaphore(value: 0)

  func give(_ answer: Result<Value, any Error>) {
    result.withLock { $0 = answer }
    given.signal()
  }

  /// The answer, or that none came in time.
  func wait(milliseconds: Int) -> Result<Value, any Error> {
    guard given.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else {
      return .failure(StorageError(.busy, "no answer in \(milliseconds) ms"))
    }
    return result.withLock { $0 } ?? .failure(StorageError(.stopped, "no answer was given"))
  }

  func wait() -> Result<Value, any Error> {
    given.wait()
    return result.withLock { $0 } ?? .failure(StorageError(.stopped, "no answer was given"))
  }
}
