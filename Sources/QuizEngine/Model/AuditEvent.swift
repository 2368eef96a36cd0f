/// Who did what to what, and when; hash-linked like the steps of an attempt.
package struct AuditEvent: Hashable, Sendable {
  package let sequence: Int
  package let at: Instant
  /// Nil for the operator at the machine and for the clock.
  package let actor: PersonID?
  /// Noun and verb, such as `contest close`.
  package let action: String
  /// Id or code of what it was done to; never a secret.
  package let object: String
  package let detail: String
  package let digest: Digest

  package init(
    sequence: Int, at: Instant, actor: PersonID?, action: String, object: String, detail: String,
    digest: Digest
  ) {
    self.sequence = sequence
    self.at = at
    self.actor = actor
    self.action = action
    self.object = object
    self.detail = detail
    self.digest = digest
  }
}
