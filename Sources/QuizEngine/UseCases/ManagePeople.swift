extension Engine {
  /// Adds one person; staff get a sign-in name and a password.
  ///
  /// - Throws: `Refusal.invalid` for a name or password that will not do, `alreadyExists` for a
  ///   sign-in name in use.
  package func createPerson(
    name: String, roles: Set<Role>, unit: UnitID, username: String? = nil,
    password: String? = nil, birthYear: Int? = nil, by actor: Actor, at instant: Instant
  ) throws -> Person {
    try require(.managePeople, in: unit, actor)
    try requireGrantable(roles, by: actor)
    let name = try checkedName(name)
    guard try units()[unit] != nil else { throw Refusal.notFound(.unit) }
    let username = username?.lowercased()
    if let username { try requireUsername(username) }
    let context = try words(known: name, username, unit)
    let hash = try password.map { try self.hash(password: $0, context: context) }
    let person = Person(
      id: environment.newID(at: instant), name: name, roles: roles, unit: unit,
      birthYear: birthYear, username: username, registeredAt: instant)
    return try write(by: actor) { transaction in
      if let username, try transaction.connection.persons.holder(ofUsername: username) != nil {
        throw Refusal.alreadyExists(.person, name: username)
      }
      try transaction.connection.persons.insert(person)
      if let hash {
        try transaction.setPassword(hash, of: person.id, at: instant)
      }
      try transaction.audit("person create", person.id.text, by: actor, at: instant)
      return person
    }
  }

  /// Sets a new password and ends the person's sessions.
  package func setPassword(
    _ password: String, of username: String, by actor: Actor, at instant: Instant
  ) throws {
    guard let person = try read({ try $0.persons.holder(ofUsername: username.lowercased()) }) else {
      throw Refusal.notFound(.person)
    }
    try require(.managePeople, in: person.unit, actor)
    try requireGrantable(person.roles, by: actor)
    let hash = try hash(password: password, of: person)
    try write(by: actor) { transaction in
      try transaction.requireStill(person)
      try transaction.store(hash, of: person, by: actor, at: instant)
    }
    forgiveFailures(of: username)
  }

  /// Exchanges one's own password and ends all of one's sessions; the new one is for this device.
  ///
  /// - Throws: `Refusal.wrongCredentials` when `old` is not the present password, and
  ///   `tooManyTries` after five such tries.
  package func changePassword(
    from old: String, to new: String, by session: Session, at instant: Instant
  ) throws -> SignedIn {
    let (person, proof) = try holder(of: session, password: old, at: instant)
    let hash = try hash(password: new, of: person)
    try write(by: .person(session)) { transaction in
      try transaction.connection.requirePassword(proof, of: person.id)
      try transaction.store(hash, of: person, by: .person(session), at: instant)
    }
    var signedIn = try openSession(for: person.id, at: instant) {
      try $0.requirePassword(hash, of: person.id)
    }
    signedIn.device = person.username.map { deviceToken(account: $0, hash: hash) }
    return signedIn
  }

  /// Who asks, once more by their password, before what signs them in is changed.
  ///
  /// - Returns: also the hash that the password fits, to be looked at again where it is written.
  /// - Throws: `Refusal.wrongCredentials`, `tooManyTries` after five such tries, `notFound` for
  ///   whoever has no password.
  func holder(
    of session: Session, password: String, at instant: Instant
  ) throws -> (person: Person, proof: String) {
    let (person, stored) = try read { connection in
      (
        try connection.persons.person(session.person),
        try connection.persons.passwordHash(of: session.person)
      )
    }
    guard let person, let stored else { throw Refusal.notFound(.page) }
    let key = Throttle.Key.person(person.id)
    if let until = throttle.claim(key, at: instant) {
      throw Refusal.tooManyTries(until: until)
    }
    guard PasswordHash.verify(password, against: stored) else { throw Refusal.wrongCredentials }
    throttle.succeeded(key)
    return (person, stored)
  }

  /// Whether the person signs in with a password.
  package func hasPassword(_ id: PersonID) throws -> Bool {
    try read { try $0.persons.passwordHash(of: id) } != nil
  }

  private func hash(password: String, of person: Person) throws -> String {
    try hash(
      password: password, context: words(known: person.name, person.username, person.unit))
  }

  /// What others know of somebody, and try first.
  private func words(known name: String, _ username: String?, _ unit: UnitID) throws -> [String] {
    let units = try units().path(from: unit).flatMap { [$0.name, $0.code] }
    return [name, username ?? ""] + units
  }

  /// Nobody hands out more than they hold: only the operator and admins make organizers and admins.
  func requireGrantable(_ roles: Set<Role>, by actor: Actor) throws {
    guard case .person(let session) = actor, !session.roles.contains(.admin) else { return }
    guard roles.isDisjoint(with: [.organizer, .admin, .auditor]) else { throw Refusal.notAllowed }
  }

  private func requireUsername(_ name: String) throws {
    guard !name.isEmpty else { throw Refusal.invalid(field: "username", .missing) }
    guard name.utf8.count <= 64 else { throw Refusal.invalid(field: "username", .tooLong) }
    let isPlain = name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || ".-_@".utf8.contains($0)
    }
    guard isPlain else { throw Refusal.invalid(field: "username", .malformed) }
  }

  private func hash(password: String, context: [String]) throws -> String {
    try PasswordRules.check(password, context: context)
    try requireUnleaked(password)
    return try PasswordHash.hash(password, salt: environment.secret(bytes: 16))
  }
}

extension Transaction {
  /// Stores a new password, which ends all sessions of its holder.
  fileprivate func store(
    _ hash: String, of person: Person, by actor: Actor, at instant: Instant
  ) throws {
    try setPassword(hash, of: person.id, at: instant)
    try audit("person password", person.id.text, by: actor, at: instant)
  }
}
