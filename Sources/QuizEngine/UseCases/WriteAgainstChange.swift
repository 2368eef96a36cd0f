/// What was checked before slow work, or before a write had to wait for its turn, is checked again
/// where it is written: whoever lost their session, role or password meanwhile changes nothing.
extension Engine {
  /// Runs `job` on the writer thread for somebody who was let in a moment ago.
  ///
  /// - Throws: `Refusal.notSignedIn` when the session has ended since, `notAllowed` when its holder
  ///   has other roles or belongs to another unit now.
  func write<Value: Sendable>(
    by actor: Actor, _ job: @escaping @Sendable (Transaction) throws -> Value
  ) throws -> Value {
    try write { transaction in
      try transaction.requireStill(actor)
      return try job(transaction)
    }
  }
}

extension Transaction {
  fileprivate func requireStill(_ actor: Actor) throws {
    guard case .person(let session) = actor else { return }
    guard let now = try connection.signIns.session(session.token)?.session else {
      throw Refusal.notSignedIn
    }
    guard now.roles == session.roles, now.unit == session.unit else { throw Refusal.notAllowed }
  }

  /// Refuses when the person was promoted or moved since somebody was allowed to change them.
  func requireStill(_ person: Person) throws {
    guard let now = try connection.persons.person(person.id) else {
      throw Refusal.notFound(.person)
    }
    guard now.roles == person.roles, now.unit == person.unit else { throw Refusal.notAllowed }
  }

  /// Whether `requireStill` would let the person pass.
  func isStill(_ person: Person) throws -> Bool {
    let now = try connection.persons.person(person.id)
    return now?.roles == person.roles && now?.unit == person.unit
  }
}

extension Connection {
  /// Refuses when the password is another one by now.
  func requirePassword(_ hash: String, of person: PersonID) throws {
    guard try persons.passwordHash(of: person) == hash else { throw Refusal.wrongCredentials }
  }

  /// Refuses when the factor was turned off or exchanged.
  func requireFactor(_ factor: SecondFactor, of person: PersonID) throws {
    let now = try secondFactors.factor(of: person)
    guard let now, now.confirmedAt != nil, now.secret == factor.secret else {
      throw Refusal.notFound(.page)
    }
  }

  /// What lets the person begin to sign in now: the stored hash of the password and the digests of
  /// cards.
  func proofs(of person: PersonID) throws -> [String] {
    let password = try persons.passwordHash(of: person)
    return [password].compactMap(\.self) + (try signIns.cards(of: person)).map(\.hex)
  }
}
