/// How often values fell into each bucket.
package struct Distribution: Hashable, Sendable {
  package let buckets: Buckets
  /// One more than there are bounds: the last bucket is open.
  package let counts: [Int]
  package let sum: Int

  package init(_ buckets: Buckets, counts: [Int], sum: Int) {
    self.buckets = buckets
    let wanted = buckets.bounds.count + 1
    self.counts = Array((counts + Array(repeating: 0, count: wanted)).prefix(wanted))
    self.sum = sum
  }

  package static func empty(_ buckets: Buckets) -> Distribution {
    Distribution(buckets, counts: [], sum: 0)
  }

  /// How many values there were.
  package var count: Int { counts.reduce(0, &+) }

  /// The mean, rounded down; nil when there was nothing.
  package var mean: Int? { count > 0 ? sum / count : nil }

  /// The value that `permille` of a thousand do not exceed, read off its bucket; nil of nothing.
  package func quantile(permille: Int) -> Int? {
    let total = count
    guard total > 0 else { return nil }
    var rank = max(1, (total &* permille &+ 999) / 1000)
    var lower = 0
    for (bound, count) in zip(buckets.bounds, counts) {
      if count > 0, rank <= count { return lower + (bound - lower) &* rank / count }
      rank -= count
      lower = bound
    }
    return lower
  }

  /// Both together.
  package func adding(_ other: Distribution) -> Distribution {
    Distribution(
      buckets, counts: zip(counts, other.counts).map { $0 &+ $1 }, sum: sum &+ other.sum)
  }

  /// What came since `earlier`; all of it when the counting began anew in between.
  package func since(_ earlier: Distribution) -> Distribution {
    let differences = zip(counts, earlier.counts).map { $0 &- $1 }
    guard differences.allSatisfy({ $0 >= 0 }) else { return self }
    return Distribution(buckets, counts: differences, sum: sum &- earlier.sum)
  }
}
