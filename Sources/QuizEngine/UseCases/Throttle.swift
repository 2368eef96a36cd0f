private import Synchronization

/// Slows down guessing of one account's password without ever locking it out for good.
///
/// Five free tries, then a wait of 1, 2, 4 … 300 seconds after each failure: never more than 30
/// failures an hour. An hour of quiet after the last wait forgets them.
package final class Throttle: Sendable {
  /// Whose failures are counted together; a digest, whatever length was typed.
  package struct Key: Hashable, Sendable {
    private let digest: Digest

    private init(_ kind: String, _ text: String) {
      digest = SHA256.hash("throttle \(kind):\(text)")
    }

    /// Everybody who tries this sign-in name, known or not.
    package static func account(_ name: String) -> Key { Key("account", name) }
    /// A device on which the account signed in before: a prank elsewhere cannot lock it out.
    package static func device(_ token: String) -> Key { Key("device", token) }
    /// Somebody signed in who tries the old password.
    package static func person(_ id: PersonID) -> Key { Key("person", id.text) }
    /// Somebody whose password or card was right who tries codes of the second factor.
    package static func code(_ id: PersonID) -> Key { Key("code", id.text) }
    /// The same on a device that the account signed in on before.
    package static func code(onDevice token: String) -> Key { Key("code device", token) }
    /// The same in a session that is open.
    package static func code(in session: Session) -> Key { Key("code session", session.token.hex) }
  }

  private struct Record {
    var failures = 0
    var blockedUntil: Instant
  }

  private let records = Mutex<[Key: Record]>([:])
  private static let freeTries = 5
  private static let longestWait = Span.seconds(300)
  private static let memory = Span.hours(1)
  private static let capacity = 100_000

  package init() {}

  /// Counts a try as failed before it is made, so that many at once get no more than one after the
  /// other; `succeeded` takes it back.
  ///
  /// - Returns: when to come again, if this try may not be made; nil if it may.
  package func claim(_ key: Key, at instant: Instant) -> Instant? {
    records.withLock { records in
      if let until = records[key]?.blockedUntil, instant < until { return until }
      if records.count >= Self.capacity {
        records = records.filter { instant < $0.value.blockedUntil }
      }
      var record = records[key] ?? Record(blockedUntil: instant)
      if record.blockedUntil + Self.memory <= instant { record.failures = 0 }
      record.failures += 1
      let over = record.failures - Self.freeTries
      record.blockedUntil =
        over < 0 ? instant : instant + min(.seconds(1 << min(over, 9)), Self.longestWait)
      records[key] = record
      return nil
    }
  }

  /// Forgets the failures, the present try among them.
  package func succeeded(_ key: Key) {
    records.withLock { $0[key] = nil }
  }
}
