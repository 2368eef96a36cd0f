/// A signed-in person on one device; the token itself is stored nowhere.
package struct Session: Hashable, Sendable {
  /// SHA-256 of the token.
  package let token: Digest
  package let person: PersonID
  package let roles: Set<Role>
  package let unit: UnitID
  package let createdAt: Instant
  /// Signed out by the clock from here on, whatever happens.
  package let expiresAt: Instant

  package init(
    token: Digest, person: PersonID, roles: Set<Role>, unit: UnitID, createdAt: Instant,
    expiresAt: Instant
  ) {
    self.token = token
    self.person = person
    self.roles = roles
    self.unit = unit
    self.createdAt = createdAt
    self.expiresAt = expiresAt
  }

  /// Whoever manages contests and people, or reads what others did.
  package var isManager: Bool { !roles.isDisjoint(with: [.organizer, .admin, .auditor]) }

  /// So that no pupil fills the disk by signing in again and again with one card.
  package static let mostOfOnePerson = 50

  package var isStaff: Bool { !roles.isDisjoint(with: [.teacher, .organizer, .admin, .auditor]) }
}
