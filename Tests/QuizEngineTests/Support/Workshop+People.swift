@testable import QuizEngine

extension Workshop {
  /// A pupil of the class, signed in with a card.
  func pupil(
    _ name: String = "Nguyễn Thị Minh Anh", in unit: Unit? = nil, roles: Set<Role> = [.student],
    birthYear: Int? = 2_013, registered: Span = .days(-10)
  ) throws -> Session {
    let (person, card) = try personWithCard(
      name, in: unit, roles: roles, birthYear: birthYear, registered: registered)
    _ = person
    return try engine.signIn(card: card.text, at: now).session
  }

  /// A person with a card that is not used yet.
  func personWithCard(
    _ name: String, in unit: Unit? = nil, roles: Set<Role> = [.student], birthYear: Int? = 2_013,
    registered: Span = .days(-10)
  ) throws -> (person: Person, card: CardSecret) {
    let moment = now + registered
    let person = Person(
      id: engine.environment.newID(at: moment), name: name, roles: roles,
      unit: (unit ?? schoolClass).id, birthYear: birthYear, registeredAt: moment)
    let card = CardSecret(engine.environment)
    let digest = card.digest
    try engine.write { transaction in
      try transaction.connection.persons.insert(person)
      try transaction.connection.signIns.insertCard(digest, person: person.id, at: moment)
    }
    return (person, card)
  }

  /// A signed-in member of staff.
  func staff(_ role: Role, in unit: Unit? = nil, name: String = "Trần Văn Bình") throws -> Session {
    try pupil(name, in: unit ?? office, roles: [role], birthYear: 1_980)
  }

  /// Opens a sheet as a contest of the school.
  func openContest(_ sheet: RuleSheet = Given.sheet(), for unit: Unit? = nil) throws -> Contest {
    try engine.openContest(
      sheet: sheet.json.encoded(), file: "de-thi.json", unit: (unit ?? school).id,
      by: .operatorAtMachine, at: now)
  }
}
