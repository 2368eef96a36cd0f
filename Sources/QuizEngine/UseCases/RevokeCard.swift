extension Engine {
  /// Makes a lost card useless at once, and ends what was opened with it.
  package func revokeCards(of id: PersonID, by actor: Actor, at instant: Instant) throws {
    guard let person = try read({ try $0.persons.person(id) }) else {
      throw Refusal.notFound(.person)
    }
    try require(.managePeople, in: person.unit, actor)
    try write(by: actor) { transaction in
      try transaction.requireStill(person)
      try transaction.revokeCards(of: id, at: instant)
      try transaction.audit("card revoke", id.text, by: actor, at: instant)
    }
  }

  /// Revokes one card by its secret, read from the card itself.
  package func revokeCard(_ text: String, by actor: Actor, at instant: Instant) throws -> Person {
    guard let digest = CardSecret(typed: text)?.digest,
      let id = try read({ try $0.signIns.holder(ofCard: digest) }),
      let person = try read({ try $0.persons.person(id) })
    else { throw Refusal.notFound(.card) }
    try revokeCards(of: id, by: actor, at: instant)
    return person
  }
}
