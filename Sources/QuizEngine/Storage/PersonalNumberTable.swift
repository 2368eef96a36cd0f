/// SQL for the keyed digests of personal numbers; the numbers themselves are nowhere.
package struct PersonalNumberTable {
  let connection: Connection

  /// Who has the number of that digest.
  package func holder(of digest: Digest) throws -> PersonID? {
    try connection.first(
      "SELECT person FROM personal_number WHERE digest = ?", [.digest(digest)]
    ) { try $0.id(0) }
  }

  /// Keeps a number in place of the one before.
  package func set(_ number: KeyedNumber, of person: PersonID) throws {
    try connection.run(
      """
      INSERT INTO personal_number (person, digest, tail) VALUES (?, ?, ?)
      ON CONFLICT (person) DO UPDATE SET digest = excluded.digest, tail = excluded.tail
      """, [.id(person), .digest(number.digest), .text(number.tail)])
  }

  /// Somebody's number.
  package func number(of person: PersonID) throws -> KeyedNumber? {
    try connection.first(
      "SELECT digest, tail FROM personal_number WHERE person = ?", [.id(person)]
    ) { KeyedNumber(digest: try $0.digest(0), tail: $0.text(1)) }
  }

  /// Forgets somebody's number.
  package func remove(_ person: PersonID) throws {
    try connection.run("DELETE FROM personal_number WHERE person = ?", [.id(person)])
  }

  /// The last digits of somebody's number.
  package func tail(of person: PersonID) throws -> String? {
    try connection.first("SELECT tail FROM personal_number WHERE person = ?", [.id(person)]) {
      $0.text(0)
    }
  }
}

extension Connection {
  package var personalNumbers: PersonalNumberTable { PersonalNumberTable(connection: self) }
}
