import QuizEngine

/// The counters in Prometheus' text format, version 0.0.4.
enum MetricsText {
  static func make(_ site: TrainingSite) -> String {
    let web = site.metrics.reading
    let writer = site.engine.writerMetrics
    var text = ""
    family("http_answers_total", "counter", "Answers by status class.", &text)
    for (index, count) in web.answers.enumerated() {
      text += "http_answers_total{class=\"\(index + 1)xx\"} \(count)\n"
    }
    saves(web, &text)
    single("http_connections", "gauge", "Open connections.", site.connections, &text)
    single("event_streams", "gauge", "Open event streams.", site.hub.count, &text)
    single("worker_queue", "gauge", "Requests waiting for a thread.", site.workers.waiting, &text)
    single(
      "hashing_queue", "gauge", "Sign-ins waiting for a password hash.", site.hashing.waiting,
      &text)
    single("writer_queue", "gauge", "Writes not yet answered.", writer.queueDepth, &text)
    single("writer_jobs_total", "counter", "Writes answered.", writer.jobs, &text)
    single("writer_failures_total", "counter", "Writes refused or failed.", writer.failures, &text)
    single("writer_commits_total", "counter", "Committed transactions.", writer.batches, &text)
    single("writer_rollbacks_total", "counter", "Undone transactions.", writer.rollbacks, &text)
    single(
      "writer_commit_microseconds_total", "counter", "Time spent in COMMIT.",
      writer.commitNanoseconds / 1000, &text)
    single(
      "wal_bytes", "gauge", "Size of the write-ahead log.", writer.walPages * 4096, &text)
    clock(site.engine.environment.clock, &text)
    return text
  }

  private static func clock(_ clock: FolderClock?, _ text: inout String) {
    guard let clock else { return }
    single(
      "wall_clock_ahead_milliseconds", "gauge", "The machine's wall clock minus contest time.",
      Int(clock.ahead.milliseconds), &text)
    single("wall_clock_jumps_total", "counter", "Jumps of more than 2 s.", clock.jumps, &text)
    single(
      "clock_doubtful", "gauge", "1 while time stands still until an operator confirms it.",
      clock.doubtfulSince == nil ? 0 : 1, &text)
  }

  private static func saves(_ web: ServerMetrics.Reading, _ text: inout String) {
    let name = "save_duration_seconds"
    family(name, "histogram", "From the last byte of a save to its answer.", &text)
    var total = 0
    for (index, count) in web.saves.enumerated() {
      total += count
      let bound =
        ServerMetrics.bounds.indices.contains(index)
        ? seconds(ServerMetrics.bounds[index]) : "+Inf"
      text += "\(name)_bucket{le=\"\(bound)\"} \(total)\n"
    }
    text += "\(name)_sum \(seconds(web.saveMicroseconds))\n\(name)_count \(total)\n"
  }

  private static func family(
    _ name: String, _ type: String, _ help: String, _ text: inout String
  ) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private static func single(
    _ name: String, _ type: String, _ help: String, _ value: Int, _ text: inout String
  ) {
    family(name, type, help, &text)
    text += "\(name) \(value)\n"
  }

  private static func seconds(_ microseconds: Int64) -> String {
    "\(microseconds / 1_000_000)." + padded(Int(microseconds % 1_000_000), 6)
  }
}
