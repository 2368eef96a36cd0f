import CSQLite

/// When the writer moves the WAL into the database file.
///
/// Only the writer does so, on its own connection, between batches.
package struct Checkpoint {
  /// A PASSIVE checkpoint after this many frames (24 MiB of 4 KiB pages).
  ///
  /// All saves wait some milliseconds for it, and it writes each changed page once however often
  /// that changed, so it should be rare; a restart reads so many frames again.
  static let pagesBetween = 6_000
  /// An idle writer cuts the WAL file once it has grown past this (32 MiB).
  ///
  /// A file that keeps its length is flushed faster than one that grows.
  static let pagesWorthTruncating = 8_000

  /// A WAL file that nobody should see (64 MiB): something keeps it from starting over.
  package static let alarmingBytes = 64 << 20

  private let metrics: WriterMetrics
  private let clock = ContinuousClock()
  private var checkpointedAt = 0
  private var highWater = 0

  init(metrics: WriterMetrics) {
    self.metrics = metrics
  }

  /// Follows the WAL after a batch; copies what readers allow, without waiting for them.
  mutating func afterBatch(_ connection: Connection) throws(StorageError) {
    let pages = connection.condition.walPages
    highWater = max(highWater, pages)
    // Fewer frames than at the last checkpoint: the WAL began again from its start.
    if pages < checkpointedAt { checkpointedAt = 0 }
    guard pages - checkpointedAt >= Self.pagesBetween else { return }
    let began = clock.now
    try connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
    metrics.checkpointed(in: clock.now - began)
    checkpointedAt = pages
  }

  /// Cuts a large WAL while nothing waits; gives up at once when a reader needs it.
  mutating func whenIdle(_ connection: Connection) throws(StorageError) {
    guard highWater >= Self.pagesWorthTruncating else { return }
    connection.waitForLocks(milliseconds: 0)
    defer { connection.waitForLocks(milliseconds: 5_000) }
    if try connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE) {
      checkpointedAt = 0
      highWater = 0
      connection.condition.walPages = 0
    }
  }
}

extension Connection {
  /// Runs one checkpoint; false when readers kept it from finishing.
  @discardableResult
  func checkpoint(_ mode: Int32) throws(StorageError) -> Bool {
    let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil)
    if code == SQLITE_OK { return true }
    let error = StorageError(connection: handle, code: code, sql: "wal_checkpoint")
    if error.kind == .busy || error.kind == .locked { return false }
    throw condition.note(error)
  }
}
