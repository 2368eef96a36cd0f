import Dispatch
import Foundation
import Glibc
import Synchronization

/// The one thread that writes.
///
/// Jobs that wait together share one transaction and one fsync (group commit); each is answered
/// only after its COMMIT returned.
package final class Writer<Context: WriterContext>: Sendable {
  /// What the writer reports while it runs; called on its thread, must not block.
  package struct Events: Sendable {
    /// The disk failed: every later job fails, the process should end.
    let onFatal: @Sendable (StorageError) -> Void
    /// The disk is full: frees space that was kept for this; true when it did.
    let onDiskFull: @Sendable () -> Bool

    package init(
      onFatal: @escaping @Sendable (StorageError) -> Void = { _ in },
      onDiskFull: @escaping @Sendable () -> Bool = { false }
    ) {
      self.onFatal = onFatal
      self.onDiskFull = onDiskFull
    }
  }

  package let metrics: WriterMetrics
  private let queue: WriterQueue<Context>
  private let ended: DispatchSemaphore
  private let thread: pthread_t

  /// Opens the file on a new thread and waits until `prepare` made the context there.
  package init(
    path: String, events: Events = Events(),
    prepare: @escaping @Sendable (Connection) throws -> Context
  ) throws {
    let queue = WriterQueue<Context>()
    let metrics = WriterMetrics()
    let started = DispatchSemaphore(value: 0)
    let ended = DispatchSemaphore(value: 0)
    let start = WriterStart()
    let thread = Thread {
      defer { ended.signal() }
      start.thread.withLock { $0 = pthread_self() }
      do {
        let connection = try Connection(path: path, role: .writer)
        let context = try prepare(connection)
        let batches = BatchRunner(context: context, metrics: metrics, events: events)
        let loop = WriterLoop(
          queue: queue, batches: batches, connection: connection, metrics: metrics)
        started.signal()
        loop.run()
      } catch {
        start.error.withLock { $0 = error }
        started.signal()
      }
    }
    thread.name = "writer"
    thread.start()
    started.wait()
    if let error = start.error.withLock({ $0 }) { throw error }
    self.queue = queue
    self.metrics = metrics
    self.ended = ended
    self.thread = start.thread.withLock { $0 }
  }

  deinit {
    queue.close()
  }

  /// Hands in a job; `then` is called on the writer's thread once its fate is known.
  ///
  /// Jobs run in the order in which they were handed in. A job that throws before changing a
  /// row fails alone. When one throws after changing rows, or when the commit has to be
  /// repeated, the others run again: a job must have no effect outside its context, and must not
  /// change the schema, which SQLite does not count as changed rows.
  /// `then` must be quick and must not wait for the writer.
  package func submit<Value: Sendable>(
    _ job: @escaping @Sendable (Context) throws -> Value,
    then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    metrics.jobArrived()
    guard !queue.add(WriterJob(job, then: then)) else { return }
    metrics.jobTurnedAway()
    then(.failure(StorageError(.stopped, "the writer is closed")))
  }

  /// Hands in a job and blocks the calling thread until it is committed.
  @discardableResult
  package func writeAndWait<Value: Sendable>(
    _ job: @escaping @Sendable (Context) throws -> Value
  ) throws -> Value {
    guard pthread_self() != thread else {
      throw StorageError(.misuse, "the writer's thread cannot wait for itself")
    }
    let answer = Answer<Value>()
    submit(job) { answer.give($0) }
    return try answer.wait().get()
  }

  /// Copies the database to `path` while writes go on; `then` runs on another thread.
  ///
  /// The copy gets its name only when it is complete, checked and flushed to disk, and
  /// `beforeNaming` has seen it.
  package func backup(
    to path: String, beforeNaming: @escaping @Sendable (_ draft: String) throws -> Void = { _ in },
    then: @escaping @Sendable (Result<BackupReport, any Error>) -> Void
  ) {
    let request = BackupRequest(path: path, beforeNaming: beforeNaming, then: then)
    guard !queue.add(request) else { return }
    then(.failure(StorageError(.stopped, "the writer is closed")))
  }

  /// Answers what waits, empties the WAL into the file, closes it; returns when all is done.
  package func close() {
    queue.close()
    guard pthread_self() != thread else { return }
    ended.wait()
    ended.signal()
  }
}

/// How a writer's thread started.
private final class WriterStart: Sendable {
  let thread = Mutex<pthread_t>(0)
  let error = Mutex<(any Error)?>(nil)
}
