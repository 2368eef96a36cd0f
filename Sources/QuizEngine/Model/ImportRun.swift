package typealias ImportID = ID<ImportRun>

/// One list of people that was brought in, as long as it may be undone.
package struct ImportRun: Hashable, Sendable {
  package let id: ImportID
  /// The school that took the list.
  package let unit: UnitID
  package let cohort: CohortID?
  /// Nil where an operator at the machine did it.
  package let actor: PersonID?
  package let madeAt: Instant
  package var undoneAt: Instant?
  /// How many people it made, and how many it changed.
  package let created: Int
  package let changed: Int

  package init(
    id: ImportID, unit: UnitID, cohort: CohortID?, actor: PersonID?, madeAt: Instant,
    undoneAt: Instant? = nil, created: Int, changed: Int
  ) {
    self.id = id
    self.unit = unit
    self.cohort = cohort
    self.actor = actor
    self.madeAt = madeAt
    self.undoneAt = undoneAt
    self.created = created
    self.changed = changed
  }

  /// What an import did to one person.
  package struct Entry: Hashable, Sendable {
    package let person: PersonID
    /// What the import wrote, and what it found; nil for somebody new.
    package let after: Facts
    package let before: Facts?
    /// Whether the import put the person into the cohort, and gave the first personal number.
    package let isEnrolled: Bool
    package let isNumbered: Bool

    package init(
      person: PersonID, after: Facts, before: Facts?, isEnrolled: Bool, isNumbered: Bool
    ) {
      self.person = person
      self.after = after
      self.before = before
      self.isEnrolled = isEnrolled
      self.isNumbered = isNumbered
    }
  }

  /// What a class list says of somebody.
  package struct Facts: Hashable, Sendable {
    package let name: String
    package let unit: UnitID
    package let birthYear: Int?
    package let code: String?
    package let username: String?

    package init(name: String, unit: UnitID, birthYear: Int?, code: String?, username: String?) {
      self.name = name
      self.unit = unit
      self.birthYear = birthYear
      self.code = code
      self.username = username
    }

    package init(_ person: Person) {
      self.init(
        name: person.name, unit: person.unit, birthYear: person.birthYear, code: person.code,
        username: person.username)
    }
  }
}

/// Why an undone import keeps somebody.
package enum ImportKeeping: String, CaseIterable, Sendable {
  case attempts
  case lessons
  case certificates
  case cardUsed = "card-used"
  case password
  case otherCohort = "other-cohort"
  case changedSince = "changed-since"
}
