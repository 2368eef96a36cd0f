import Glibc
import QuizEngine

/// The wall clock, read once at the start and carried on by the clock that nobody can set.
///
/// Setting the machine's time during a contest moves no deadline; `jump` tells that it happened.
struct SystemClock: Sendable {
  private let wallAtStart: Int64
  private let bootAtStart: Int64

  init() {
    wallAtStart = Self.milliseconds(CLOCK_REALTIME)
    bootAtStart = Self.milliseconds(CLOCK_BOOTTIME)
  }

  func now() -> Instant {
    Instant(milliseconds: wallAtStart &+ Self.milliseconds(CLOCK_BOOTTIME) &- bootAtStart)
  }

  /// How far the machine's wall clock is from ours, in milliseconds; positive when it is ahead.
  func jump() -> Int64 {
    Self.milliseconds(CLOCK_REALTIME) &- now().milliseconds
  }

  private static func milliseconds(_ clock: Int32) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
  }
}

extension Environment {
  /// Real time and the kernel's chance.
  static func system(_ clock: SystemClock) -> Environment {
    Environment(now: { clock.now() }, entropy: { KernelEntropy.bits() })
  }
}
