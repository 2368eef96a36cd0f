/// Whatever takes a credential or a right away: only here, so that what rests on it ends in the same
/// transaction and memory learns of it before anybody is answered.
extension Transaction {
  /// Revokes a person's cards and ends what is open.
  func revokeCards(of person: PersonID, at instant: Instant) throws {
    try connection.signIns.revokeCards(of: person, at: instant)
    try endSessions(of: person, at: instant)
  }

  /// Exchanges a person's password and ends what is open.
  func setPassword(_ hash: String, of person: PersonID, at instant: Instant) throws {
    try connection.persons.setPasswordHash(hash, of: person, at: instant)
    try endSessions(of: person, at: instant)
  }

  /// Writes a changed person; what is open goes on with the roles and the unit they have now.
  func update(_ person: Person) throws {
    try connection.persons.update(person)
    willForget(sessionsOf: person.id)
  }

  /// Ends every session of a person but the one that is `kept`.
  func endSessions(of person: PersonID, except kept: Digest? = nil, at instant: Instant) throws {
    try connection.signIns.endAll(of: person, except: kept, at: instant)
    willForget(sessionsOf: person)
  }

  /// Ends one session.
  func endSession(_ token: Digest, at instant: Instant) throws {
    try connection.signIns.end(token, at: instant)
    willForget(session: token)
  }
}
