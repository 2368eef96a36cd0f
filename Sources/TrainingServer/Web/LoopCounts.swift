import QuizEngine
import Synchronization

/// What one loop answered; its thread alone adds, any may read.
final class LoopCounts: Sendable {
  private let statuses = InlineArray<500, Atomic<Int>> { _ in Atomic(0) }
  private let requests = Histogram(.durations)
  private let saves = Histogram(.durations)
  private let turns = Histogram(.durations)

  private static let firstStatus = 100

  /// Counts an answer that belongs to no complete request.
  func answered(_ status: Int) {
    let index = status - Self.firstStatus
    if statuses.indices.contains(index) { statuses[index].bump() }
  }

  /// Counts an answer and how long its request had waited for it.
  func answered(_ status: Int, microseconds: Int64, isSave: Bool) {
    answered(status)
    requests.add(Int(microseconds))
    if isSave { saves.add(Int(microseconds)) }
  }

  /// Counts a turn of the loop: so long its other connections waited.
  func turned(microseconds: Int64) {
    turns.add(Int(microseconds))
  }

  /// Adds what this loop counted.
  func add(to traffic: inout TrafficReading) {
    for index in statuses.indices {
      let count = statuses[index].load(ordering: .relaxed)
      if count > 0 { traffic.statuses[index + Self.firstStatus, default: 0] += count }
    }
    traffic.requests = traffic.requests.adding(requests.distribution)
    traffic.saves = traffic.saves.adding(saves.distribution)
    traffic.turns = traffic.turns.adding(turns.distribution)
  }
}

/// What all loops of a server counted together.
struct TrafficReading: Sendable {
  var connections = Census.Reading()
  /// Answers by their status.
  var statuses: [Int: Int] = [:]
  /// From the arrival of a request's last bytes to its answer.
  var requests = Distribution.empty(.durations)
  var saves = Distribution.empty(.durations)
  /// Turns of the loops.
  var turns = Distribution.empty(.durations)
}
