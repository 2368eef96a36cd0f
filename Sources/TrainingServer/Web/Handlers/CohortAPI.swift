import QuizEngine

/// What teachers and organizers do with their classes.
enum CohortAPI {
  /// A new card for one learner: the only answer that has its code.
  static func newCard(_ context: RequestContext) throws -> Response {
    _ = try JSONBody(context.request, members: [])
    let id: CohortID = try context.id("cohort", .cohort)
    let person: PersonID = try context.id("person", .person)
    let batch = try context.engine.makeCards(
      for: .learner(person, of: id), by: .person(context.requireSession()), at: context.now)
    guard let card = batch.cards.first else { throw Refusal.notFound(.person) }
    return .json { writer in
      writer.field("name", card.person.name)
      writer.field("class", card.className)
      writer.field("code", card.secret.grouped)
      writer.field("url", context.siteAddress + Route.card(card.secret.text).path)
    }
  }

  /// Who took part in a round, by name.
  static func participants(_ context: RequestContext) throws -> Response {
    let round = try context.queryNumber("round", in: 1...1000).map { $0 - 1 }
    let reading = try context.engine.participants(
      of: try context.id("contest", .contest), round: round, by: context.requireSession(),
      at: context.now)
    return .json { writer in
      writer.field("round", reading.round + 1)
      writer.array("items", reading.people) { writer, participant in
        writer.beginObject()
        writer.field("person", participant.person.id.text)
        writer.field("name", participant.person.name)
        writer.field("code", participant.person.code)
        writer.field("class", participant.unit?.name)
        writer.field("state", participant.state.rawValue)
        writer.field("points", participant.points?.text())
        writer.endObject()
      }
    }
  }
}
