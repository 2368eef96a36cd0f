/// What shows that somebody holds their device: a secret shared with their authenticator app.
package struct SecondFactor: Hashable, Sendable {
  /// 20 bytes.
  package let secret: [UInt8]
  /// Nil until a first code has shown that the app has the secret.
  package let confirmedAt: Instant?
  /// The last period of thirty seconds whose code was used; no code opens twice (RFC 6238, 5.2).
  package let lastStep: Int

  package init(secret: [UInt8], confirmedAt: Instant?, lastStep: Int) {
    self.secret = secret
    self.confirmedAt = confirmedAt
    self.lastStep = lastStep
  }
}
