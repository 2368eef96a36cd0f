import QuizEngine
import Synchronization

/// How many requests of each person wait for their answer.
///
/// Behind a proxy the connections are the proxy's, and one browser's requests come over as many of
/// them as it likes: without this one card could fill the queue that everybody's pages wait in.
final class Flights: Sendable {
  /// A browser asks for some six things at once, a few windows for a few times that.
  static let perPerson = 64

  /// Apart, so that the loops seldom meet at one lock.
  private let shards = InlineArray<16, Mutex<[UInt64: Int]>> { _ in Mutex([:]) }

  /// Counts one more; false when the person has as many as one may.
  func take(_ person: PersonID) -> Bool {
    let key = UInt64(truncatingIfNeeded: person.number)
    return shards[Int(key & 15)].withLock { counts in
      let count = counts[key, default: 0]
      guard count < Self.perPerson else { return false }
      counts[key] = count + 1
      return true
    }
  }

  /// One of those that were counted is answered.
  func leave(_ person: PersonID) {
    let key = UInt64(truncatingIfNeeded: person.number)
    shards[Int(key & 15)].withLock { counts in
      let left = counts[key, default: 1] - 1
      counts[key] = left > 0 ? left : nil
    }
  }
}
