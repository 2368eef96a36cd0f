extension Pulse {
  /// One figure of the live view, for programs by its key, for people by its title.
  struct Figure {
    /// In what the number is counted.
    enum Unit {
      case plain
      case tenths
      case microseconds
      case bytes
      case percent
      case flag
    }

    let key: String
    let title: LocalizedText
    let number: Int?
    let unit: Unit
  }

  /// Every figure in the order of the screen, three to a line.
  var figures: [Figure] { trafficFigures + writerFigures + machineFigures }

  private var trafficFigures: [Figure] {
    [
      figure("connections", "Kết nối", "Connections", gauge("http_connections")),
      figure("newConnectionsPerSecond", "Mới/giây", "New/s", rate("http_connections_total")),
      figure("eventStreams", "Luồng sự kiện", "Streams", gauge("event_streams")),
      figure(
        "requestsPerSecond", "Yêu cầu/giây", "Requests/s",
        rate(ofDistribution: "request_duration_seconds")),
      quantile("requestP50", "request_duration_seconds", 500),
      quantile("requestP99", "request_duration_seconds", 990),
      figure(
        "savesPerSecond", "Lưu bài/giây", "Saves/s",
        rate(ofDistribution: "save_duration_seconds")),
      quantile("saveP50", "save_duration_seconds", 500),
      quantile("saveP99", "save_duration_seconds", 990),
    ]
  }

  private var writerFigures: [Figure] {
    let batches = distribution("writer_batch_jobs")
    let mean = batches.count > 0 ? batches.sum &* 10 / batches.count : nil
    return [
      figure("writerQueue", "Chờ ghi", "Write queue", gauge("writer_queue")),
      figure("jobsPerTenCommits", "Mỗi lần ghi", "Per commit", mean, .tenths),
      figure("commitsPerSecond", "Lần ghi/giây", "Commits/s", rate("writer_commits_total")),
      quantile("commitP50", "commit_duration_seconds", 500, "Ghi đĩa p50", "Commit p50"),
      quantile("commitP99", "commit_duration_seconds", 990, "Ghi đĩa p99", "Commit p99"),
      figure("walBytes", "Nhật ký ghi", "WAL", gauge("wal_bytes"), .bytes),
      figure("openAttempts", "Đang làm bài", "Attempts", now["open_attempts"]),
      figure("workerQueue", "Chờ luồng", "Worker queue", gauge("worker_queue")),
      figure("hashingQueue", "Chờ đăng nhập", "Sign-in queue", gauge("hashing_queue")),
    ]
  }

  private var machineFigures: [Figure] {
    [
      figure("diskFreeBytes", "Đĩa trống", "Disk free", now["disk_free_bytes"], .bytes),
      figure("diskFreePercent", "Phần trống", "Free part", freePercent, .percent),
      figure("reserveHeld", "Phần dự trữ", "Reserve", now["disk_reserve_held"], .flag),
      figure(
        "residentBytes", "Bộ nhớ", "Memory", gauge("process_resident_memory_bytes"), .bytes),
      figure("openFiles", "Tệp mở", "Open files", gauge("process_open_fds")),
      figure("processorPercent", "CPU", "CPU", processorPercent, .percent),
    ]
  }

  private func figure(
    _ key: String, _ vietnamese: String, _ english: String, _ number: Int?,
    _ unit: Figure.Unit = .plain
  ) -> Figure {
    Figure(
      key: key, title: LocalizedText(vi: vietnamese, en: english), number: number, unit: unit)
  }

  private func quantile(
    _ key: String, _ name: String, _ permille: Int, _ vietnamese: String? = nil,
    _ english: String? = nil
  ) -> Figure {
    let short = permille == 500 ? "p50" : "p99"
    return figure(
      key + "Microseconds", vietnamese ?? short, english ?? short,
      distribution(name).quantile(permille: permille), .microseconds)
  }
}
