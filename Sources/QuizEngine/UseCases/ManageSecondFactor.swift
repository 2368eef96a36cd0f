/// How a person's second factor stands.
package enum SecondFactorState: Hashable, Sendable {
  case off
  /// Waits for the first code.
  case proposed(SecondFactor)
  /// - Parameter recoveryCodes: how many are left.
  case on(since: Instant, recoveryCodes: Int)
}

extension Engine {
  /// How one's own second factor stands; a proposal that was left alone, or made in another session,
  /// is none.
  package func secondFactor(
    of session: Session, at instant: Instant
  ) throws -> SecondFactorState {
    try read { connection in
      let factors = connection.secondFactors
      guard let factor = try factors.factor(of: session.person) else { return .off }
      guard let since = factor.confirmedAt else {
        let isWaiting =
          factor.proposedIn == session.token
          && instant < factor.proposedAt + SecondFactor.patience
        return isWaiting ? .proposed(factor) : .off
      }
      return .on(since: since, recoveryCodes: try factors.recoveryCodes(of: session.person))
    }
  }

  /// Makes a secret for one's authenticator app, unless a factor is on; costs a password hash.
  ///
  /// - Throws: `Refusal.wrongCredentials` for a wrong password, `tooManyTries` after five of them,
  ///   `notFound` for whoever has none.
  package func proposeSecondFactor(
    password: String, by session: Session, at instant: Instant
  ) throws {
    let (person, proof) = try holder(of: session, password: password, at: instant)
    let secret = environment.secret(bytes: OneTimeCode.secretLength)
    try write(by: .person(session)) { transaction in
      try transaction.connection.requirePassword(proof, of: person.id)
      try transaction.connection.secondFactors.propose(secret, in: session, at: instant)
    }
  }

  /// Turns the factor on with the first code of the app, and ends what is open elsewhere.
  ///
  /// - Returns: recovery codes to print, shown this once.
  /// - Throws: `Refusal.wrongCode`, and `notFound` when nothing was proposed.
  package func confirmSecondFactor(
    code: String, by session: Session, at instant: Instant
  ) throws -> [String] {
    let person = session.person
    guard case .proposed(let factor) = try secondFactor(of: session, at: instant) else {
      throw Refusal.notFound(.page)
    }
    guard
      let step = OneTimeCode.step(
        ofTyped: code, secret: factor.secret, after: factor.lastStep, at: environment.wall())
    else { throw Refusal.wrongCode }
    let codes = newRecoveryCodes()
    try write(by: .person(session)) { transaction in
      let factors = transaction.connection.secondFactors
      guard try factors.factor(of: person)?.secret == factor.secret,
        try factors.confirm(person, step: step, at: instant)
      else { throw Refusal.notFound(.page) }
      try factors.setRecoveryCodes(codes.map(\.digest), of: person, at: instant)
      try transaction.endSessions(of: person, except: session.token, at: instant)
      try transaction.audit("person factor-on", person.text, by: person, at: instant)
    }
    return codes.map(\.text)
  }

  /// Makes new recovery codes; the old ones open nothing any more.
  package func renewRecoveryCodes(
    password: String, code: String, by session: Session, at instant: Instant
  ) throws -> [String] {
    let (holder, proof) = try holder(of: session, password: password, at: instant)
    let person = holder.id
    guard let factor = try confirmedFactor(of: person) else { throw Refusal.notFound(.page) }
    try spend(code, of: person, counted: .code(in: session), at: instant)
    let codes = newRecoveryCodes()
    try write(by: .person(session)) { transaction in
      try transaction.connection.requirePassword(proof, of: person)
      try transaction.connection.requireFactor(factor, of: person)
      try transaction.connection.secondFactors.setRecoveryCodes(
        codes.map(\.digest), of: person, at: instant)
      try transaction.audit("person recovery-codes", person.text, by: person, at: instant)
    }
    return codes.map(\.text)
  }

  /// Turns one's own factor off: with the password and a code, so that a session alone cannot.
  package func endSecondFactor(
    password: String, code: String, by session: Session, at instant: Instant
  ) throws {
    let (holder, proof) = try holder(of: session, password: password, at: instant)
    let person = holder.id
    guard let factor = try confirmedFactor(of: person) else { throw Refusal.notFound(.page) }
    try spend(code, of: person, counted: .code(in: session), at: instant)
    try write(by: .person(session)) { transaction in
      try transaction.connection.requirePassword(proof, of: person)
      try transaction.connection.requireFactor(factor, of: person)
      try transaction.removeFactor(of: person, by: .person(session), at: instant)
    }
  }

  /// Turns off the factor of somebody who lost telephone and recovery codes, and ends their sessions.
  package func endSecondFactor(
    of id: PersonID, by actor: Actor, at instant: Instant
  ) throws -> Person {
    guard let person = try read({ try $0.persons.person(id) }) else {
      throw Refusal.notFound(.person)
    }
    try require(.managePeople, in: person.unit, actor)
    try requireGrantable(person.roles, by: actor)
    guard try confirmedFactor(of: id) != nil else { throw Refusal.notFound(.secondFactor) }
    try write(by: actor) { transaction in
      try transaction.requireStill(person)
      try transaction.removeFactor(of: id, by: actor, at: instant)
      try transaction.endSessions(of: id, at: instant)
    }
    return person
  }

  private func newRecoveryCodes() -> [RecoveryCode] {
    (0..<RecoveryCode.count).map { _ in RecoveryCode(environment) }
  }
}

extension Transaction {
  fileprivate func removeFactor(
    of person: PersonID, by actor: Actor, at instant: Instant
  ) throws {
    try connection.secondFactors.remove(of: person)
    try audit("person factor-off", person.text, by: actor, at: instant)
  }
}
