import QuizEngine

/// The hidden field `_csrf` of every form.
///
/// Derived from the session's own secret, so that it needs no storage, survives a restart of the
/// server, and dies with the session.
enum FormToken {
  static func make(_ credential: Credential) -> String {
    // Before sign-in there is no secret to derive from: there the origin check stands alone.
    guard let token = credential.token else { return "signed-out" }
    let code = HMACSHA256(key: Array(token.utf8)).code(for: "form")
    return Base64URL.encode(Array(code.bytes.prefix(18)))
  }

  static func isValid(_ text: String?, for credential: Credential) -> Bool {
    guard let text else { return false }
    return equalInConstantTime(Array(text.utf8), Array(make(credential).utf8))
  }
}
