import Glibc

/// The nanoseconds that this thread works for: others on the machine do not count.
func cpuTime(_ work: () -> Void) -> Int {
  func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
  let start = now()
  work()
  return now() - start
}
