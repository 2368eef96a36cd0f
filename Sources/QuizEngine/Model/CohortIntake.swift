/// Who of a unit joins a cohort at once.
package enum CohortIntake: String, CaseIterable, Sendable {
  case pupils
  case staff

  /// As many as one act takes: the writer serves contests meanwhile.
  package static let limit = 20_000
}
