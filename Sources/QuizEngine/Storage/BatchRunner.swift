/// Runs waiting jobs in shared transactions; lives on the writer's thread.
///
/// Optimistic: jobs of a batch run without savepoints. Only when one fails after changing rows
/// is the batch undone and every other job repeated in a transaction of its own.
final class BatchRunner<Context: WriterContext> {
  /// The most jobs in one transaction: beyond it the commit grows longer, not cheaper per job.
  static var largestBatch: Int { 128 }

  private enum Pass {
    case settled([WriterOutcome])
    case undone(any Error, offender: Int?)
  }

  private let context: Context
  private let connection: Connection
  private let metrics: WriterMetrics
  private let events: Writer<Context>.Events
  private let clock = ContinuousClock()
  /// Set once the disk failed; nothing is written after that.
  private(set) var fatal: StorageError?

  init(context: Context, metrics: WriterMetrics, events: Writer<Context>.Events) {
    self.context = context
    self.connection = context.connection
    self.metrics = metrics
    self.events = events
  }

  /// Settles one batch, then answers each job in its order.
  func process(_ jobs: ArraySlice<WriterJob<Context>>) {
    let outcomes = settle(jobs, mayRepeat: true)
    for (job, outcome) in zip(jobs, outcomes) {
      switch outcome {
      case .committed(let announce):
        metrics.jobAnswered(failed: false)
        announce()
      case .failed(let error):
        metrics.jobAnswered(failed: true)
        job.fail(error)
      }
    }
  }

  /// Follows an error met between batches; true when the disk failed.
  @discardableResult
  func meet(_ error: any Error) -> Bool {
    if let found = connection.condition.fatal ?? (error as? StorageError), found.isFatal {
      poison(found)
      return true
    }
    if isFull(error) { _ = events.onDiskFull() }
    return false
  }

  private func settle(
    _ jobs: ArraySlice<WriterJob<Context>>, mayRepeat: Bool
  ) -> [WriterOutcome] {
    if let fatal { return jobs.map { _ in .failed(fatal) } }
    switch attempt(jobs) {
    case .settled(let outcomes): return outcomes
    case .undone(let error, let offender):
      if let found = connection.condition.fatal ?? (error as? StorageError), found.isFatal {
        poison(found)
        return jobs.map { _ in .failed(found) }
      }
      let wasFull = isFull(error)
      let gotSpace = wasFull && events.onDiskFull()
      // On a full disk jobs that only read can still be done.
      let isWorthRepeating =
        jobs.count > 1 && (offender != nil || isConstraint(error) || wasFull)
      guard mayRepeat && (gotSpace || isWorthRepeating) else {
        return jobs.map { _ in .failed(error) }
      }
      return jobs.indices.map { index in
        // A full disk is nobody's fault: the job that met it has its second chance too.
        if index == offender && !wasFull { return .failed(error) }
        return settleAlone(jobs[index...index], mayRepeat: !gotSpace)
      }
    }
  }

  private func settleAlone(
    _ job: ArraySlice<WriterJob<Context>>, mayRepeat: Bool
  ) -> WriterOutcome {
    settle(job, mayRepeat: mayRepeat).first
      ?? .failed(StorageError(.misuse, "a job without an outcome"))
  }

  private func attempt(_ jobs: ArraySlice<WriterJob<Context>>) -> Pass {
    do { try connection.run("BEGIN IMMEDIATE") } catch { return .undone(error, offender: nil) }
    var outcomes: [WriterOutcome] = []
    outcomes.reserveCapacity(jobs.count)
    for index in jobs.indices {
      let changes = connection.totalChanges
      do {
        let announce = try jobs[index].run(context)
        try expectOpenTransaction()
        outcomes.append(.committed(announce))
      } catch {
        let isHarmless =
          connection.totalChanges == changes && connection.isInTransaction && !mustUndo(error)
        guard isHarmless else { return undo(error, offender: index) }
        outcomes.append(.failed(error))
      }
    }
    do {
      let duration = try clock.measure { try connection.run("COMMIT") }
      metrics.committed(
        jobs: jobs.count, in: duration, walPages: connection.condition.walPages)
      context.batchDidCommit()
      return .settled(outcomes)
    } catch {
      return undo(error, offender: nil)
    }
  }

  /// SQLite undoes the transaction by itself on some errors (full disk, I/O, memory); a job
  /// that swallowed such an error must not pass as done.
  private func expectOpenTransaction() throws(StorageError) {
    if let fatal = connection.condition.fatal { throw fatal }
    guard !connection.isInTransaction else { return }
    throw connection.condition.lastError
      ?? StorageError(.misuse, "a job ended the writer's transaction")
  }

  private func undo(_ error: any Error, offender: Int?) -> Pass {
    connection.rollBack()
    metrics.rolledBack()
    context.batchDidRollBack()
    return .undone(error, offender: offender)
  }

  private func mustUndo(_ error: any Error) -> Bool {
    connection.condition.fatal != nil || isFull(error) || (error as? StorageError)?.isFatal == true
  }

  private func isFull(_ error: any Error) -> Bool {
    (error as? StorageError)?.kind == .full
  }

  /// A deferred foreign key breaks at COMMIT; alone, only the guilty job fails.
  private func isConstraint(_ error: any Error) -> Bool {
    if case .constraint = (error as? StorageError)?.kind { true } else { false }
  }

  private func poison(_ error: StorageError) {
    guard fatal == nil else { return }
    fatal = error
    events.onFatal(error)
  }
}
