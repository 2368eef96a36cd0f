/// The password or the card was right, and a code of the person's authenticator app is missing.
package struct CodeNeeded: Error {
  /// For `signIn(ticket:code:at:)`, good for five minutes.
  package let ticket: String
}

extension Engine {
  /// Opens the session of somebody whose password or card was right, unless a second factor is on.
  ///
  /// - Parameter code: what a program sent along; a page asks for it afterwards.
  /// - Throws: `CodeNeeded` without a code, `Refusal.wrongCode` for one that is wrong or used.
  func finishSignIn(
    of person: Person, code: String?, at instant: Instant
  ) throws -> SignedIn {
    if let factor = try confirmedFactor(of: person.id) {
      guard let code else {
        throw CodeNeeded(ticket: SignInTicket(of: person.id, at: instant).text(factor))
      }
      try spend(code, of: person.id, at: instant)
    }
    return try openSession(for: person, at: instant)
  }

  /// Ends a sign-in that was asked for a code.
  ///
  /// - Throws: `Refusal.notSignedIn` when the ticket is over or no ticket at all, `wrongCode`,
  ///   `tooManyTries` after five wrong codes.
  package func signIn(ticket text: String, code: String, at instant: Instant) throws -> SignedIn {
    guard let ticket = SignInTicket(text),
      let factor = try confirmedFactor(of: ticket.person),
      ticket.isValid(text, for: factor, at: instant),
      let person = try read({ try $0.persons.person(ticket.person) })
    else { throw Refusal.notSignedIn }
    try spend(code, of: person.id, at: instant)
    var signedIn = try openSession(for: person, at: instant)
    signedIn.device = try device(of: person)
    return signedIn
  }

  /// The factor that is asked for; nil where none is on.
  package func confirmedFactor(of person: PersonID) throws -> SecondFactor? {
    let factor = try read { try $0.secondFactors.factor(of: person) }
    return factor?.confirmedAt == nil ? nil : factor
  }

  /// Takes a code of the app or a recovery code, each once.
  ///
  /// Looked up and noted in one transaction: of two that come at once one is refused.
  func spend(_ typed: String, of person: PersonID, at instant: Instant) throws {
    let key = Throttle.Key.code(person)
    if let until = throttle.blockedUntil(key, at: instant) {
      throw Refusal.tooManyTries(until: until)
    }
    let isRight = try write { transaction in
      let factors = transaction.connection.secondFactors
      guard let factor = try factors.factor(of: person) else { return false }
      if let step = OneTimeCode.step(
        ofTyped: typed, secret: factor.secret, after: factor.lastStep, at: instant)
      {
        return try factors.use(step: step, of: person)
      }
      guard let code = RecoveryCode(typed: typed),
        try factors.useRecoveryCode(code.digest, of: person)
      else { return false }
      try transaction.audit("person recovery-code", person.text, by: person, at: instant)
      return true
    }
    guard isRight else {
      throttle.failed(key, at: instant)
      throw Refusal.wrongCode
    }
    throttle.succeeded(key)
  }
}
