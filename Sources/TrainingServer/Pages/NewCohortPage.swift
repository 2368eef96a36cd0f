import QuizEngine

/// The form that makes a cohort; keeps what was typed when something is wrong.
struct NewCohortPage: Sendable {
  var name = ""
  var due = ""
  let units: [SelectOption]
  let courses: [SelectOption]
  /// Who of the unit is in from the start.
  let people: [SelectOption]
  var errors: [FieldError] = []
}

func newCohortPage(_ model: NewCohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(
      title: say.newClassTitle, back: Link(say.manageTitle, .manage),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.newClassTitle)</h1>
    \(errorSummary(model.errors, chrome))
    \(form(
      .manageCohorts, chrome,
      """
      \(inputField(
        Field(
          id: "name", label: say.name, hint: say.classNameHint, value: model.name,
          maximumLength: 80), model.errors, chrome))
      \(selectField(
        "unit", say.unit, hint: say.unitHint, options: model.units, model.errors, chrome))
      \(selectField(
        "people", say.intake, hint: say.intakeHint, options: model.people, model.errors, chrome,
        isRequired: false, mayWait: true))
      \(selectField(
        "course", say.course,
        options: [SelectOption(value: "", text: say.noCourse)] + model.courses, model.errors,
        chrome, isRequired: false))
      \(inputField(
        Field(
          id: "dueAt", label: say.due, hint: say.dueHint, value: model.due, type: .moment,
          isRequired: false), model.errors, chrome))
      \(submitButton(say.createClass))
      """))
    """)
}
