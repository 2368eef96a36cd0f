/// What an authenticator app reads to make the codes of an account: the `otpauth` address that all
/// of them know (“Key Uri Format” of Google Authenticator's documentation).
package struct EnrolmentKey: Sendable {
  package let secret: [UInt8]
  /// Shown in the app's list.
  package let account: String
  /// The site, shown above it.
  package let issuer: String

  package init(secret: [UInt8], account: String, issuer: String) {
    self.secret = secret
    self.account = account
    self.issuer = issuer
  }

  /// For a QR code.
  package var address: String {
    let (issuer, account) = (Self.encoded(issuer), Self.encoded(account))
    return "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(secret))&issuer=\(issuer)"
  }

  /// For typing: groups of four letters.
  package var letters: String {
    var text = ""
    for (place, letter) in Base32.encode(secret).enumerated() {
      if place > 0, place % 4 == 0 { text += " " }
      text.append(letter)
    }
    return text
  }

  /// Everything but unreserved characters as percent and two digits (RFC 3986, 2.1).
  private static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + Hex.encode([byte]).uppercased()
      }
    }.joined()
  }
}
