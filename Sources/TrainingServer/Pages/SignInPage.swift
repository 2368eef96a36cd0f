import QuizEngine

/// The two ways in: a card for pupils, a password for staff.
struct SignInPage: Sendable {
  /// Where to go after signing in, as it came in the address.
  var next: String?
  var card = ""
  var username = ""
  var errors: [FieldError] = []
}

func signInPage(_ model: SignInPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return document(
    Frame(title: say.signInTitle, hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.signInTitle)</h1>
    \(errorSummary(model.errors, chrome))
    <div class="ways">
    <section class="way"><h2>\(Icon.card.svg)\(say.withCard)</h2>
    \(cardForm(model, chrome))
    </section>
    <section class="way"><h2>\(Icon.people.svg)\(say.withPassword)</h2>
    \(passwordForm(model, chrome))
    </section>
    </div>
    <p class="note">\(say.lostCard)</p>
    """)
}

private func cardForm(_ model: SignInPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return form(
    .signIn, chrome,
    """
    \(nextField(model.next))
    \(inputField(
      Field(id: "card", label: say.cardField, hint: say.cardHint, value: model.card),
      model.errors, chrome))
    \(submitButton(say.cardButton))
    """)
}

private func passwordForm(_ model: SignInPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return form(
    .signIn, chrome,
    """
    \(nextField(model.next))
    \(inputField(
      Field(
        id: "username", label: say.username, value: model.username, autocomplete: "username"),
      model.errors, chrome))
    \(inputField(
      Field(
        id: "password", label: say.password, type: .password, autocomplete: "current-password"),
      model.errors, chrome))
    \(submitButton(say.passwordButton, kind: "quiet"))
    """)
}

/// Where to go on to, carried from form to form.
func nextField(_ next: String?) -> HTML? {
  next.map { #"<input type="hidden" name="next" value="\#($0)">"# }
}
