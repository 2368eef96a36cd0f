import QuizEngine
import Synchronization

/// A clock that a test moves; begins on Monday 2026-11-23, ten o'clock in Ha Noi.
final class TestClock: Sendable {
  static let start = Instant(milliseconds: 1_795_402_800_000)

  private let time = Mutex(TestClock.start)

  var now: Instant { time.withLock { $0 } }

  func advance(_ span: Span) {
    time.withLock { $0 = $0 + span }
  }
}

/// Chance that is the same in every run.
final class TestChance: Sendable {
  private let generator = Mutex(SplitMix64(seed: Seed(7)))

  func next() -> UInt64 { generator.withLock { $0.next() } }
}
