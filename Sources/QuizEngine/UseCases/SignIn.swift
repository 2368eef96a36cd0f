/// A new session and the only copy of its token.
package struct SignedIn: Sendable {
  package let session: Session
  package let person: Person
  /// 256 random bits in base64url; goes to the client and nowhere else.
  package let token: String
}

/// How long sessions last; a pupil's covers a contest day.
private enum SessionLife {
  static let pupil = Span.hours(24)
  static let staff = Span.hours(12)
}

extension Engine {
  /// Signs in with the secret of a printed card (26 letters and digits, spaces and dashes ignored).
  ///
  /// - Throws: `Refusal.wrongCredentials` for an unknown or revoked card.
  package func signIn(card text: String, at instant: Instant) throws -> SignedIn {
    guard let secret = CardSecret(typed: text) else { throw Refusal.wrongCredentials }
    let digest = secret.digest
    let holder = try read { connection -> Person? in
      guard let id = try connection.signIns.holder(ofCard: digest) else { return nil }
      return try connection.persons.person(id)
    }
    guard let holder else { throw Refusal.wrongCredentials }
    return try openSession(for: holder, at: instant)
  }

  /// Signs in with a password; takes tens of milliseconds of hashing, so callers bound it.
  ///
  /// An unknown name costs the same hash as a wrong password, so that names cannot be probed.
  package func signIn(username: String, password: String, at instant: Instant) throws -> SignedIn {
    let name = username.lowercased()
    if let until = throttle.blockedUntil(name, at: instant) {
      throw Refusal.tooManyTries(until: until)
    }
    let found = try read { connection -> (Person, String)? in
      guard let person = try connection.persons.holder(ofUsername: name),
        let hash = try connection.persons.passwordHash(of: person.id)
      else { return nil }
      return (person, hash)
    }
    let isRight = PasswordHash.verify(password, against: found?.1 ?? decoyHash)
    guard let found, isRight else {
      throttle.failed(name, at: instant)
      throw Refusal.wrongCredentials
    }
    throttle.succeeded(name)
    return try openSession(for: found.0, at: instant)
  }

  private func openSession(for person: Person, at instant: Instant) throws -> SignedIn {
    let secret = environment.secret(bytes: 32)
    let token = Base64URL.encode(secret)
    let session = Session(
      token: SHA256.hash(token), person: person.id, roles: person.roles, unit: person.unit,
      createdAt: instant,
      expiresAt: instant + (person.isStaff ? SessionLife.staff : SessionLife.pupil))
    try write { transaction in
      try transaction.connection.signIns.insert(session)
      if person.isStaff {
        try transaction.audit("session start", person.id.text, by: person.id, at: instant)
      }
    }
    sessions.keep(session)
    return SignedIn(session: session, person: person, token: token)
  }

  /// The running session of a token, from memory or the table.
  package func session(token: String, at instant: Instant) throws -> Session? {
    let digest = SHA256.hash(token)
    if let known = sessions.known(digest, at: instant) { return known }
    let stored = try read { try $0.signIns.session(digest, at: instant) }
    if let stored { sessions.keep(stored) }
    return stored
  }

  /// Ends a session at once.
  package func signOut(_ session: Session, at instant: Instant) throws {
    try write { try $0.connection.signIns.end(session.token, at: instant) }
    sessions.forget(session.token)
  }
}

/// What an unknown name's password is checked against, so that it costs what a known one costs.
private let decoyHash =
  // Without the hash a sign-in fails anyway; only its duration would differ.
  (try? PasswordHash.hash("nobody's password", salt: Array(repeating: 7, count: 16))) ?? ""
