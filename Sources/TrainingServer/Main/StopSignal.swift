import Dispatch
import Glibc

/// Waits for SIGTERM or SIGINT; both mean: finish and end.
struct StopSignal {
  private let arrived = DispatchSemaphore(value: 0)
  private let sources: [any DispatchSourceSignal]

  init() {
    let arrived = arrived
    sources = [SIGTERM, SIGINT].map { number in
      // A dispatch source only sees signals that do not end the process by themselves.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { arrived.signal() }
      source.resume()
      return source
    }
  }

  func wait() {
    arrived.wait()
  }
}
