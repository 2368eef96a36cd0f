import Glibc

/// Waits for SIGTERM or SIGINT; both mean: finish and end.
///
/// The signals are blocked before any other thread starts, and every thread inherits that, so one
/// that comes while the server is still starting waits here instead of being lost.
struct StopSignal {
  private let signals: sigset_t

  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    self.signals = signals
  }

  func wait() {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
  }
}
