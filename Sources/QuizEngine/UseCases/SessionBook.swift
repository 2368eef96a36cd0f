private import Synchronization

/// Sessions in memory, so that a save asks no table who is saving.
///
/// The table is the truth; this process is its only writer, and everything that ends a session
/// forgets it here as well.
package final class SessionBook: Sendable {
  private struct Entry {
    let session: Session
    var seen: Instant
    /// When the table last learned of it.
    var written: Instant
    /// Ends then, unless something comes before.
    var end: Instant
  }

  private struct State {
    var entries: [Digest: Entry] = [:]
    /// Sessions whose last sign of life the table should learn.
    var due: [Digest: Instant] = [:]
    /// Counts what was forgotten, so that nothing read before comes back after.
    var mark = 0
  }

  private let state = Mutex(State())

  /// Sessions kept; about 250 bytes each.
  private static let capacity = 200_000
  /// A sign of life is noted once in this time: nearly every request only compares.
  private static let grain = Span.minutes(1)

  package init() {}

  /// The session of a token if it is in memory and still runs; this is a sign of life.
  package func known(_ token: Digest, at instant: Instant) -> Session? {
    state.withLock { state in
      guard let entry = state.entries[token] else { return nil }
      guard instant < entry.end else {
        state.entries[token] = nil
        return nil
      }
      if instant - entry.seen >= Self.grain { Self.touch(token, entry, &state, at: instant) }
      return entry.session
    }
  }

  private static func touch(
    _ token: Digest, _ entry: Entry, _ state: inout State, at instant: Instant
  ) {
    var entry = entry
    let session = entry.session
    entry.seen = instant
    entry.end = session.end(lastSeen: instant)
    // Written late, but never so late that a restart would take a quarter of the idle time away.
    if (instant - entry.written).milliseconds * 4 >= session.idleLimit.milliseconds {
      state.due[token] = instant
      entry.written = instant
    }
    state.entries[token] = entry
  }

  /// Whether this session stands here as it was when it was asked for; no sign of life.
  package func holds(_ session: Session) -> Bool {
    state.withLock { $0.entries[session.token]?.session == session }
  }

  /// To be taken before a session is read from its table; see `keep`.
  package var mark: Int { state.withLock { $0.mark } }

  /// Keeps a session at hand.
  ///
  /// - Parameter mark: from before it was read; a session ended since then is not kept.
  package func keep(
    _ session: Session, seen: Instant, written: Instant? = nil, since mark: Int? = nil
  ) {
    state.withLock { state in
      if let mark, mark != state.mark { return }
      if state.entries.count >= Self.capacity { state.entries.removeAll(keepingCapacity: true) }
      let entry = Entry(
        session: session, seen: seen, written: written ?? seen,
        end: session.end(lastSeen: seen))
      state.entries[session.token] = entry
      if written != nil { Self.touch(session.token, entry, &state, at: seen) }
    }
  }

  /// When the session last gave a sign of life, as far as memory knows.
  package func seen(_ token: Digest) -> Instant? {
    state.withLock { $0.entries[token]?.seen }
  }

  /// Takes at most `limit` signs of life that the table should learn.
  package func takeDue(_ limit: Int) -> [(token: Digest, seen: Instant)] {
    state.withLock { state in
      let taken = state.due.prefix(limit).map { (token: $0.key, seen: $0.value) }
      for (token, _) in taken { state.due[token] = nil }
      return taken
    }
  }

  /// Forgets one session that ended.
  package func forget(_ token: Digest) {
    state.withLock { state in
      state.entries[token] = nil
      state.mark += 1
    }
  }

  /// Forgets people everywhere: roles, unit or password changed.
  package func forget(_ people: Set<PersonID>) {
    state.withLock { state in
      state.entries = state.entries.filter { !people.contains($0.value.session.person) }
      state.mark += 1
    }
  }
}
