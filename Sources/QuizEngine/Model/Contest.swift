package typealias ContestID = ID<Contest>

/// A rule sheet put to work: opened for a unit, with its questions pinned.
package struct Contest: Hashable, Sendable {
  package let id: ContestID
  package let purpose: ContestPurpose
  /// Who may enter belongs to this unit or one below it.
  package let unit: UnitID
  package let sheet: RuleSheet
  /// The pinned questions; a published correction never changes a running paper.
  package let bank: Digest
  /// One window per round of the sheet, as opened; may differ from the sheet by decision.
  package var windows: [Window]
  package let createdAt: Instant
  package var publishedAt: Instant?

  package init(
    id: ContestID, purpose: ContestPurpose, unit: UnitID, sheet: RuleSheet, bank: Digest,
    windows: [Window], createdAt: Instant, publishedAt: Instant? = nil
  ) {
    self.id = id
    self.purpose = purpose
    self.unit = unit
    self.sheet = sheet
    self.bank = bank
    self.windows = windows
    self.createdAt = createdAt
    self.publishedAt = publishedAt
  }
}

/// What attempts in a contest are for.
package enum ContestPurpose: Hashable, Sendable {
  case contest
  /// The final test of a training module; passed from the sheet's pass mark.
  case finalTest(course: String, module: String)
}
