import QuizEngine

extension RequestContext {
  /// Refuses whoever signs in without a password: there is nothing of theirs to change.
  func requireOwnPassword() throws {
    guard try engine.hasPassword(requireSession().person) else { throw Refusal.notFound(.page) }
  }

  /// An error at each of these fields of the form that is empty.
  func missing(_ fields: String...) -> [FieldError] {
    fields.filter { (form[$0] ?? "").isEmpty }.map {
      FieldError(field: $0, message: Refusal.invalid(field: $0, .missing).text)
    }
  }
}
