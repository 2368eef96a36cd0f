extension AuditHead {
  /// `1234:` and 64 hexadecimal digits.
  package var text: String { "\(sequence):\(digest.hex)" }

  /// Reads the spelling of `text`, also as somebody copied it from a book: capitals, spaces, dashes.
  package init?(text: some StringProtocol) {
    let parts = text.utf8.split(separator: 58, omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts.first, let last = parts.last,
      let sequence = wholeNumber(String(decoding: Array(first), as: UTF8.self).trimmed),
      sequence > 0,
      let digits = TypedCode.folded(String(decoding: Array(last), as: UTF8.self), most: 64),
      let digest = Digest(hex: String(decoding: digits, as: UTF8.self))
    else { return nil }
    self.init(sequence: sequence, digest: digest)
  }
}
