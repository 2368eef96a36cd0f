/// Six digits that change every thirty seconds (RFC 6238 over RFC 4226, with SHA-1: the only kind
/// that every authenticator app makes).
package enum OneTimeCode {
  /// Bytes of a secret (RFC 4226, section 4, R6).
  package static let secretLength = 20

  /// How many periods of thirty seconds had passed since 1970.
  package static func step(at instant: Instant) -> Int {
    Int(clamping: max(0, instant.milliseconds) / 30_000)
  }

  /// The code of a step, with leading zeros.
  package static func code(_ secret: [UInt8], step: Int) -> String {
    let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - $0 * 8)) }
    let digits = String(truncated(HMACSHA1.code(for: message, key: secret)) % 1_000_000)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// The step whose code was typed: the present one, or the one before or after it, for clocks
  /// differ (RFC 6238, 5.2 and 6).
  ///
  /// - Parameter used: the last step whose code opened something; it and older ones open nothing.
  package static func step(
    ofTyped text: String, secret: [UInt8], after used: Int, at instant: Instant
  ) -> Int? {
    guard let typed = TypedCode.letters(text, most: 6) else { return nil }
    let present = step(at: instant)
    return (max(0, present - 1)...present + 1).first { step in
      step > used && equalInConstantTime(typed, Array(code(secret, step: step).utf8))
    }
  }

  /// 31 bits from where the last byte points to (RFC 4226, 5.3).
  private static func truncated(_ code: [UInt8]) -> UInt32 {
    let offset = Int((code.last ?? 0) & 0x0f)
    return code.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
  }
}
