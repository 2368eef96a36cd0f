/// What a half-finished sign-in carries from the page of the password to that of the code: whose it
/// is and until when, signed with the secret of their second factor.
///
/// It opens nothing without a code, needs no storage, and ends with the factor, and with the
/// password or the card that it was given for.
struct SignInTicket {
  let person: PersonID
  let until: Instant

  /// How long somebody may look for their telephone.
  static let life = Span.minutes(5)

  init(of person: PersonID, at instant: Instant) {
    self.person = person
    until = instant + Self.life
  }

  /// Reads what `text` wrote; nil for anything else.
  ///
  /// Nothing is proven before `isValid`.
  init?(_ text: String) {
    guard text.utf8.count <= 120 else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let person = PersonID(text: String(parts[0])),
      let until = Int64(parts[1])
    else { return nil }
    self.person = person
    self.until = Instant(milliseconds: until)
  }

  /// - Parameter proof: what was right: the stored hash of the password, or the card's digest.
  func text(_ factor: SecondFactor, for proof: String) -> String {
    let named = "\(person.text).\(until.milliseconds)"
    let code = HMACSHA256(key: factor.secret).code(for: "sign-in\n\(named)\n\(proof)")
    return named + "." + Base64URL.encode(Array(code.bytes.prefix(24)))
  }

  /// Whether `text` is this ticket, signed for this factor and one of the proofs that still hold,
  /// and not over.
  func isValid(
    _ text: String, for factor: SecondFactor, _ proofs: [String], at instant: Instant
  ) -> Bool {
    instant < until
      && proofs.contains {
        equalInConstantTime(Array(text.utf8), Array(self.text(factor, for: $0).utf8))
      }
  }
}
