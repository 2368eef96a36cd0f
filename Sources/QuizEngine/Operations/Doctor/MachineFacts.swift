import Glibc

/// What matters of the machine.
struct MachineFacts: Hashable, Sendable {
  /// Who keeps the machine's time right.
  enum TimeKeeper: Hashable, Sendable {
    case synchronised(String)
    /// Runs; whether it agrees with its sources, only its own tool tells.
    case running(String)
    /// Runs, and has not reached a source yet.
    case searching(String)
    case none
  }

  var sqlite: SQLiteVersion
  var clockSource: String?
  var bootID: String?
  var timeKeeper: TimeKeeper
  /// The hard limit of open files: the server raises its own up to it.
  var mostFiles: Int

  static func looking() -> MachineFacts {
    var files = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0
    return MachineFacts(
      sqlite: .linked,
      clockSource: SystemFile.text(
        "/sys/devices/system/clocksource/clocksource0/current_clocksource"),
      bootID: SystemFile.text("/proc/sys/kernel/random/boot_id"),
      timeKeeper: timeKeeper(exists: SystemFile.exists),
      mostFiles: isKnown ? Int(clamping: files.rlim_max) : 0)
  }

  /// By the files that the usual programs leave while they run.
  static func timeKeeper(exists: (String) -> Bool) -> TimeKeeper {
    if exists("/run/systemd/timesync/synchronized") { return .synchronised("systemd-timesyncd") }
    for (path, name) in [
      ("/run/chrony/chronyd.pid", "chrony"), ("/run/chronyd.pid", "chrony"),
      ("/run/ntpd.pid", "ntpd"), ("/run/openntpd.pid", "openntpd"),
    ] where exists(path) {
      return .running(name)
    }
    return exists("/run/systemd/timesync") ? .searching("systemd-timesyncd") : .none
  }
}
