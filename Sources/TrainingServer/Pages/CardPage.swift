import QuizEngine

/// Where a card's QR code leads: one button, and nothing about the holder.
struct CardPage: Sendable {
  /// The secret from the address, sent on by the button.
  let card: String
}

func cardPage(_ model: CardPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return document(
    Frame(title: say.cardTitle), chrome,
    """
    <div class="enter">
    <h1>\(say.cardTitle)</h1>
    <p class="lead">\(say.cardReady)</p>
    \(chrome.viewer.map { banner(.warn, .escaped(say.otherPerson($0.name))) })
    \(form(
      .signIn, chrome,
      """
      <input type="hidden" name="card" value="\(model.card)">
      <button class="button primary large">\(say.enter)\(Icon.right.svg)</button>
      """))
    <p class="note">\(Icon.lock.svg)<span>\(say.cardSecret)</span></p>
    <p class="note">\(Icon.info.svg)<span>\(say.sharedDevice)</span></p>
    </div>
    """)
}
