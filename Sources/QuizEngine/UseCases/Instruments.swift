private import Synchronization

/// What a server measures beside the engine that it serves.
package final class Instruments: Sendable {
  /// A server that runs.
  package struct Serving: Sendable {
    /// A secret of this run, by which `trainctl data doctor` recognises an answer of this server.
    package let probeKey: String
    package let since: Instant
    let measure: @Sendable () -> [Metric]
  }

  private let current = Mutex<Serving?>(nil)

  package init() {}

  /// The server that runs on this engine; nil when `trainctl` holds it alone.
  package var serving: Serving? { current.withLock { $0 } }

  /// A server has started.
  package func serve(
    probeKey: String, since: Instant, measure: @escaping @Sendable () -> [Metric]
  ) {
    current.withLock {
      $0 = Serving(probeKey: probeKey, since: since, measure: measure)
    }
  }

  /// The server has stopped; what it measured is let go.
  package func end() {
    current.withLock { $0 = nil }
  }
}
