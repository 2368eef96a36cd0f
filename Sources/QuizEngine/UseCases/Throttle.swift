private import Synchronization

/// Slows down guessing of one account's password without ever locking it out for good.
///
/// Five free tries, then a wait of 1, 2, 4 … 300 seconds after each failure. Counted per account:
/// a school behind one address shares nothing.
package final class Throttle: Sendable {
  private struct Record {
    var failures = 0
    var blockedUntil: Instant
  }

  private let records = Mutex<[String: Record]>([:])
  private static let freeTries = 5
  private static let longestWait = Span.seconds(300)
  private static let capacity = 100_000

  package init() {}

  /// When the account may be tried again; nil when it may now.
  package func blockedUntil(_ account: String, at instant: Instant) -> Instant? {
    records.withLock { records in
      guard let record = records[account], instant < record.blockedUntil else { return nil }
      return record.blockedUntil
    }
  }

  /// Counts a failure and sets the wait that follows.
  package func failed(_ account: String, at instant: Instant) {
    records.withLock { records in
      if records.count >= Self.capacity {
        records = records.filter { instant < $0.value.blockedUntil }
      }
      var record = records[account] ?? Record(blockedUntil: instant)
      record.failures += 1
      let over = record.failures - Self.freeTries
      if over >= 0 {
        record.blockedUntil = instant + min(.seconds(1 << min(over, 9)), Self.longestWait)
      }
      records[account] = record
    }
  }

  package func succeeded(_ account: String) {
    records.withLock { $0[account] = nil }
  }
}
