/// What a device keeps to show that an account signed in there before (OWASP, “Device cookies”).
///
/// Whoever has one is throttled apart from the rest of the world, so that strangers who try
/// passwords cannot keep the account's owner out. It opens nothing, names nobody, and ends when
/// the password changes, because it is signed with the stored hash.
enum DeviceToken {
  static func make(account: String, hash: String, nonce: [UInt8]) -> String {
    let nonce = Base64URL.encode(nonce)
    return nonce + "." + signature(account, hash, nonce)
  }

  static func isValid(_ token: String, account: String, hash: String) -> Bool {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, token.utf8.count <= 100 else { return false }
    return equalInConstantTime(
      Array(parts[1].utf8), Array(signature(account, hash, String(parts[0])).utf8))
  }

  private static func signature(_ account: String, _ hash: String, _ nonce: String) -> String {
    let code = HMACSHA256(key: Array(hash.utf8)).code(for: "device\n\(account)\n\(nonce)")
    return Base64URL.encode(Array(code.bytes.prefix(24)))
  }
}
