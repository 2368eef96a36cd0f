import QuizEngine

/// Changing one's own password.
struct PasswordPage: Sendable {
  var errors: [FieldError] = []

  static let oldIsWrong = both(
    "Mật khẩu hiện tại không đúng.", "The present password is not right.")
}

func passwordPage(_ model: PasswordPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.account)
  return document(
    Frame(
      title: say.passwordTitle, back: Link(say.meTitle, .me),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.passwordTitle)</h1>
    \(errorSummary(model.errors, chrome))
    \(form(
      .password, chrome,
      """
      \(inputField(
        Field(
          id: "old", label: say.oldPassword, type: .password, autocomplete: "current-password"),
        model.errors, chrome))
      \(inputField(
        Field(
          id: "password", label: say.newPassword, hint: say.passwordHint, type: .password,
          autocomplete: "new-password"), model.errors, chrome))
      \(submitButton(say.passwordTitle))
      """))
    """)
}
