import QuizEngine

/// The second of two taps to a new card for one person.
struct NewCardPage: Sendable {
  let cohort: CohortID
  let cohortName: String
  let person: PersonID
  let name: String
  let givenName: String
  let unitName: String
  /// In the middle of an attempt.
  let isRunning: Bool
}

func newCardPage(_ model: NewCardPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.card)
  return document(
    Frame(
      title: "\(say.oneTitle) – \(model.name)",
      back: Link(model.cohortName, .cohort(model.cohort))), chrome,
    """
    <h1>\(say.oneTitle) <span class="eyebrow">\(model.name) · \(model.unitName)</span></h1>
    <p class="lead">\(say.oneMeans(model.name))</p>
    \(model.isRunning ? banner(.warn, .escaped(say.runningOne(model.name))) : nil)
    \(form(
      .card(of: model.person, in: model.cohort), chrome, kind: "form once",
      submitButton(say.give(model.givenName), icon: .card)))
    """)
}
