/// One of a person's sessions, as they see it themselves.
package struct OwnSession: Hashable, Sendable {
  /// The digest of its token: names it and opens nothing.
  package let name: Digest
  package let createdAt: Instant
  package let seenAt: Instant
  /// The one that asks.
  package let isThis: Bool

  package init(name: Digest, createdAt: Instant, seenAt: Instant, isThis: Bool) {
    self.name = name
    self.createdAt = createdAt
    self.seenAt = seenAt
    self.isThis = isThis
  }
}

extension Engine {
  /// Where the holder of a session is signed in now, the newest first.
  package func ownSessions(_ session: Session, at instant: Instant) throws -> [OwnSession] {
    try running(of: session.person, at: instant).map { stored in
      OwnSession(
        name: stored.session.token, createdAt: stored.session.createdAt, seenAt: stored.at,
        isThis: stored.session.token == session.token)
    }
  }

  private func running(of person: PersonID, at instant: Instant) throws -> [SignInTable.Seen] {
    try read { try $0.signIns.sessions(of: person) }
      .map { stored in
        let seen = sessions.seen(stored.session.token) ?? stored.at
        return SignInTable.Seen(session: stored.session, at: max(seen, stored.at))
      }
      .filter { instant < $0.session.end(lastSeen: $0.at) }
  }

  /// Ends a session at once.
  package func signOut(_ session: Session, at instant: Instant) throws {
    try write { try $0.endSession(session.token, at: instant) }
  }

  /// Ends another session of the same person; one of somebody else looks like none.
  package func endSession(_ name: Digest, of session: Session, at instant: Instant) throws {
    guard try running(of: session.person, at: instant).contains(where: { $0.session.token == name })
    else { throw Refusal.notFound(.session) }
    try end([name], of: session.person, by: .person(session), at: instant)
  }

  /// Ends all sessions of the person but the one that asks.
  package func endOtherSessions(of session: Session, at instant: Instant) throws {
    let others = try running(of: session.person, at: instant).map(\.session.token)
      .filter { $0 != session.token }
    try end(others, of: session.person, by: .person(session), at: instant)
  }

  /// Ends everything that a person has open, whoever holds the devices.
  package func endSessions(of id: PersonID, by actor: Actor, at instant: Instant) throws {
    guard let person = try read({ try $0.persons.person(id) }) else {
      throw Refusal.notFound(.person)
    }
    try require(.managePeople, in: person.unit, actor)
    try requireGrantable(person.roles, by: actor)
    try write(by: actor) { transaction in
      try transaction.requireStill(person)
      let open = try transaction.connection.signIns.sessions(of: id).count
      guard open > 0 else { return }
      try transaction.endSessions(of: id, at: instant)
      try transaction.audit(
        "session end", id.text, by: actor, detail: "\(open) sessions", at: instant)
    }
  }

  private func end(
    _ tokens: [Digest], of person: PersonID, by actor: Actor, at instant: Instant
  ) throws {
    guard !tokens.isEmpty else { return }
    try write(by: actor) { transaction in
      for token in tokens { try transaction.endSession(token, at: instant) }
      try transaction.audit(
        "session end", person.text, by: actor, detail: "\(tokens.count) sessions",
        at: instant)
    }
  }
}
