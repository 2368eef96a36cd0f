/// Passwords that leaked elsewhere, where the operator has put a list of them.
extension Engine {
  /// Refuses a new password that the list knows; without a list none is refused.
  ///
  /// - Throws: `PasswordRefusal.leaked`, or `listUnreadable` for any password while what lies there
  ///   cannot be read as such a list.
  func requireUnleaked(_ password: String) throws(PasswordRefusal) {
    let digits = Hex.encode(SHA1.hash(try PasswordHash.octets(of: password))).uppercased()
    let isLeaked: Bool?
    do {
      isLeaked = try BreachedList.open(folder.breachedPasswords) {
        list throws(BreachedList.Fault) in
        try list.contains(Array(digits.utf8))
      }
    } catch {
      throw .listUnreadable
    }
    if isLeaked == true { throw .leaked }
  }
}
