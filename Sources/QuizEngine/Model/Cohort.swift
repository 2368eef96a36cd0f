package typealias CohortID = ID<Cohort>

/// People who do something together by a date.
package struct Cohort: Hashable, Sendable {
  package let id: CohortID
  package var name: String
  package var unit: UnitID
  /// Course that its members are to complete, if any.
  package var course: String?
  package var dueAt: Instant?
  package var createdAt: Instant

  package init(
    id: CohortID, name: String, unit: UnitID, course: String? = nil, dueAt: Instant? = nil,
    createdAt: Instant
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.course = course
    self.dueAt = dueAt
    self.createdAt = createdAt
  }
}

/// How a person belongs to a cohort.
package enum Membership: String, Sendable {
  case learner
  case teacher
}
