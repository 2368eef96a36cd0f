private import Dispatch
private import Foundation
private import Synchronization

/// The engine's own clock hand: ends overdue attempts and settles rounds, with nobody clicking.
///
/// Deadlines hold without it, because every rule compares instants; it only writes them down, a
/// little later: a save that arrived in time may still wait for the writer at the deadline.
package final class Ticker: Sendable {
  /// How long after its moment something is written down.
  package static let patience = Span.seconds(2)

  private let isStopped = Mutex(false)
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Starts ticking on a thread of its own until `stop`.
  ///
  /// - Parameter onFailure: told of every tick that failed; the next one tries again.
  package init(
    _ engine: Engine, every interval: Span = .seconds(1),
    onFailure: @escaping @Sendable (any Error) -> Void
  ) {
    let thread = Thread { [self] in
      while !isStopped.withLock({ $0 }) {
        let instant = engine.environment.now() - Self.patience
        do { try engine.tick(at: instant) } catch { onFailure(error) }
        _ = wake.wait(timeout: .now() + .milliseconds(Int(interval.milliseconds)))
      }
      ended.signal()
    }
    thread.name = "ticker"
    thread.start()
  }

  /// Stops after the tick that runs.
  package func stop() {
    isStopped.withLock { $0 = true }
    wake.signal()
    ended.wait()
    ended.signal()
  }
}

extension Engine {
  /// Everything that time alone brings about, up to `instant`.
  ///
  /// - Throws: the first failure, after everything that did not fail was done.
  package func tick(at instant: Instant) throws {
    var failure: (any Error)?
    do { while try endOverdue(at: instant) > 0 {} } catch { failure = error }
    try settleRounds(at: instant)
    if let failure { throw failure }
  }
}
