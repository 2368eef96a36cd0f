package typealias PersonID = ID<Person>

/// What a person may do; a person may hold several.
package enum Role: String, CaseIterable, Comparable, Sendable {
  case student
  case teacher
  case organizer
  case admin
  case auditor

  package static func < (left: Role, right: Role) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Somebody who learns, teaches, organizes or checks; the least data that this needs.
package struct Person: Hashable, Sendable {
  package let id: PersonID
  /// Full name in Vietnamese order, NFC.
  package var name: String
  package var roles: Set<Role>
  package var unit: UnitID
  package var birthYear: Int?
  /// The school's own number for the person, unique within the unit tree's school.
  package var code: String?
  /// Sign-in name for people with a password; lower-case ASCII.
  package var username: String?
  /// True only when both pupil and guardian agreed to a public full name (L-050, L-111).
  package var mayBeNamed: Bool
  package var registeredAt: Instant

  package init(
    id: PersonID, name: String, roles: Set<Role>, unit: UnitID, birthYear: Int? = nil,
    code: String? = nil, username: String? = nil, mayBeNamed: Bool = false, registeredAt: Instant
  ) {
    self.id = id
    self.name = name
    self.roles = roles
    self.unit = unit
    self.birthYear = birthYear
    self.code = code
    self.username = username
    self.mayBeNamed = mayBeNamed
    self.registeredAt = registeredAt
  }

  /// Staff sign in with a password and see other people's data.
  package var isStaff: Bool { !roles.isDisjoint(with: [.teacher, .organizer, .admin, .auditor]) }
}
