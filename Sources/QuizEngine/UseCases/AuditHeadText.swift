extension AuditHead {
  /// `1234:` and 64 hexadecimal digits.
  package var text: String { "\(sequence):\(digest.hex)" }

  /// Reads the spelling of `text`; nil for any other.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = wholeNumber(String(parts[0])), sequence > 0,
      let digest = Digest(hex: String(parts[1]))
    else { return nil }
    self.init(sequence: sequence, digest: digest)
  }
}
