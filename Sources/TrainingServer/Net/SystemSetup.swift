import Glibc

/// What a server asks of the process once, before the first connection.
enum SystemSetup {
  /// A peer that went away must be an error code, not the end of the process (signal(7)).
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Raises the soft limit of open files to the hard one; returns what then holds.
  @discardableResult
  static func raiseDescriptorLimit() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1024 }
    if limit.rlim_cur < limit.rlim_max {
      var raised = limit
      raised.rlim_cur = limit.rlim_max
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
  }

  /// Lets the kernel make its table of open files large at once, while one thread runs.
  ///
  /// Later each doubling would stop whoever accepts for ten or twenty milliseconds, just when
  /// everybody comes: with several threads the kernel waits for all readers of the old table
  /// (expand_fdtable in Linux' fs/file.c). 64 Ki places take half a mebibyte of the kernel's memory.
  static func makeRoomForDescriptors() {
    let last = min(raiseDescriptorLimit(), 65_536) - 1
    let high = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, Int32(clamping: last))
    if high >= 0 { close(high) }
  }
}
