import Synchronization

/// Counts values by bucket for one thread that adds and any that read.
///
/// Adding is two loads and two stores without a lock, a fence or memory from the heap: two
/// threads that added at once would lose counts, so each has its own.
package struct Histogram: ~Copyable, Sendable {
  private let buckets: Buckets
  private let counts = InlineArray<40, Atomic<Int>> { _ in Atomic(0) }
  private let sum = Atomic(0)

  package init(_ buckets: Buckets) {
    self.buckets = buckets
  }

  /// Counts one value; only ever on one thread.
  package func add(_ value: Int) {
    let index = buckets.index(of: value)
    guard counts.indices.contains(index) else { return }
    counts[index].bump()
    sum.bump(by: value)
  }

  /// What was counted so far.
  package var distribution: Distribution {
    Distribution(
      buckets, counts: counts.indices.map { counts[$0].load(ordering: .relaxed) },
      sum: sum.load(ordering: .relaxed))
  }
}

extension Atomic<Int> {
  /// Adds where one thread alone ever writes: a plain addition that others may read.
  package func bump(by amount: Int = 1) {
    store(load(ordering: .relaxed) &+ amount, ordering: .relaxed)
  }
}
