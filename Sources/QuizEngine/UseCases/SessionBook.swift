private import Synchronization

/// Sessions in memory, so that a save asks no table who is saving.
///
/// The table is the truth; this process is its only writer, and everything that ends a session
/// forgets it here as well.
package final class SessionBook: Sendable {
  private let sessions = Mutex<[Digest: Session]>([:])

  /// Sessions kept; about 200 bytes each.
  private static let capacity = 200_000

  package init() {}

  /// The session of a token if it is in memory and still runs.
  package func known(_ token: Digest, at instant: Instant) -> Session? {
    sessions.withLock { sessions in
      guard let session = sessions[token] else { return nil }
      guard instant < session.expiresAt else {
        sessions[token] = nil
        return nil
      }
      return session
    }
  }

  /// Keeps a session at hand.
  package func keep(_ session: Session) {
    sessions.withLock { sessions in
      if sessions.count >= Self.capacity { sessions.removeAll(keepingCapacity: true) }
      sessions[session.token] = session
    }
  }

  package func forget(_ token: Digest) {
    sessions.withLock { $0[token] = nil }
  }

  /// Forgets a person everywhere: roles, unit or password changed.
  package func forget(person: PersonID) {
    sessions.withLock { sessions in
      sessions = sessions.filter { $0.value.person != person }
    }
  }
}
