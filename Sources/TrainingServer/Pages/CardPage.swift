import QuizEngine

/// Where a card's QR code leads: whose card it is, and one button; or why it no longer opens.
struct CardPage: Sendable {
  /// The secret from the address, sent on by the button.
  let card: String
  let state: State

  /// Of the holder only what tells cards apart that lie on one table.
  enum State: Sendable {
    case usable(givenName: String, className: String)
    case replaced(at: Instant)
    case unknown
  }
}

func cardPage(_ model: CardPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  switch model.state {
  case .usable(let name, let className): return usableCard(model.card, name, className, chrome)
  case .replaced(let at):
    return uselessCard(say.replacedTitle, chrome[Refusal.cardReplaced(at: at).text], chrome)
  case .unknown: return uselessCard(say.unknownTitle, say.unknownText, chrome)
  }
}

private func usableCard(
  _ card: String, _ name: String, _ className: String, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.account)
  return document(
    Frame(title: say.cardTitle), chrome,
    """
    <div class="enter">
    <h1>\(say.cardTitle)</h1>
    <p class="lead">\(say.cardOf(name, className))</p>
    \(chrome.viewer.map { banner(.warn, .escaped(say.otherPerson($0.name))) })
    \(form(
      .signIn, chrome,
      """
      <input type="hidden" name="card" value="\(card)">
      <button class="button primary large">\(say.enter)\(Icon.right.svg)</button>
      """))
    <p class="note">\(Icon.lock.svg)<span>\(say.cardSecret)</span></p>
    <p class="note">\(Icon.info.svg)<span>\(say.sharedDevice)</span></p>
    </div>
    """)
}

private func uselessCard(_ title: String, _ text: String, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return document(
    Frame(title: title), chrome,
    """
    <div class="trouble">
    <p class="trouble-sign">\(Icon.info.svg)</p>
    <h1>\(title)</h1>
    <p class="lead">\(text)</p>
    <p class="actions">\(buttonLink(Link(say.signInTitle, .signIn), kind: "quiet"))</p>
    </div>
    """)
}
