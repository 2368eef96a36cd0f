import Synchronization

/// How often each kind of problem was told; any thread may add.
final class RefusalCounts: Sendable {
  private let counts = InlineArray<64, Atomic<Int>> { _ in Atomic(0) }

  func add(_ kind: ProblemKind) {
    guard let index = ProblemKind.allCases.firstIndex(of: kind), counts.indices.contains(index)
    else { return }
    counts[index].wrappingAdd(1, ordering: .relaxed)
  }

  /// Every kind with its count, those that never happened too.
  var all: [(kind: ProblemKind, count: Int)] {
    zip(ProblemKind.allCases, counts.indices).map {
      ($0, counts[$1].load(ordering: .relaxed))
    }
  }
}
