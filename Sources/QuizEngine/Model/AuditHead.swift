/// Where the audit log ended at some moment; kept elsewhere, it shows whether its tail was cut.
package struct AuditHead: Hashable, Sendable {
  /// How many events there were.
  package let sequence: Int
  package let digest: Digest

  package init(sequence: Int, digest: Digest) {
    self.sequence = sequence
    self.digest = digest
  }

  package init(_ event: AuditEvent) {
    self.init(sequence: event.sequence, digest: event.digest)
  }
}
