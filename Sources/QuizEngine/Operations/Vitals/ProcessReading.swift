import Glibc

/// What the kernel says about this process (proc(5), getrusage(2)).
package struct ProcessReading: Hashable, Sendable {
  package var residentBytes = 0
  package var openFiles = 0
  package var mostFiles = 0
  package var cpuMicroseconds = 0

  /// What it says at this moment.
  package static func now() -> ProcessReading {
    var reading = ProcessReading()
    let pages = SystemFile.words("/proc/self/statm")
    if pages.count > 1 { reading.residentBytes = (Int(pages[1]) ?? 0) * Int(getpagesize()) }
    // The look itself opens one.
    reading.openFiles = max(0, SystemFile.count(in: "/proc/self/fd") - 1)
    var files = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 {
      reading.mostFiles = Int(clamping: files.rlim_cur)
    }
    var usage = rusage()
    if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
      reading.cpuMicroseconds =
        microseconds(usage.ru_utime) &+ microseconds(usage.ru_stime)
    }
    return reading
  }

  /// Under the names that Prometheus' own clients give them.
  func metrics(since start: Instant) -> [Metric] {
    [
      .gauge("process_resident_memory_bytes", "Memory in use.", residentBytes),
      .gauge("process_open_fds", "Open file descriptors.", openFiles),
      .gauge("process_max_fds", "Most file descriptors allowed.", mostFiles),
      .counter(
        "process_cpu_seconds_total", "Processor time used.", cpuMicroseconds, .microseconds),
      .gauge(
        "process_start_time_seconds", "Start of the server, since 1970.",
        Int(start.milliseconds) &* 1000, .microseconds),
    ]
  }

  private static func microseconds(_ time: timeval) -> Int {
    Int(time.tv_sec) &* 1_000_000 &+ Int(time.tv_usec)
  }
}
