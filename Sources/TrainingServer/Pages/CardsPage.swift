import QuizEngine

/// The sign-in cards of a cohort before any are made, and the page that asks before a whole class
/// gets new ones.
struct CardsPage: Sendable {
  let cohort: CohortID
  let name: String
  let standing: CardStanding
  /// Asks whether all cards are to be replaced.
  var asksRenewal = false
  /// The number of cards to be locked has changed since it was shown.
  var hasChanged = false
}

func cardsPage(_ model: CardsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.card)
  if model.asksRenewal { return renewalPage(model, chrome) }
  return document(
    Frame(title: "\(say.title) – \(model.name)", back: Link(model.name, .cohort(model.cohort))),
    chrome,
    """
    <h1>\(say.title) <span class="eyebrow">\(model.name)</span></h1>
    \(cardMaker(model, chrome))
    """)
}

private func cardMaker(_ model: CardsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.card)
  let standing = model.standing
  guard standing.pupils > 0 else {
    return emptyState(
      .card, say.noMembers, say.noMembersText,
      Link(chrome.say(Words.staff).importPeople, .importPeople))
  }
  let missing: HTML =
    standing.missing == 0
    ? banner(.info, .escaped(say.nobodyMissing))
    : form(
      .cards(model.cohort), chrome, kind: "form once",
      """
      \(submitButton(say.makeMissing(standing.missing), icon: .card))
      \(standing.holders > 0 ? "<p class=\"hint\">\(say.missingKeepsOthers)</p>" : nil)
      """)
  return """
    <p class="lead">\(say.text)</p>
    <p>\(say.standing(standing.pupils, having: standing.holders))</p>
    \(missing)
    \(standing.holders > 0
      ? """
      <p>\(buttonLink(
        Link(say.renewal(standing.holders), .cardRenewal(model.cohort)), kind: "quiet"))</p>
      <p class="hint">\(say.renewText)</p>
      """ : nil)
    """
}

/// Final: says what cannot come back, and the button names act and count.
private func renewalPage(_ model: CardsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.card)
  let standing = model.standing
  return document(
    Frame(title: say.renewTitle(model.name), back: Link(say.title, .cards(model.cohort))), chrome,
    """
    <h1>\(say.renewTitle(model.name))</h1>
    \(model.hasChanged ? banner(.warn, .escaped(say.countChanged), live: true) : nil)
    <p class="lead">\(say.renewMeans(standing.pupils, locking: standing.holders))</p>
    <p>\(say.renewText)</p>
    \(standing.running > 0
      ? banner(.warn, "<strong>\(say.running(standing.running))</strong><p>\(say.attemptsStay)</p>")
      : nil)
    \(form(
      .cardRenewal(model.cohort), chrome, kind: "form once",
      """
      <input type="hidden" name="locking" value="\(standing.holders)">
      \(submitButton(
        say.renew(standing.pupils, locking: standing.holders), kind: "danger", icon: .card))
      """))
    <p>\(buttonLink(Link(say.back, .cards(model.cohort)), kind: "quiet"))</p>
    """)
}
