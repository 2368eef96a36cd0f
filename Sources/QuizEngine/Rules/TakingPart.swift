/// How far one person is in a round of a contest.
package enum TakingPart: String, CaseIterable, Sendable {
  /// Has not begun.
  case absent
  case running
  /// Has an attempt that is over, and none that runs.
  case finished
}

/// What somebody's attempts in a round come to, one after the other.
package struct TakingPartFold: Sendable {
  package private(set) var state = TakingPart.absent
  package private(set) var best: Points?

  package init() {}

  /// Takes in one attempt; it is over at its deadline whether or not that was written down.
  package mutating func add(
    closedAt: Instant?, deadline: Instant, points: Points?, at instant: Instant
  ) {
    let isOver = closedAt != nil || deadline <= instant
    if !isOver { state = .running } else if state == .absent { state = .finished }
    if let points, points > (best ?? Points(thousandths: .min)) { best = points }
  }
}
