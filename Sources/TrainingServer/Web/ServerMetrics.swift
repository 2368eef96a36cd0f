import Synchronization

/// Counters of the web side; any thread may add.
final class ServerMetrics: Sendable {
  /// Upper bounds of the save histogram, in microseconds.
  static let bounds: [Int64] = [
    1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
  ]

  struct Reading: Sendable {
    /// Answers by the first digit of their status; index 0 is 1xx.
    var answers = [0, 0, 0, 0, 0]
    /// Saves in each bucket, the last one without bound.
    var saves = [Int](repeating: 0, count: ServerMetrics.bounds.count + 1)
    var saveMicroseconds: Int64 = 0
  }

  private let state = Mutex(Reading())

  func answered(status: Int, isSave: Bool, microseconds: Int64) {
    state.withLock { state in
      let index = status / 100 - 1
      if state.answers.indices.contains(index) { state.answers[index] += 1 }
      guard isSave else { return }
      let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
      state.saves[bucket] += 1
      state.saveMicroseconds &+= microseconds
    }
  }

  var reading: Reading { state.withLock { $0 } }
}
