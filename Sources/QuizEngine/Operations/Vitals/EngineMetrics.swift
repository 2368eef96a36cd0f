extension Engine {
  /// What writer, database and disk say.
  func engineMetrics(at instant: Instant) -> [Metric] {
    writerMeasures + fileMeasures + attemptMeasures(at: instant) + clockMeasures
  }

  private var writerMeasures: [Metric] {
    let writer = writerMetrics
    return [
      .gauge("writer_queue", "Writes not yet answered.", writer.queueDepth),
      .counter("writer_jobs_total", "Writes answered.", writer.jobs),
      .counter("writer_failures_total", "Writes refused or failed.", writer.failures),
      .counter("writer_commits_total", "Committed transactions.", writer.batches),
      .counter("writer_rollbacks_total", "Undone transactions.", writer.rollbacks),
      .histogram(
        "commit_duration_seconds", "COMMIT with its flush to disk.", writer.commitTimes),
      .histogram(
        "checkpoint_duration_seconds", "Moving the log into the file; every write waits for it.",
        writer.checkpointTimes),
      .histogram("writer_batch_jobs", "Writes in one transaction.", writer.batchSizes),
      .gauge("wal_pages", "Pages in the write-ahead log since it began anew.", writer.walPages),
    ]
  }

  private var fileMeasures: [Metric] {
    var metrics: [Metric] = [
      .gauge("database_bytes", "Size of the database file.", folder.databaseBytes),
      .gauge("wal_bytes", "Size of the write-ahead log on disk.", folder.walBytes),
      .gauge(
        "disk_reserve_held", "1 while the space for a full disk is kept back.",
        folder.reserve.isHeld ? 1 : 0),
    ]
    // A disk that does not answer has no numbers; the writer and /readyz tell about it.
    if let space = try? folder.space() {
      metrics.append(.gauge("disk_free_bytes", "Free on the disk of the data.", space.free))
      metrics.append(.gauge("disk_total_bytes", "Size of the disk of the data.", space.total))
    }
    return metrics
  }

  private var clockMeasures: [Metric] {
    guard let clock = environment.clock else { return [] }
    return [
      .gauge(
        "wall_clock_ahead_milliseconds", "The machine's wall clock minus contest time.",
        Int(clock.ahead.milliseconds)),
      .counter("wall_clock_jumps_total", "Jumps of more than 2 s.", clock.jumps),
      .gauge(
        "clock_doubtful", "1 while time stands still until an operator confirms it.",
        clock.doubtfulSince == nil ? 0 : 1),
    ]
  }

  private func attemptMeasures(at instant: Instant) -> [Metric] {
    // Without a database there is no number to give; /readyz tells about that.
    guard let open = try? read({ try $0.attempts.countOpen(at: instant) }) else { return [] }
    return [.gauge("open_attempts", "Attempts that run now.", open)]
  }
}
