import QuizEngine

/// What an authenticator app reads to make the codes of an account: the `otpauth` address that all
/// of them know (“Key Uri Format” of Google Authenticator's documentation).
struct EnrolmentKey: Sendable {
  let secret: [UInt8]
  /// Shown in the app's list.
  let account: String
  /// The site, shown above it.
  let issuer: String

  /// For a QR code.
  var address: String {
    let (issuer, account) = (percentEncoded(issuer), percentEncoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
  }

  /// For typing: groups of four letters.
  var letters: String { inGroupsOfFour(Base32.encode(secret), separator: " ") }
}
