/// What shows that somebody holds their device: a secret shared with their authenticator app.
package struct SecondFactor: Hashable, Sendable {
  /// 20 bytes.
  package let secret: [UInt8]
  package let proposedAt: Instant
  /// The token's digest of the session that asked for it: no other one is shown the secret.
  package let proposedIn: Digest
  /// Nil until a first code has shown that the app has the secret.
  package let confirmedAt: Instant?
  /// The last period of thirty seconds whose code was used; no code opens twice (RFC 6238, 5.2).
  package let lastStep: Int

  /// How long a proposal waits for its first code.
  package static let patience = Span.minutes(15)

  package init(
    secret: [UInt8], proposedAt: Instant, proposedIn: Digest, confirmedAt: Instant?,
    lastStep: Int
  ) {
    self.secret = secret
    self.proposedAt = proposedAt
    self.proposedIn = proposedIn
    self.confirmedAt = confirmedAt
    self.lastStep = lastStep
  }
}
