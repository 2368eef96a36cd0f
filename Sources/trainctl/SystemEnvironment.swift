import Glibc
import QuizEngine

/// The machine's clock and chance: the only place of this program that asks for them.
enum SystemEnvironment {
  static let environment = Environment(now: { instant() }, entropy: { KernelEntropy.bits() })

  static func instant() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
