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
    let hash = try password.map { try self.hash(password: $0) }
    let person = Person(
      id: environment.newID(at: instant), name: name, roles: roles, unit: unit,
      birthYear: birthYear, username: username, registeredAt: instant)
    return try write { transaction in
      if let username, try transaction.connection.persons.holder(ofUsername: username) != nil {
        throw Refusal.alreadyExists(.person, name: username)
      }
      try transaction.connection.persons.insert(person)
      if let hash {
        try transaction.connection.persons.setPasswordHash(hash, of: person.id, at: instant)
      }
      try transaction.audit("person create", person.id.text, by: actor.person, at: instant)
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
    let hash = try hash(password: password)
    try write { transaction in
      try transaction.connection.persons.setPasswordHash(hash, of: person.id, at: instant)
      try transaction.connection.signIns.endAll(of: person.id, at: instant)
      try transaction.audit("person password", person.id.text, by: actor.person, at: instant)
    }
    sessions.forget(person: person.id)
    throttle.succeeded(username.lowercased())
  }

  /// Nobody hands out more than they hold: only the operator and admins make organizers and admins.
  private func requireGrantable(_ roles: Set<Role>, by actor: Actor) throws {
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

  private func hash(password: String) throws -> String {
    guard password.count >= 8 else { throw Refusal.invalid(field: "password", .tooShort) }
    guard password.count <= 128 else { throw Refusal.invalid(field: "password", .tooLong) }
    return try PasswordHash.hash(password, salt: environment.secret(bytes: 16))
  }
}
