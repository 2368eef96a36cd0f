import Synchronization

/// The writer's counters; any thread may read them.
package final class WriterMetrics: Sendable {
  private let batchCount = Atomic(0)
  private let jobCount = Atomic(0)
  private let failureCount = Atomic(0)
  private let rollbackCount = Atomic(0)
  private let commitTime = Atomic(0)
  private let depth = Atomic(0)
  private let wal = Atomic(0)

  /// Committed transactions.
  package var batches: Int { batchCount.load(ordering: .relaxed) }
  /// Jobs answered, with success or failure.
  package var jobs: Int { jobCount.load(ordering: .relaxed) }
  /// Jobs answered with an error.
  package var failures: Int { failureCount.load(ordering: .relaxed) }
  /// Transactions undone.
  package var rollbacks: Int { rollbackCount.load(ordering: .relaxed) }
  /// Time spent in COMMIT, in nanoseconds.
  package var commitNanoseconds: Int { commitTime.load(ordering: .relaxed) }
  /// Jobs handed in and not yet answered.
  package var queueDepth: Int { depth.load(ordering: .relaxed) }
  /// Frames in the write-ahead log, 4 KiB each; many mean that a reader never ends.
  package var walPages: Int { wal.load(ordering: .relaxed) }

  func jobArrived() {
    depth.wrappingAdd(1, ordering: .relaxed)
  }

  func jobAnswered(failed: Bool) {
    depth.wrappingSubtract(1, ordering: .relaxed)
    jobCount.wrappingAdd(1, ordering: .relaxed)
    if failed { failureCount.wrappingAdd(1, ordering: .relaxed) }
  }

  func committed(in duration: Duration, walPages: Int) {
    batchCount.wrappingAdd(1, ordering: .relaxed)
    let (seconds, attoseconds) = duration.components
    let nanoseconds = Int(seconds) &* 1_000_000_000 &+ Int(attoseconds / 1_000_000_000)
    commitTime.wrappingAdd(nanoseconds, ordering: .relaxed)
    wal.store(walPages, ordering: .relaxed)
  }

  func rolledBack() {
    rollbackCount.wrappingAdd(1, ordering: .relaxed)
  }
}
