import QuizEngine
import Synchronization

/// How many requests of each person wait for their answer.
///
/// Behind a proxy the connections are the proxy's, and one browser's requests come over as many of
/// them as it likes: without this one card could fill the queue that everybody's pages wait in.
final class Flights: Sendable {
  /// A browser asks for some six things at once, a few windows for a few times that.
  static let perPerson = 64

  /// A shard forgets who has none in flight when it knows so many.
  private static let remembered = 4096

  /// Apart, so that the loops seldom meet at one lock; hashed once a step.
  private let shards = InlineArray<16, Mutex<[UInt64: Int]>> { _ in Mutex([:]) }

  /// Counts one more; false when the person has as many as one may.
  func take(_ person: PersonID) -> Bool {
    let key = UInt64(truncatingIfNeeded: person.number)
    return shards[Int(key & 15)].withLock { counts in
      if counts.count > Self.remembered { counts = counts.filter { $0.value > 0 } }
      return Self.add(to: &counts[key, default: 0])
    }
  }

  private static func add(to count: inout Int) -> Bool {
    guard count < perPerson else { return false }
    count += 1
    return true
  }

  /// One of those that were counted is answered.
  func leave(_ person: PersonID) {
    let key = UInt64(truncatingIfNeeded: person.number)
    shards[Int(key & 15)].withLock { counts in
      counts[key, default: 1] -= 1
    }
  }
}
