/// Whose cards are made.
package enum CardHolders: Hashable, Sendable {
  /// The learners of a cohort who hold no card that works: nobody's card is locked.
  case without(CohortID)
  /// All learners of a cohort; the cards they hold are locked.
  case cohort(CohortID)
  /// Everybody of a unit and of the units below it.
  case unit(UnitID)
  /// One person, whose card was lost.
  case person(PersonID)
  /// One learner of a cohort, whose card was lost: whoever teaches the class may give a new one.
  case learner(PersonID, of: CohortID)
}

/// A new card: the only time its secret is known.
package struct PrintedCard: Sendable {
  package let person: Person
  package let className: String
  package let school: String
  /// What tells the pupil from a namesake of the class; nil where the name says enough.
  package let distinction: String?
  package let secret: CardSecret

  /// The class, with what tells namesakes apart.
  package var classLine: String {
    [className, distinction].compactMap(\.self).joined(separator: " · ")
  }
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
  ///
  /// - Parameter locking: how many working cards the actor was told would be locked.
  /// - Throws: `Refusal.invalid` when another number of cards would be locked by now.
  package func makeCards(
    for holders: CardHolders, locking told: Int? = nil, isDryRun: Bool = false, by actor: Actor,
    at instant: Instant
  ) throws -> CardBatch {
    let (people, object) = try cardHolders(holders, actor)
    let units = try units()
    let environment = environment
    let classes = Set(people.map(\.unit))
    let namesakes = CardNamesakes(
      try read { connection in try classes.flatMap { try connection.persons.members(of: $0) } })
    let cards = people.filter { !$0.isStaff }.map { person in
      PrintedCard(
        person: person, className: units[person.unit]?.name ?? "",
        school: units.nearest(.school, from: person.unit)?.name ?? "",
        distinction: namesakes.distinction(of: person), secret: CardSecret(environment))
    }
    let ordered = cards.map { (CardOrder($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    let staff = people.filter(\.isStaff)
    if isDryRun || cards.isEmpty { return CardBatch(cards: ordered, staff: staff) }
    return try write(by: actor) { transaction in
      let made = try transaction.replaceCards(
        ordered, onlyMissing: holders.isOnlyMissing, locking: told, at: instant)
      if !made.isEmpty {
        try transaction.audit(
          "card print", object, by: actor, detail: "\(made.count) cards", at: instant)
      }
      return CardBatch(cards: made, staff: staff)
    }
  }

  private func cardHolders(_ holders: CardHolders, _ actor: Actor) throws -> ([Person], String) {
    switch holders {
    case .without(let id):
      let cohort = try requireCohort(id, actor)
      try require(.managePeople, in: cohort.unit, actor)
      return (
        try read { connection in
          let held = try connection.signIns.cardHolders(in: id)
          return try connection.persons.enrolled(in: id, as: .learner)
            .filter { !held.contains($0.id) }
        }, id.text
      )
    case .learner(let id, let cohort):
      return ([try learnerToGiveCard(id, of: cohort, actor)], id.text)
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

extension CardHolders {
  fileprivate var isOnlyMissing: Bool {
    if case .without = self { true } else { false }
  }
}

extension Transaction {
  /// Gives each holder the new card; what was true when the page was read is asked again here.
  ///
  /// Whoever left, moved or got a role while a sheet of several was made stands on none.
  fileprivate func replaceCards(
    _ cards: [PrintedCard], onlyMissing: Bool, locking told: Int?, at instant: Instant
  ) throws -> [PrintedCard] {
    let held = try cards.map { try connection.signIns.cards(of: $0.person.id).count }
    if let told, held.count(where: { $0 > 0 }) != told {
      throw Refusal.invalid(field: "locking", .contradicts)
    }
    let due = try zip(cards, held).filter { card, held in
      guard !onlyMissing || held == 0 else { return false }
      return try cards.count == 1 || isStill(card.person)
    }.map(\.0)
    for card in due {
      try requireStill(card.person)
      try revokeCards(of: card.person.id, at: instant)
      try connection.signIns.insertCard(
        card.secret.digest, person: card.person.id, at: instant)
    }
    return due
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
