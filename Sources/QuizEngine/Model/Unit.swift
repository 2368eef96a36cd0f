package typealias UnitID = ID<Unit>

/// An organization in a tree without fixed levels, valid for a time, with a successor.
package struct Unit: Hashable, Sendable {
  package let id: UnitID
  package var parent: UnitID?
  /// Short stable code that lists and files use, unique among all units.
  package var code: String
  package var name: String
  package var kind: UnitKind
  package var validFrom: Instant
  /// The first moment at which the unit no longer exists; nil while it does.
  package var validUntil: Instant?
  package var successor: UnitID?
  /// Number of people the unit declared as its own; the denominator of participation rates.
  package var headcount: Int?

  package init(
    id: UnitID, parent: UnitID?, code: String, name: String, kind: UnitKind, validFrom: Instant,
    validUntil: Instant? = nil, successor: UnitID? = nil, headcount: Int? = nil
  ) {
    self.id = id
    self.parent = parent
    self.code = code
    self.name = name
    self.kind = kind
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.successor = successor
    self.headcount = headcount
  }
}

/// What a unit is; used for labels and filters, never for a fixed level.
package enum UnitKind: String, CaseIterable, Sendable {
  case ministry
  case department
  case union
  case office
  case commune
  case school
  case faculty
  case grade
  case schoolClass = "class"
  case team
}
