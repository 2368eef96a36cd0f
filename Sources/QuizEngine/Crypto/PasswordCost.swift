/// How dear one guess is: yescrypt's cost number; each step doubles memory and time.
package struct PasswordCost: Hashable, Comparable, Sendable {
  package let number: UInt

  /// A cost from 1 to 11; nil outside.
  package init?(_ number: UInt) {
    guard (1...11).contains(number) else { return nil }
    self.number = number
  }

  private init(known number: UInt) {
    self.number = number
  }

  /// `$y$jAT`: 32 MiB.
  package static let pupil = PasswordCost(known: 6)
  /// `$y$jBT`: 64 MiB.
  package static let staff = PasswordCost(known: 7)

  package static func < (left: PasswordCost, right: PasswordCost) -> Bool {
    left.number < right.number
  }

  /// What a hash of this cost begins with, such as `$y$jBT$`.
  ///
  /// The two characters after `j` are log2 N and the block size r in crypt's base 64:
  /// costs 1 and 2 use r = 8, the others r = 32 (libxcrypt, crypt_gensalt of yescrypt).
  package var prefix: String {
    let letters = Array("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let logarithm = Int(number) + (number < 3 ? 9 : 7)
    return "$y$j\(letters[logarithm - 1])\(number < 3 ? "5" : "T")$"
  }
}
