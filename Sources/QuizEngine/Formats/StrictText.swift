extension String {
  /// UTF-8 as a text; nil for overlong forms, surrogates, what lies beyond U+10FFFF, and for what is
  /// not stream-safe.
  ///
  /// Validation is costly for the few letters of a key; most of them are ASCII, which is valid.
  package init?(strictUTF8 octets: UnsafeBufferPointer<UInt8>) {
    var seen: UInt8 = 0
    for octet in octets { seen |= octet }
    if seen < 0x80 {
      self = String(decoding: octets, as: UTF8.self)
    } else {
      guard let text = String(validating: octets, as: UTF8.self), StreamSafeText.isSafe(octets)
      else { return nil }
      self = text
    }
  }

  /// UTF-8 as a text; nil for what is not well-formed or not stream-safe.
  package init?(strictUTF8 octets: [UInt8]) {
    guard let text = octets.withUnsafeBufferPointer({ String(strictUTF8: $0) }) else { return nil }
    self = text
  }
}
