import QuizEngine

/// The sign-in cards of a cohort, and of one learner in it.
enum CardHandlers {
  static func form(_ context: RequestContext) throws -> Response {
    let model = try model(context)
    return context.page(cardsPage(model, try context.chrome(.cards(model.cohort))))
  }

  /// Makes cards for those without one and shows them this once; nobody's card is locked.
  static func makeMissing(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let batch = try context.engine.makeCards(
      for: .without(id), by: .person(context.requireSession()), at: context.now)
    // Pressed twice: nothing was left to do, and the page says how things are.
    guard !batch.cards.isEmpty else { return context.go(to: .cards(id)) }
    return try sheet(batch, of: id, context)
  }

  static func renewalForm(_ context: RequestContext) throws -> Response {
    try renewalForm(context, hasChanged: false)
  }

  private static func renewalForm(
    _ context: RequestContext, hasChanged: Bool
  ) throws -> Response {
    var model = try model(context)
    guard model.standing.holders > 0 else { return context.go(to: .cards(model.cohort)) }
    model.asksRenewal = true
    model.hasChanged = hasChanged
    return context.page(
      cardsPage(model, try context.chrome(.cardRenewal(model.cohort))),
      status: hasChanged ? 409 : 200)
  }

  /// Locks the cards of a whole class, if they are as many as was said, and makes new ones.
  static func renew(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let actor = Actor.person(try context.requireSession())
    let told = wholeNumber(context.form["locking"] ?? "") ?? -1
    do {
      let batch = try context.engine.makeCards(
        for: .cohort(id), locking: told, by: actor, at: context.now)
      guard !batch.cards.isEmpty else { return context.go(to: .cards(id)) }
      return try sheet(batch, of: id, context)
    } catch Refusal.invalid(field: "locking", _) {
      return try renewalForm(context, hasChanged: true)
    }
  }

  static func newCardForm(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let person: PersonID = try context.id("person", .person)
    let actor = Actor.person(try context.requireSession())
    let learner = try context.engine.learnerToGiveCard(person, of: id, actor)
    let running = try context.engine.read {
      try $0.attempts.runners(in: id, at: context.now).contains(person)
    }
    let model = NewCardPage(
      cohort: id, cohortName: try context.engine.requireCohort(id, actor).name, person: person,
      name: learner.name, givenName: learner.givenName,
      unitName: try context.engine.units()[learner.unit]?.name ?? "", isRunning: running)
    return context.page(newCardPage(model, try context.chrome(.card(of: person, in: id))))
  }

  /// One person's new card; the old one and what was opened with it end in the same transaction.
  static func makeOne(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let person: PersonID = try context.id("person", .person)
    let batch = try context.engine.makeCards(
      for: .learner(person, of: id), by: .person(context.requireSession()), at: context.now)
    return try sheet(batch, of: id, context, isReplacement: true)
  }

  private static func model(_ context: RequestContext) throws -> CardsPage {
    let id: CohortID = try context.id("cohort", .cohort)
    let actor = Actor.person(try context.requireSession())
    let cohort = try context.engine.requireCohort(id, actor)
    return CardsPage(
      cohort: id, name: cohort.name,
      standing: try context.engine.cardStanding(ofCohort: id, by: actor, at: context.now))
  }

  private static func sheet(
    _ batch: CardBatch, of id: CohortID, _ context: RequestContext, isReplacement: Bool = false
  ) throws -> Response {
    let cohort = try context.engine.requireCohort(id, .person(context.requireSession()))
    let label = both("Mã QR đăng nhập", "QR code to sign in")[context.language]
    let address = context.siteAddress
    let model = CardSheetPage(
      cohort: id, cohortName: cohort.name,
      cards: batch.cards.map { card in
        CardSheetPage.Card(
          name: card.person.name,
          unitName: card.school.isEmpty
            ? card.classLine : "\(card.classLine) · \(card.school)",
          code: card.secret.grouped,
          qr: QRCode(address + Route.card(card.secret.text).path)?.svg(label: label) ?? .empty)
      }, isReplacement: isReplacement)
    return context.page(
      cardSheetPage(model, siteAddress: address, try context.chrome(.cohort(id))))
  }
}
