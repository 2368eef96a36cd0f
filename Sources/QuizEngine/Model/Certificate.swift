package typealias CertificateID = ID<Certificate>

/// A paper of completion (Giấy chứng nhận) with its entry in the register.
package struct Certificate: Hashable, Sendable {
  package let id: CertificateID
  /// What the public check page is asked for; 80 random bits.
  package let code: String
  package let person: PersonID
  /// The name as it was on the day of issue.
  package let holder: String
  package let unitName: String
  package let course: String
  package let courseTitle: LocalizedText
  package let periods: Int
  package let cohort: CohortID?
  package let issuedAt: Instant
  /// Register entry: consecutive from 1 within the Vietnamese calendar year.
  package let year: Int
  package var entry: Int
  package var revocation: Revocation?

  /// When and why a paper was taken back.
  package struct Revocation: Hashable, Sendable {
    package let at: Instant
    /// For the people who keep the register; it may name persons.
    package let reason: String
    /// What the check page shows to anybody; empty says nothing.
    package let publicReason: String

    package init(at: Instant, reason: String, publicReason: String) {
      self.at = at
      self.reason = reason
      self.publicReason = publicReason
    }
  }

  package init(
    id: CertificateID, code: String, person: PersonID, holder: String, unitName: String,
    course: String, courseTitle: LocalizedText, periods: Int, cohort: CohortID?,
    issuedAt: Instant, year: Int, entry: Int, revocation: Revocation? = nil
  ) {
    self.id = id
    self.code = code
    self.person = person
    self.holder = holder
    self.unitName = unitName
    self.course = course
    self.courseTitle = courseTitle
    self.periods = periods
    self.cohort = cohort
    self.issuedAt = issuedAt
    self.year = year
    self.entry = entry
    self.revocation = revocation
  }

  /// Number printed on the paper, such as `0007/2026/GCN`.
  package var number: String { "\(padded(entry, 4))/\(year)/GCN" }
}
