import Synchronization

/// The writer's counters; any thread may read them.
///
/// Only `jobArrived` is called from several threads: it alone pays for that.
package final class WriterMetrics: Sendable {
  private let arrived = Atomic(0)
  private let answered = Atomic(0)
  private let failed = Atomic(0)
  private let undone = Atomic(0)
  private let wal = Atomic(0)
  private let commits = Histogram(.durations)
  private let jobsOfCommits = Histogram(.sizes)
  private let checkpoints = Histogram(.durations)

  /// Committed transactions.
  package var batches: Int { commits.distribution.count }
  /// Jobs answered, with success or failure.
  package var jobs: Int { answered.load(ordering: .relaxed) }
  /// Jobs answered with an error.
  package var failures: Int { failed.load(ordering: .relaxed) }
  /// Transactions undone.
  package var rollbacks: Int { undone.load(ordering: .relaxed) }
  /// How long each COMMIT took, its flush to disk included.
  package var commitTimes: Distribution { commits.distribution }
  /// How many jobs each transaction held.
  package var batchSizes: Distribution { jobsOfCommits.distribution }
  /// How long each checkpoint took; every job waited for it.
  package var checkpointTimes: Distribution { checkpoints.distribution }
  /// Jobs handed in and not yet answered.
  package var queueDepth: Int { max(0, arrived.load(ordering: .relaxed) &- jobs) }
  /// Frames in the write-ahead log, 4 KiB each; many mean that a reader never ends.
  package var walPages: Int { wal.load(ordering: .relaxed) }

  func jobArrived() {
    arrived.wrappingAdd(1, ordering: .relaxed)
  }

  /// The writer is closing: the job will never be answered by it.
  func jobTurnedAway() {
    arrived.wrappingSubtract(1, ordering: .relaxed)
  }

  func jobAnswered(failed isFailure: Bool) {
    answered.bump()
    if isFailure { failed.bump() }
  }

  func committed(jobs: Int, in duration: Duration, walPages: Int) {
    commits.add(duration.microseconds)
    jobsOfCommits.add(jobs)
    wal.store(walPages, ordering: .relaxed)
  }

  func checkpointed(in duration: Duration) {
    checkpoints.add(duration.microseconds)
  }

  func rolledBack() {
    undone.bump()
  }
}
