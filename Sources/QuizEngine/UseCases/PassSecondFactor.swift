/// The password or the card was right, and a code of the person's authenticator app is missing.
package struct CodeNeeded: Error {
  package let person: PersonID
  /// For `signIn(ticket:code:)`, good for five minutes.
  package let ticket: String
}

extension Engine {
  /// Opens the session of somebody whose password or card was right, unless a second factor is on.
  ///
  /// - Parameters:
  ///   - proof: the stored hash of the password, or the card's digest.
  ///   - code: what a program sent along; a page asks for it afterwards.
  /// - Throws: `CodeNeeded` without a code, `Refusal.wrongCode` for one that is wrong or used.
  func finishSignIn(
    of person: Person, proof: String, code: String?, device: String? = nil, at instant: Instant
  ) throws -> SignedIn {
    guard let factor = try confirmedFactor(of: person.id) else {
      return try openSession(for: person.id, at: instant) { connection in
        try Self.require(proof, of: person.id, connection)
        // Turned on a moment ago, in a session that goes on.
        guard let factor = try connection.secondFactors.factor(of: person.id),
          factor.confirmedAt != nil
        else { return }
        throw Self.codeNeeded(person.id, factor, proof, at: instant)
      }
    }
    guard let code else { throw Self.codeNeeded(person.id, factor, proof, at: instant) }
    try spend(
      code, of: person.id, counted: try codeKey(of: person, device: device), at: instant)
    return try openSession(for: person.id, at: instant) { connection in
      try Self.require(proof, of: person.id, connection)
      try connection.requireFactor(factor, of: person.id)
    }
  }

  /// The password may have been changed or the card revoked while a hash or a code was worked on.
  private static func require(
    _ proof: String, of person: PersonID, _ connection: Connection
  ) throws {
    guard try connection.proofs(of: person).contains(proof) else {
      throw Refusal.wrongCredentials
    }
  }

  private static func codeNeeded(
    _ person: PersonID, _ factor: SecondFactor, _ proof: String, at instant: Instant
  ) -> CodeNeeded {
    CodeNeeded(
      person: person, ticket: SignInTicket(of: person, at: instant).text(factor, for: proof))
  }

  /// Ends a sign-in that was asked for a code.
  ///
  /// - Parameter device: the token that the device got at an earlier sign-in.
  /// - Throws: `Refusal.ticketOver` when the ticket is over or none at all, `wrongCode`,
  ///   `tooManyTries` after five wrong codes.
  package func signIn(
    ticket text: String, code: String, device: String? = nil, at instant: Instant
  ) throws -> SignedIn {
    guard let ticket = SignInTicket(text),
      let factor = try confirmedFactor(of: ticket.person),
      ticket.isValid(text, for: factor, try read { try $0.proofs(of: ticket.person) }, at: instant),
      let person = try read({ try $0.persons.person(ticket.person) })
    else { throw Refusal.ticketOver }
    try spend(
      code, of: person.id, counted: try codeKey(of: person, device: device), at: instant)
    var signedIn = try openSession(for: person.id, at: instant) { connection in
      let proofs = try connection.proofs(of: person.id)
      guard ticket.isValid(text, for: factor, proofs, at: instant) else {
        throw Refusal.ticketOver
      }
      try connection.requireFactor(factor, of: person.id)
    }
    signedIn.device = try newDevice(of: person)
    return signedIn
  }

  /// Devices that the account knows are counted apart, so that nobody elsewhere can lock them out.
  private func codeKey(of person: Person, device: String?) throws -> Throttle.Key {
    guard let device, let name = person.username, try knows(device: device, for: name) else {
      return .code(person.id)
    }
    return .code(onDevice: device)
  }

  /// The factor that is asked for; nil where none is on.
  package func confirmedFactor(of person: PersonID) throws -> SecondFactor? {
    let factor = try read { try $0.secondFactors.factor(of: person) }
    return factor?.confirmedAt == nil ? nil : factor
  }

  /// Takes a code of the app or a recovery code, each once.
  ///
  /// Looked up and noted in one transaction: of two that come at once one is refused. Codes follow
  /// the wall clock, as telephones do: contest time may be minutes away from it.
  func spend(
    _ typed: String, of person: PersonID, counted key: Throttle.Key, at instant: Instant
  ) throws {
    if let until = throttle.claim(key, at: instant) { throw Refusal.tooManyTries(until: until) }
    let wall = environment.wall()
    let isRight = try write { transaction in
      let factors = transaction.connection.secondFactors
      guard let factor = try factors.factor(of: person) else { return false }
      if let step = OneTimeCode.step(
        ofTyped: typed, secret: factor.secret, after: factor.lastStep, at: wall)
      {
        return try factors.use(step: step, of: person)
      }
      guard let code = RecoveryCode(typed: typed),
        try factors.useRecoveryCode(code.digest, of: person)
      else { return false }
      try transaction.audit("person recovery-code", person.text, by: person, at: instant)
      return true
    }
    guard isRight else { throw Refusal.wrongCode }
    throttle.succeeded(key)
  }
}
