/// What a half-finished sign-in carries from the page of the password to that of the code: whose it
/// is and until when, signed with the secret of their second factor.
///
/// It opens nothing without a code, needs no storage, and ends with the factor.
struct SignInTicket {
  let person: PersonID
  let until: Instant

  /// How long somebody may look for their telephone.
  static let life = Span.minutes(5)

  init(of person: PersonID, at instant: Instant) {
    self.person = person
    until = instant + Self.life
  }

  /// Reads what `text(_:)` wrote; nil for anything else.
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

  func text(_ factor: SecondFactor) -> String {
    let named = "\(person.text).\(until.milliseconds)"
    let code = HMACSHA256(key: factor.secret).code(for: "sign-in\n\(named)")
    return named + "." + Base64URL.encode(Array(code.bytes.prefix(24)))
  }

  /// Whether `text` is this ticket, signed for this factor, and not over.
  func isValid(_ text: String, for factor: SecondFactor, at instant: Instant) -> Bool {
    instant < until && equalInConstantTime(Array(text.utf8), Array(self.text(factor).utf8))
  }
}
