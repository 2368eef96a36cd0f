import QuizEngine

/// The form that asks for a certificate's code.
struct VerifyForm: Sendable {
  var code = ""
  var errors: [FieldError] = []
}

func verifyFormPage(_ model: VerifyForm, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  return document(
    Frame(title: say.verifyTitle, hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.verifyTitle)</h1>
    <p class="lead">\(say.verifyText)</p>
    \(errorSummary(model.errors, chrome))
    <form class="form" method="get" action="\(Route.verify)">
    \(inputField(
      Field(
        id: "code", label: say.verifyField, hint: say.verifyHint, value: model.code,
        maximumLength: 40),
      model.errors, chrome))
    \(submitButton(say.verifyButton))
    </form>
    """)
}

/// What the public may know of one certificate.
struct VerifyPage: Sendable {
  let code: String
  let finding: Finding

  enum Finding: Sendable {
    case unknown
    case found(PublicCertificate)
  }
}

/// A certificate without anything but what stands on it.
struct PublicCertificate: Sendable {
  /// As the holder consented: the full name or initials.
  let holder: String
  let unitName: String
  let award: LocalizedText
  let periods: Int
  let issuedAt: Instant
  let number: String
  let registerEntry: String
  var withdrawal: Withdrawal?

  /// When it was taken back, and the reason that was written for everybody.
  struct Withdrawal: Sendable {
    let at: Instant
    let reason: String
  }
}

func verifyPage(_ model: VerifyPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  return document(
    Frame(title: say.verifyTitle, back: Link(say.checkAnother, .verify)), chrome,
    """
    <h1>\(say.verifyTitle)</h1>
    \(finding(model.finding, chrome))
    <p class="hint">\(say.verifyField): <code>\(model.code)</code> · \
    \(say.checkedAt) \(chrome.exactMoment(chrome.now))</p>
    """)
}

private func finding(_ finding: VerifyPage.Finding, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.open)
  switch finding {
  case .unknown:
    return banner(.bad, "<strong>\(say.unknown)</strong><p>\(say.unknownText)</p>")
  case .found(let paper):
    let state =
      paper.withdrawal.map { withdrawal in
        let why: HTML? =
          withdrawal.reason.isEmpty ? nil : " \(say.withdrawnWhy): \(withdrawal.reason)"
        return banner(
          .bad,
          """
          <strong>\(say.withdrawn)</strong>\
          <p>\(say.withdrawnOn): \(chrome.day(withdrawal.at)).\(why)</p>
          """)
      } ?? banner(.good, "<strong>\(say.valid)</strong><p>\(say.validText)</p>")
    return state
      + facts([
        (say.holder, .escaped(paper.holder)),
        (chrome.say(Words.account).unit, .escaped(paper.unitName)),
        (say.award, .escaped(chrome[paper.award])), (say.periods, "\(paper.periods)"),
        (say.issuedOn, chrome.day(paper.issuedAt)), (say.serial, .escaped(paper.number)),
        (say.register, .escaped(paper.registerEntry)),
      ])
  }
}
