extension Engine {
  /// The running session of a token, from memory or the table.
  ///
  /// One that would be over goes on while an attempt runs that was started in its time, and long
  /// enough after it to read the receipt.
  package func session(token: String, at instant: Instant) throws -> Session? {
    let digest = SHA256.hash(token)
    if let known = sessions.known(digest, at: instant) { return known }
    let mark = sessions.mark
    let found = try read { connection -> (SignInTable.Seen, lastDeadline: Instant?)? in
      guard let stored = try connection.signIns.session(digest) else { return nil }
      let end = stored.session.end(lastSeen: stored.at)
      guard end <= instant else { return (stored, nil) }
      return (
        stored,
        try connection.attempts.lastDeadline(
          of: stored.session.person, startedBefore: end, after: instant)
      )
    }
    guard let (stored, deadline) = found else { return nil }
    var session = stored.session
    if let deadline {
      session = session.lasting(until: deadline + Self.timeForReceipt)
    } else if session.end(lastSeen: stored.at) <= instant {
      return nil
    }
    sessions.keep(session, seen: max(instant, stored.at), written: stored.at, since: mark)
    return session
  }

  private static let timeForReceipt = Span.minutes(10)

  /// Writes down when sessions were last seen, and drops those that ended long ago; for a slow
  /// thread.
  package func keepSessions(at instant: Instant) throws {
    while true {
      let due = sessions.takeDue(500)
      if due.isEmpty { break }
      try write { transaction in
        for sign in due { try transaction.connection.signIns.saw(sign.token, at: sign.seen) }
      }
    }
    try write { try $0.connection.signIns.dropEnded(before: instant - .days(30), limit: 500) }
  }
}
