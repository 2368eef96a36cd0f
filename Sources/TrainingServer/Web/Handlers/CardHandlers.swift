import QuizEngine

/// The sign-in cards of a cohort.
enum CardHandlers {
  static func form(_ context: RequestContext) throws -> Response {
    try page(context, cards: nil)
  }

  /// Makes new cards and shows them this once; the old ones stop working.
  static func make(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let batch = try context.engine.makeCards(
      for: .cohort(id), by: .person(context.requireSession()), at: context.now)
    let address = context.siteAddress
    let label = both("Mã QR đăng nhập", "QR code to sign in")[context.language]
    return try page(
      context,
      cards: batch.cards.map { card in
        CardsPage.Card(
          name: card.person.name,
          unitName: card.school.isEmpty
            ? card.className : "\(card.className) · \(card.school)",
          code: card.secret.grouped,
          qr: QRCode(address + Route.card(card.secret.text).path)?.svg(label: label) ?? .empty)
      })
  }

  private static func page(
    _ context: RequestContext, cards: [CardsPage.Card]?
  ) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let session = try context.requireSession()
    let actor = Actor.person(session)
    let cohort = try context.engine.requireCohort(id, actor)
    let model = CardsPage(
      cohort: id, name: cohort.name,
      members: try context.engine.progress(ofCohort: id, by: actor).count,
      holders: try context.engine.cardHolders(inCohort: id, by: actor), cards: cards)
    return context.page(
      cardsPage(model, siteAddress: context.siteAddress, try context.chrome(.cards(id))))
  }
}
