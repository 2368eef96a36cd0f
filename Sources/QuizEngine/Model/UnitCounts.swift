/// Attempts (lượt) and persons (người) of one unit.
///
/// A person belongs to one unit only, so sums over units count nobody twice.
package struct UnitCounts: Hashable, Sendable {
  package let unit: UnitID
  package let attempts: Int
  package let persons: Int
  /// Persons with at least one ended attempt.
  package let finishedPersons: Int

  package init(unit: UnitID, attempts: Int, persons: Int, finishedPersons: Int) {
    self.unit = unit
    self.attempts = attempts
    self.persons = persons
    self.finishedPersons = finishedPersons
  }
}
