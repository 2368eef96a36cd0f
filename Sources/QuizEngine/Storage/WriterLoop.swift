import CSQLite
import Dispatch

/// The writer's thread from its first job to its end.
final class WriterLoop<Context: WriterContext> {
  private let queue: WriterQueue<Context>
  private let batches: BatchRunner<Context>
  private let connection: Connection
  private var checkpoint: Checkpoint
  private var backup: BackupCopy?
  private var waitingBackups: [BackupRequest] = []
  /// Checks and flushes finished copies, so that saves do not wait for that.
  private let finishing = DispatchQueue(label: "backup")

  init(
    queue: WriterQueue<Context>, batches: BatchRunner<Context>, connection: Connection,
    metrics: WriterMetrics
  ) {
    checkpoint = Checkpoint(metrics: metrics)
    self.queue = queue
    self.batches = batches
    self.connection = connection
  }

  func run() {
    while true {
      let delivery = queue.take(maySleep: backup == nil && waitingBackups.isEmpty)
      waitingBackups += delivery.backups
      process(delivery.jobs)
      if delivery.isClosing && delivery.jobs.isEmpty { return close() }
      if delivery.jobs.isEmpty { continueBackup() } else { rest() }
    }
  }

  private func process(_ jobs: [WriterJob<Context>]) {
    var rest = jobs[...]
    while !rest.isEmpty {
      batches.process(rest.prefix(BatchRunner<Context>.largestBatch))
      rest = rest.dropFirst(BatchRunner<Context>.largestBatch)
      tend { try checkpoint.afterBatch(connection) }
      continueBackup()
    }
  }

  /// Nothing may be waiting now; `take` would have told otherwise a moment ago.
  private func rest() {
    guard queue.isEmpty else { return }
    tend { try checkpoint.whenIdle(connection) }
  }

  private func tend(_ work: () throws -> Void) {
    guard batches.fatal == nil else { return }
    do { try work() } catch { batches.meet(error) }
  }

  private func continueBackup() {
    if backup == nil, !waitingBackups.isEmpty { startBackup(waitingBackups.removeFirst()) }
    guard let copy = backup else { return }
    do {
      guard batches.fatal == nil else { throw StorageError(.stopped, "the disk failed") }
      guard try copy.step() else { return }
      backup = nil
      finishing.async { [request = copy.request] in request.finish() }
    } catch {
      backup = nil
      copy.abandon(error)
    }
  }

  private func startBackup(_ request: BackupRequest) {
    do { backup = try BackupCopy(request, from: connection) } catch { request.fail(error) }
  }

  private func close() {
    let stopped = StorageError(.stopped, "the writer is closed")
    backup?.abandon(stopped)
    backup = nil
    for request in waitingBackups { request.fail(stopped) }
    finishing.sync {}
    tend { try connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE) }
  }
}
