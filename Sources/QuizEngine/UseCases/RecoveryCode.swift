/// What opens once in place of a lost telephone: 128 bits, written like the secret of a card; only
/// its digest is stored.
struct RecoveryCode {
  private let secret: CardSecret

  /// How many somebody gets to print.
  static let count = 8

  init(_ environment: Environment) {
    secret = CardSecret(environment)
  }

  /// Reads what a person typed, as generously as a card.
  init?(typed text: String) {
    guard let secret = CardSecret(typed: text) else { return nil }
    self.secret = secret
  }

  /// Groups of four letters and digits.
  var text: String { secret.grouped }

  var digest: Digest { SHA256.hash("recovery:" + secret.text) }
}
