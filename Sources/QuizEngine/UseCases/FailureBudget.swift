private import Synchronization

/// How many sign-ins may fail from one network: a bucket that fills again by itself.
///
/// Sized for a province's pupils behind one address who mistype their cards together; a wrong
/// password costs ten wrong cards, because it costs the server a hash.
package final class FailureBudget: Sendable {
  /// What a failure costs.
  package enum Price: Int, Sendable {
    case card = 1
    case password = 10
  }

  private struct Bucket {
    /// In thousandths of a token.
    var level: Int64
    var at: Instant
  }

  private let buckets = Mutex<[String: Bucket]>([:])
  private static let full: Int64 = 2_000_000
  /// Thousandths of a token in a millisecond: 60 tokens a second.
  private static let refill: Int64 = 60
  private static let capacity = 50_000

  package init() {}

  /// Takes the price of a failure; gives the moment to come again when it is not there.
  package func spend(_ price: Price, _ network: String, at instant: Instant) -> Instant? {
    buckets.withLock { buckets in
      if buckets.count >= Self.capacity {
        buckets = buckets.filter { Self.level($0.value, at: instant) < Self.full }
        if buckets.count >= Self.capacity { buckets.removeAll() }
      }
      let level = buckets[network].map { Self.level($0, at: instant) } ?? Self.full
      let cost = Int64(price.rawValue) * 1000
      guard level >= cost else {
        return instant + Span(milliseconds: (cost - level) / Self.refill + 1)
      }
      buckets[network] = Bucket(level: level - cost, at: instant)
      return nil
    }
  }

  /// Gives back what was taken for a sign-in that did not fail.
  package func giveBack(_ price: Price, _ network: String, at instant: Instant) {
    buckets.withLock { buckets in
      guard let bucket = buckets[network] else { return }
      let level = Self.level(bucket, at: instant) + Int64(price.rawValue) * 1000
      buckets[network] = level >= Self.full ? nil : Bucket(level: level, at: instant)
    }
  }

  private static func level(_ bucket: Bucket, at instant: Instant) -> Int64 {
    let passed = max(0, min((instant - bucket.at).milliseconds, full))
    return min(full, bucket.level + passed * refill)
  }
}
