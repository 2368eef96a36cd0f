import QuizEngine

/// The first page for somebody not signed in.
func welcomePage(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  return document(
    Frame(title: say.welcomeTitle, width: .wide), chrome,
    """
    <div class="hero"><div class="hero-words"><h1>\(say.welcomeTitle)</h1>
    <p class="lead">\(say.welcomeText)</p></div>
    <div class="hero-door">\(door(chrome))</div></div>
    <ul class="promises">
    \(promise(.book, say.learnTitle, say.learnText))
    \(promise(.trophy, say.contestTitle, say.contestText))
    \(promise(.lock, say.safeTitle, say.safeText))
    </ul>
    """)
}

private func door(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return """
    <h2>\(Icon.card.svg)\(say.withCard)</h2>
    \(form(
      .signIn, chrome,
      """
      \(inputField(Field(id: "card", label: say.cardField, hint: say.cardHint), [], chrome))
      \(submitButton(say.cardButton))
      """))
    <p class="door-other"><a href="\(Route.signIn)">\(say.withPassword)</a></p>
    """
}

private func promise(_ icon: Icon, _ title: String, _ text: String) -> HTML {
  "<li>\(icon.svg)<h2>\(title)</h2><p>\(text)</p></li>"
}
