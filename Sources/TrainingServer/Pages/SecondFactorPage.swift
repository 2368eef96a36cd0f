import QuizEngine

/// Turning one's own second factor on and off.
struct SecondFactorPage: Sendable {
  let state: State
  var errors: [FieldError] = []

  enum State: Sendable {
    case off
    case proposed(Enrolment)
    case on(since: Instant, recoveryCodes: Int)
  }

  /// What an authenticator app needs to make codes.
  struct Enrolment: Sendable {
    let qr: HTML
    /// The secret in groups of four letters.
    let letters: String
  }
}

func secondFactorPage(_ model: SecondFactorPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return document(
    Frame(
      title: say.title, back: Link(chrome.say(Words.account).meTitle, .me),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.title)</h1>
    \(errorSummary(model.errors, chrome))
    \(content(model, chrome))
    """)
}

private func content(_ model: SecondFactorPage, _ chrome: Chrome) -> HTML {
  switch model.state {
  case .off: whenOff(model.errors, chrome)
  case .proposed(let enrolment): whenProposed(enrolment, model.errors, chrome)
  case .on(let since, let codes): whenOn(since, codes, model.errors, chrome)
  }
}

private func whenOff(_ errors: [FieldError], _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return """
    <p class="lead">\(say.what)</p>
    <p>\(say.needs)</p>
    <h2>\(say.turnOn)</h2>
    \(form(
      .secondFactor, chrome, "\(presentPassword(errors, chrome))\(submitButton(say.begin))"))
    """
}

private func whenProposed(
  _ enrolment: SecondFactorPage.Enrolment, _ errors: [FieldError], _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return """
    <h2>\(say.scan)</h2>
    <div class="enrolment">\(enrolment.qr)
    <div><p>\(say.orType)</p><p><code class="secret">\(enrolment.letters)</code></p></div></div>
    <h2>\(say.thenType)</h2>
    \(form(
      .secondFactorConfirmation, chrome,
      "\(codeField(errors, chrome, takesRecoveryCodes: false))\(submitButton(say.confirm))"))
    """
}

private func whenOn(
  _ since: Instant, _ codes: Int, _ errors: [FieldError], _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.secondFactor)
  return """
    \(banner(.good, .escaped(say.isOn)))
    \(facts([(say.since, chrome.moment(since)), (say.codesLeft, .escaped(String(codes)))]))
    <h2>\(say.change)</h2>
    <p class="hint">\(say.changeHint)</p>
    \(form(
      .recoveryCodes, chrome,
      """
      \(presentPassword(errors, chrome))
      \(codeField(errors, chrome))
      <div class="actions">\(submitButton(say.newCodes))\
      <button class="button danger" formaction="\(Route.secondFactorEnd)">\(say.turnOff)</button></div>
      """))
    """
}

private func presentPassword(_ errors: [FieldError], _ chrome: Chrome) -> HTML {
  inputField(
    Field(
      id: "password", label: chrome.say(Words.account).oldPassword, type: .password,
      autocomplete: "current-password"), errors, chrome)
}
