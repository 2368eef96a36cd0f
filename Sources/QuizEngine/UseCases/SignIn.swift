/// A new session and the only copy of its token.
package struct SignedIn: Sendable {
  package let session: Session
  package let person: Person
  /// 256 random bits in base64url; goes to the client and nowhere else.
  package let token: String
  /// For the device to keep after a password was right there; see `DeviceToken`.
  package var device: String?
}

extension Engine {
  /// Signs in with the secret of a printed card (26 letters and digits, spaces and dashes ignored).
  ///
  /// - Parameter code: of the authenticator app, where a second factor is on.
  /// - Throws: `Refusal.wrongCredentials` for an unknown card, `cardReplaced` for a revoked one; see
  ///   `finishSignIn`.
  package func signIn(
    card text: String, code: String? = nil, at instant: Instant
  ) throws -> SignedIn {
    guard let secret = CardSecret(typed: text) else { throw Refusal.wrongCredentials }
    let digest = secret.digest
    let holder = try read { connection -> Person? in
      guard let card = try connection.signIns.card(digest) else { return nil }
      if let revokedAt = card.revokedAt { throw Refusal.cardReplaced(at: revokedAt) }
      return try connection.persons.person(card.person)
    }
    guard let holder else { throw Refusal.wrongCredentials }
    return try finishSignIn(of: holder, proof: digest.hex, code: code, at: instant)
  }

  /// Signs in with a password; takes tens of milliseconds of hashing, so callers bound it.
  ///
  /// An unknown name costs the same hash and the same waits as a wrong password, so that names
  /// cannot be probed.
  ///
  /// - Parameters:
  ///   - code: of the authenticator app, where a second factor is on.
  ///   - device: the token that the device got at an earlier sign-in.
  /// - Throws: `Refusal.wrongCredentials`, `tooManyTries`; see `finishSignIn`.
  package func signIn(
    username: String, password: String, code: String? = nil, device: String? = nil,
    at instant: Instant
  ) throws -> SignedIn {
    let name = username.lowercased()
    let account = try account(name)
    let key = account?.throttleKey(device) ?? .account(name)
    if let until = throttle.claim(key, at: instant) {
      throw Refusal.tooManyTries(until: until)
    }
    let isRight = PasswordHash.verify(password, against: account?.hash ?? decoyHash)
    guard let account, isRight else { throw Refusal.wrongCredentials }
    throttle.succeeded(key)
    let hash = try renewHashWhenDue(password, of: account)
    var signedIn = try finishSignIn(
      of: account.person, proof: hash, code: code, device: device, at: instant)
    signedIn.device = deviceToken(account: name, hash: hash)
    return signedIn
  }

  func deviceToken(account: String, hash: String) -> String {
    DeviceToken.make(account: account, hash: hash, nonce: environment.secret(bytes: 12))
  }

  /// For a device on which somebody signed in; nil for whoever has no password.
  func newDevice(of person: Person) throws -> String? {
    guard let name = person.username, let account = try account(name) else { return nil }
    return deviceToken(account: name, hash: account.hash)
  }

  /// Whether the account signed in on the device before.
  package func knows(device: String, for username: String) throws -> Bool {
    let name = username.lowercased()
    guard let account = try account(name) else { return false }
    return DeviceToken.isValid(device, account: name, hash: account.hash)
  }

  /// Forgets the failures of an account, as a right password does.
  package func forgiveFailures(of username: String) {
    throttle.succeeded(.account(username.lowercased()))
  }

  private func account(_ name: String) throws -> Account? {
    try read { connection in
      guard let person = try connection.persons.holder(ofUsername: name),
        let hash = try connection.persons.passwordHash(of: person.id)
      else { return nil }
      return Account(name: name, person: person, hash: hash)
    }
  }

  /// Hashes again what was hashed at another cost, now that the password is at hand.
  private func renewHashWhenDue(_ password: String, of account: Account) throws -> String {
    guard PasswordHash.needsRenewal(account.hash) else { return account.hash }
    let hash = try PasswordHash.hash(password, salt: environment.secret(bytes: 16))
    let person = account.person.id
    try write { transaction in
      try transaction.connection.persons.renewPasswordHash(
        hash, insteadOf: account.hash, of: person)
    }
    return hash
  }

  /// Opens a session for somebody who proved who they are, with the roles and the unit they have now.
  ///
  /// - Parameter check: refuses in the same transaction where the proof does not hold any more.
  func openSession(
    for id: PersonID, at instant: Instant,
    _ check: @escaping @Sendable (Connection) throws -> Void
  ) throws -> SignedIn {
    let secret = environment.secret(bytes: 32)
    let token = Base64URL.encode(secret)
    let sessions = sessions
    let (signedIn, mark) = try write { transaction in
      let connection = transaction.connection
      try check(connection)
      guard let person = try connection.persons.person(id) else { throw Refusal.wrongCredentials }
      let session = Session(
        token: SHA256.hash(token), person: person.id, roles: person.roles, unit: person.unit,
        createdAt: instant, expiresAt: instant + Session.longest(isStaff: person.isStaff))
      // Before the commit: what ends it afterwards ends it in memory too.
      let mark = sessions.mark
      try connection.signIns.insert(session)
      if person.isStaff {
        try transaction.audit("session start", person.id.text, by: person.id, at: instant)
      }
      let dropped = try connection.signIns.dropOldest(
        besides: session, keeping: Session.mostOfOnePerson)
      for token in dropped { transaction.willForget(session: token) }
      return (SignedIn(session: session, person: person, token: token), mark)
    }
    sessions.keep(signedIn.session, seen: instant, since: mark)
    return signedIn
  }
}

/// Somebody who signs in with a password.
private struct Account: Sendable {
  let name: String
  let person: Person
  let hash: String

  /// Devices that the account knows are counted apart.
  func throttleKey(_ device: String?) -> Throttle.Key {
    guard let device, DeviceToken.isValid(device, account: name, hash: hash) else {
      return .account(name)
    }
    return .device(device)
  }
}

/// What an unknown name's password is checked against, so that it costs what a known one costs: the
/// hash of 256 random bits that nobody kept.
let decoyHash = "$y$jBT$YTAgRJ6g4n58tBd3$1xKOtWMK2yo8GcO4BELuQqm8AZ7MIKv.Xs2td.V4KV9"
