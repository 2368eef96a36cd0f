/// What a card is good for.
package enum CardReading: Sendable {
  /// It opens; the holder's name, and the name of their class or unit.
  case usable(name: String, unit: String)
  /// It was locked at that moment, for a new one or because it was lost.
  case replaced(at: Instant)
  case unknown
}

extension Engine {
  /// What the page of a card tells whoever holds it.
  package func readCard(_ text: String) throws -> CardReading {
    guard let secret = CardSecret(typed: text) else { return .unknown }
    let found = try read { connection -> (Person, Instant?)? in
      guard let card = try connection.signIns.card(secret.digest),
        let person = try connection.persons.person(card.person)
      else { return nil }
      return (person, card.revokedAt)
    }
    guard let (person, revokedAt) = found else { return .unknown }
    if let revokedAt { return .replaced(at: revokedAt) }
    return .usable(name: person.name, unit: try units()[person.unit]?.name ?? "")
  }
}
