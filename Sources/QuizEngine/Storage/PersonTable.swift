/// SQL for persons and what they sign in with.
package struct PersonTable {
  let connection: Connection

  /// The person of that name.
  package func person(_ id: PersonID) throws -> Person? {
    try connection.first(
      """
      SELECT id, name, roles, unit, birth_year, code, username, may_be_named, registered_at
      FROM person WHERE id = ?
      """, [.id(id)], Self.read)
  }

  /// Who signs in under that name.
  package func holder(ofUsername username: String) throws -> Person? {
    try connection.first(
      """
      SELECT id, name, roles, unit, birth_year, code, username, may_be_named, registered_at
      FROM person WHERE username = ?
      """, [.text(username)], Self.read)
  }

  /// Who has that code in a unit.
  package func member(code: String, of unit: UnitID) throws -> Person? {
    try connection.first(
      """
      SELECT id, name, roles, unit, birth_year, code, username, may_be_named, registered_at
      FROM person WHERE unit = ? AND code = ?
      """, [.id(unit), .text(code)], Self.read)
  }

  /// Everybody whose own unit this is.
  package func members(of unit: UnitID) throws -> [Person] {
    try connection.query(
      """
      SELECT id, name, roles, unit, birth_year, code, username, may_be_named, registered_at
      FROM person WHERE unit = ?
      """, [.id(unit)], Self.read)
  }

  /// Those among everybody whom `isWanted` takes, registered after the person named.
  package func those(
    after last: PersonID? = nil, where isWanted: (Person) -> Bool
  ) throws -> [Person] {
    var found: [Person] = []
    try connection.scan(
      """
      SELECT id, name, roles, unit, birth_year, code, username, may_be_named, registered_at
      FROM person WHERE id > ? ORDER BY id
      """, [.id(last ?? PersonID(number: 0))]
    ) { row in
      let person = try Self.read(row)
      if isWanted(person) { found.append(person) }
    }
    return found
  }

  /// The name that was given last.
  package func newest() throws -> PersonID? {
    try connection.first("SELECT id FROM person ORDER BY id DESC LIMIT 1") { try $0.id(0) }
  }

  /// Everybody, in the order of registration.
  package func all() throws -> [Person] {
    try connection.query(
      """
      SELECT id, name, roles, unit, birth_year, code, username, may_be_named, registered_at
      FROM person ORDER BY id
      """, [], Self.read)
  }

  /// How many persons of these units hold one of these roles.
  package func count(in units: Set<UnitID>, roles: Set<Role>) throws -> Int {
    var count = 0
    try connection.scan("SELECT unit, roles FROM person") { row in
      if units.contains(try row.id(0)), !roles.isDisjoint(with: Self.roles(row.text(1))) {
        count += 1
      }
    }
    return count
  }

  /// The people of a cohort who belong to it in one way.
  package func enrolled(in cohort: CohortID, as membership: Membership) throws -> [Person] {
    try connection.query(
      """
      SELECT p.id, p.name, p.roles, p.unit, p.birth_year, p.code, p.username, p.may_be_named,
        p.registered_at
      FROM enrolment e JOIN person p ON p.id = e.person
      WHERE e.cohort = ? AND e.membership = ?
      """, [.id(cohort), .text(membership.rawValue)], Self.read)
  }

  /// Adds a person.
  package func insert(_ person: Person) throws {
    try connection.run(
      """
      INSERT INTO person
        (id, name, roles, unit, birth_year, code, username, may_be_named, registered_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .id(person.id), .text(person.name), .text(Self.text(of: person.roles)), .id(person.unit),
        .count(person.birthYear), .words(person.code), .words(person.username),
        .flag(person.mayBeNamed), .instant(person.registeredAt),
      ])
  }

  /// Writes everything about a person but the day of registration.
  package func update(_ person: Person) throws {
    try connection.run(
      """
      UPDATE person SET name = ?, roles = ?, unit = ?, birth_year = ?, code = ?, username = ?,
        may_be_named = ? WHERE id = ?
      """,
      [
        .text(person.name), .text(Self.text(of: person.roles)), .id(person.unit),
        .count(person.birthYear), .words(person.code), .words(person.username),
        .flag(person.mayBeNamed), .id(person.id),
      ])
  }

  /// The stored hash; nil for people without a password.
  package func passwordHash(of person: PersonID) throws -> String? {
    try connection.first("SELECT hash FROM password WHERE person = ?", [.id(person)]) {
      $0.text(0)
    }
  }

  /// Stores a hash in place of the one before.
  package func setPasswordHash(_ hash: String, of person: PersonID, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO password (person, hash, changed_at) VALUES (?, ?, ?)
      ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at
      """, [.id(person), .text(hash), .instant(instant)])
  }

  /// Exchanges a hash for one of the same password at another cost, unless it changed meanwhile.
  package func renewPasswordHash(
    _ hash: String, insteadOf old: String, of person: PersonID
  ) throws {
    try connection.run(
      "UPDATE password SET hash = ? WHERE person = ? AND hash = ?",
      [.text(hash), .id(person), .text(old)])
  }

  private static func read(_ row: Row) throws -> Person {
    Person(
      id: try row.id(0), name: row.text(1), roles: roles(row.text(2)), unit: try row.id(3),
      birthYear: row.optionalInt(4), code: row.optionalText(5), username: row.optionalText(6),
      mayBeNamed: row.bool(7), registeredAt: row.instant(8))
  }

  static func text(of roles: Set<Role>) -> String {
    roles.sorted().map(\.rawValue).joined(separator: " ")
  }

  static func roles(_ text: String) -> Set<Role> {
    Set(text.split(separator: " ").compactMap { Role(rawValue: String($0)) })
  }
}

extension Connection {
  package var persons: PersonTable { PersonTable(connection: self) }
}
