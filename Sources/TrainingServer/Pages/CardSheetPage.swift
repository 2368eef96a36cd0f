import QuizEngine

/// Cards right after they were made: the only time their secrets are shown.
struct CardSheetPage: Sendable {
  let cohort: CohortID
  let cohortName: String
  let cards: [Card]
  /// One card that replaces a lost one.
  var isReplacement = false

  struct Card: Sendable {
    let name: String
    let unitName: String
    /// What to type: the secret in groups.
    let code: String
    let qr: HTML
  }
}

/// The address in `siteAddress` is what pupils type when they cannot scan.
func cardSheetPage(_ model: CardSheetPage, siteAddress: String, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.card)
  let title = model.isReplacement ? say.oneTitle : say.title
  return document(
    Frame(
      title: "\(title) – \(model.cohortName)", width: .paper,
      back: Link(model.cohortName, .cohort(model.cohort))), chrome,
    """
    <h1>\(title) <span class="eyebrow">\(model.cohortName)</span></h1>
    <div class="paper-tools">\(model.isReplacement
      ? banner(.good, .escaped(say.lockedNow)) : nil)\(banner(.warn, .escaped(say.made)))
    <button type="button" class="button primary" data-print hidden>\(Icon.print.svg)\
    \(say.print)</button></div>
    <ul class="cards">\(HTML.joined(model.cards) { cardFace($0, siteAddress) })</ul>
    """)
}

private func cardFace(_ card: CardSheetPage.Card, _ siteAddress: String) -> HTML {
  let say = Said(words: Words.paper, language: .vietnamese)
  return """
    <li class="card-face" lang="vi"><div class="card-qr">\(card.qr)</div>\
    <div class="card-words"><p class="card-kind">\(say.cardName)</p>\
    <p class="card-name">\(card.name)</p><p>\(card.unitName)</p>\
    <p class="card-how">\(say.cardHow) <strong>\(siteAddress)</strong> \(say.cardOr)</p>\
    <p class="card-code">\(card.code)</p><p class="card-keep">\(say.cardKeep)</p></div></li>
    """
}
