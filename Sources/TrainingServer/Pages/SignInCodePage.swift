import QuizEngine

/// The second step of signing in: a code of the authenticator app.
struct SignInCodePage: Sendable {
  /// Proof of the first step, for five minutes.
  let ticket: String
  /// Where to go after signing in.
  var next: String?
  var errors: [FieldError] = []
}

func signInCodePage(_ model: SignInCodePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return document(
    Frame(title: say.codeTitle, hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.codeTitle)</h1>
    <p class="lead">\(say.codeLead)</p>
    \(errorSummary(model.errors, chrome))
    \(form(
      .signInCode, chrome,
      """
      <input type="hidden" name="ticket" value="\(model.ticket)">
      \(nextField(model.next))
      \(codeField(model.errors, chrome))
      \(submitButton(say.codeButton))
      """))
    <p class="note">\(Icon.info.svg)<span>\(say.lostBoth)</span></p>
    <p><a href="\(Route.signIn)">\(say.startAgain)</a></p>
    """)
}

/// Where the digits of the app, or mostly also a recovery code, are typed.
func codeField(
  _ errors: [FieldError], _ chrome: Chrome, takesRecoveryCodes: Bool = true
) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return inputField(
    Field(
      id: "code", label: say.codeField, hint: takesRecoveryCodes ? say.codeHint : say.digits,
      autocomplete: "one-time-code",
      maximumLength: 60), errors, chrome)
}
