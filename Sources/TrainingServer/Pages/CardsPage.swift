import QuizEngine

/// The sign-in cards of a cohort; the secrets are shown once, right after they were made.
struct CardsPage: Sendable {
  let cohort: CohortID
  let name: String
  let members: Int
  /// People of the cohort who hold a working card.
  let holders: Int
  /// Nil before the cards are made.
  var cards: [Card]?

  struct Card: Sendable {
    let name: String
    let unitName: String
    /// What to type: the secret in groups.
    let code: String
    let qr: HTML
  }
}

/// The address in `siteAddress` is what pupils type when they cannot scan.
func cardsPage(_ model: CardsPage, siteAddress: String, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(
      title: "\(say.cardsTitle) – \(model.name)", width: model.cards == nil ? .reading : .paper,
      back: Link(model.name, .cohort(model.cohort))), chrome,
    """
    <h1>\(say.cardsTitle) <span class="eyebrow">\(model.name)</span></h1>
    \(model.cards.map { cardSheet($0, siteAddress, chrome) } ?? cardMaker(model, chrome))
    """)
}

private func cardMaker(_ model: CardsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  guard model.members > 0 else {
    return emptyState(
      .card, say.noMembers, say.noMembersText, Link(say.importPeople, .importPeople))
  }
  return """
    <p class="lead">\(say.cardsText)</p>
    <p>\(say.cardsFor(model.members, having: model.holders))</p>
    \(model.holders > 0 ? banner(.warn, .escaped(say.cardsReplace)) : nil)
    \(form(.cards(model.cohort), chrome, kind: "form once", submitButton(say.makeCards, icon: .card)))
    """
}

private func cardSheet(
  _ cards: [CardsPage.Card], _ siteAddress: String, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.staff)
  return """
    <div class="paper-tools">\(banner(.warn, .escaped(say.cardsMade)))
    <button type="button" class="button primary" data-print hidden>\(Icon.print.svg)\
    \(say.printCards)</button></div>
    <ul class="cards">\(HTML.joined(cards) { cardFace($0, siteAddress) })</ul>
    """
}

private func cardFace(_ card: CardsPage.Card, _ siteAddress: String) -> HTML {
  let say = Said(words: Words.paper, language: .vietnamese)
  return """
    <li class="card-face" lang="vi"><div class="card-qr">\(card.qr)</div>\
    <div class="card-words"><p class="card-kind">\(say.cardName)</p>\
    <p class="card-name">\(card.name)</p><p>\(card.unitName)</p>\
    <p class="card-how">\(say.cardHow) <strong>\(siteAddress)</strong> \(say.cardOr)</p>\
    <p class="card-code">\(card.code)</p><p class="card-keep">\(say.cardKeep)</p></div></li>
    """
}
