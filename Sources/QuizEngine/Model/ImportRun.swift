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
    /// Whether the import put the person into the cohort.
    package let isEnrolled: Bool
    /// The personal number that the import gave; nil where it changed none.
    package let number: NumberChange?

    package init(
      person: PersonID, after: Facts, before: Facts?, isEnrolled: Bool, number: NumberChange?
    ) {
      self.person = person
      self.after = after
      self.before = before
      self.isEnrolled = isEnrolled
      self.number = number
    }
  }

  /// A personal number in place of another or of none.
  package struct NumberChange: Hashable, Sendable {
    package let after: Digest
    package let before: KeyedNumber?

    package init(after: Digest, before: KeyedNumber?) {
      self.after = after
      self.before = before
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

/// A personal number as it is stored: a keyed digest and the last digits.
package struct KeyedNumber: Hashable, Sendable {
  package let digest: Digest
  package let tail: String

  package init(digest: Digest, tail: String) {
    self.digest = digest
    self.tail = tail
  }
}

/// Why an undone import keeps somebody.
package enum ImportKeeping: String, CaseIterable, Sendable {
  case attempts
  case lessons
  case certificates
  case cardUsed = "card-used"
  case password
  case teaches
  case changedSince = "changed-since"
}
