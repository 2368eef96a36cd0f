/// How measured values are sorted into buckets: without a loop, for paths that are walked often.
package enum Buckets: String, CaseIterable, Hashable, Sendable {
  /// Microseconds: two buckets an octave, from 64 µs to 16.8 s.
  case durations
  /// How many at once: powers of two up to 1,024.
  case sizes

  /// The bucket of `value`; the last one has no upper bound.
  package func index(of value: Int) -> Int {
    switch self {
    case .durations:
      guard value > 64 else { return 0 }
      let below = value &- 1
      let octave = Int.bitWidth &- 1 &- below.leadingZeroBitCount
      let half = (below >> (octave &- 1)) & 1
      return min(1 &+ (octave &- 6) &* 2 &+ half, 37)
    case .sizes:
      guard value > 1 else { return 0 }
      return min(Int.bitWidth &- (value &- 1).leadingZeroBitCount, 11)
    }
  }

  /// The largest value of each bucket but the last.
  package var bounds: [Int] {
    switch self {
    case .durations: [64] + (6..<24).flatMap { [3 << ($0 - 1), 2 << $0] }
    case .sizes: (0...10).map { 1 << $0 }
    }
  }
}
