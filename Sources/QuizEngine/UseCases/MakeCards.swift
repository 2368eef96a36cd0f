/// Whose cards are made.
package enum CardHolders: Hashable, Sendable {
  /// The learners of a cohort.
  case cohort(CohortID)
  /// Everybody of a unit and of the units below it.
  case unit(UnitID)
  /// One person, whose card was lost.
  case person(PersonID)
}

/// A new card: the only time its secret is known.
package struct PrintedCard: Sendable {
  package let person: Person
  package let className: String
  package let school: String
  package let secret: CardSecret
}

/// The cards made and who got none.
package struct CardBatch: Sendable {
  /// Ordered by class, then by given name.
  package let cards: [PrintedCard]
  /// Staff see other people's data and sign in with passwords: a card that is found opens too much.
  package let staff: [Person]
}

extension Engine {
  /// Makes a new card for each pupil and revokes the cards they had; whoever is signed in with one
  /// is signed out.
  ///
  /// Only digests are stored: a lost sheet cannot be printed again, only replaced.
  package func makeCards(
    for holders: CardHolders, isDryRun: Bool = false, by actor: Actor, at instant: Instant
  ) throws -> CardBatch {
    let (people, object) = try cardHolders(holders, actor)
    let units = try units()
    let environment = environment
    let cards = people.filter { !$0.isStaff }.map { person in
      PrintedCard(
        person: person, className: units[person.unit]?.name ?? "",
        school: units.nearest(.school, from: person.unit)?.name ?? "",
        secret: CardSecret(environment))
    }
    let batch = CardBatch(
      cards: cards.map { (CardOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1),
      staff: people.filter(\.isStaff))
    if isDryRun || cards.isEmpty { return batch }
    let rows = cards.map { (person: $0.person, digest: $0.secret.digest) }
    try write(by: actor) { transaction in
      for row in rows {
        try transaction.requireStill(row.person)
        try transaction.revokeCards(of: row.person.id, at: instant)
        try transaction.connection.signIns.insertCard(
          row.digest, person: row.person.id, at: instant)
      }
      try transaction.audit(
        "card print", object, by: actor, detail: "\(rows.count) cards", at: instant)
    }
    return batch
  }

  private func cardHolders(_ holders: CardHolders, _ actor: Actor) throws -> ([Person], String) {
    switch holders {
    case .cohort(let id):
      let cohort = try requireCohort(id, actor)
      try require(.managePeople, in: cohort.unit, actor)
      return (try read { try $0.persons.enrolled(in: id, as: .learner) }, id.text)
    case .unit(let id):
      try require(.managePeople, in: id, actor)
      let units = try units()
      guard let unit = units[id] else { throw Refusal.notFound(.unit) }
      let inside = units.subtree(of: id).map(\.unit.id)
      let people = try read { connection in
        try inside.flatMap { try connection.persons.members(of: $0) }
      }
      return (people, unit.code)
    case .person(let id):
      guard let person = try read({ try $0.persons.person(id) }) else {
        throw Refusal.notFound(.person)
      }
      try require(.managePeople, in: person.unit, actor)
      return ([person], id.text)
    }
  }
}

/// Class by class, as they are handed out.
private struct CardOrder: Comparable {
  let className: [Int]
  let name: VietnameseNameKey
  let text: String

  init(_ card: PrintedCard) {
    text = card.className
    name = VietnameseNameKey(card.person.name)
    className = numbersFirst(card.className)
  }

  static func < (left: CardOrder, right: CardOrder) -> Bool {
    if left.className != right.className {
      return left.className.lexicographicallyPrecedes(right.className)
    }
    if left.text != right.text { return left.text < right.text }
    return left.name < right.name
  }
}

/// The numbers in a name in order, so that 6A comes before 10A.
private func numbersFirst(_ name: String) -> [Int] {
  name.split(whereSeparator: { !$0.isNumber }).compactMap { wholeNumber(String($0)) }
}
