import QuizEngine

/// One lesson with its text and its checkpoint.
struct LessonPage: Sendable {
  let course: String
  let courseTitle: LocalizedText
  let slug: String
  let title: LocalizedText
  /// Place in the course, from 1.
  let index: Int
  let count: Int
  let minutes: Int
  /// Rendered Markdown, sections from `h2`.
  let text: HTML
  let laws: [LawCitation]
  var questions: [CheckpointQuestion] = []
  /// Right answers that pass the checkpoint.
  var passMark = 0
  /// What all tries came to; nil before the first, and where it is not asked for.
  var standing: Standing?
  /// When it was completed, as the page shows it.
  var completedAt: HTML?
  var previous: Neighbour?
  var next: Neighbour?

  /// Questions of the whole checkpoint, also where only some are asked.
  fileprivate var asked: Int { standing?.asked ?? questions.count }

  struct Standing: Sendable {
    let right: Int
    let asked: Int
    let isPassed: Bool
    /// Questions that come again.
    let open: Int
  }

  struct Neighbour: Sendable {
    let slug: String
    let title: LocalizedText
  }
}

/// A question of the checkpoint, with its outcome once answered.
struct CheckpointQuestion: Sendable {
  /// From 1; the field is `q-{number}`.
  let number: Int
  let kind: QuestionKind
  let prompt: HTML
  /// Lists, tables and quotes behind the words of the prompt.
  var promptRest: HTML?
  let options: [OptionView]
  var chosen: [OptionLetter] = []
  /// Whether the answers were sent without one for this question.
  var isMissing = false
  /// Set after all answers were sent.
  var review: AnswerReview?

  /// The question's place in the page, for the links of the summary.
  fileprivate var id: String { "q-\(number)" }
}

func lessonPage(_ model: LessonPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  return document(
    Frame(
      title: chrome[model.title], back: Link(chrome[model.courseTitle], .course(model.course)),
      hasErrors: model.questions.contains(where: \.isMissing)), chrome,
    """
    <article class="lesson">
    \(progressBar(
      model.index, of: model.count,
      label: "\(say.lessonOf(model.index, model.count)) · \(say.minutes(model.minutes))"))
    <h1>\(chrome[model.title])</h1>
    <div class="prose">\(model.text)</div>
    \(model.laws.isEmpty
      ? nil
      : """
      <section class="law-list"><h2>\(say.lawsOfLesson)</h2>
      <ul>\(HTML.joined(model.laws) { law in
        #"<li><a class="law" href="\#(Route.law(law.id))">\#(law.source)</a></li>"#
      })</ul></section>
      """)
    </article>
    \(checkpoint(model, chrome))
    \(lessonEnd(model, chrome))
    """)
}

private func checkpoint(_ model: LessonPage, _ chrome: Chrome) -> HTML? {
  guard !model.questions.isEmpty else { return nil }
  let say = chrome.say(Words.learning)
  let title = chrome.speaksToPupil ? say.checkpoint : say.checkpointStaff
  let isAnswered = model.questions.contains { $0.review != nil }
  guard !isAnswered else { return reviewedCheckpoint(model, title, chrome) }
  let errors = missingAnswers(model, chrome)
  return """
    <section class="checkpoint"\(errors.isEmpty ? #" id="checkpoint""# : nil)><h2>\(title)</h2>
    \(errorSummary(errors, chrome, place: title, kept: say.choicesKept, id: "checkpoint"))
    <p class="hint">\(say.checkpointText)\
    \(model.passMark > 0 ? " \(say.passesFrom(model.passMark, model.asked))" : nil)</p>
    \(openStanding(model, chrome))
    \(practiceNote(model, chrome, say.practiceBefore))
    \(form(
      .checkpoint(model.course, model.slug), chrome, anchor: "checkpoint",
      """
      \(HTML.joined(model.questions) { openQuestion($0, chrome) })
      \(submitButton(say.checkAnswers))
      """))
    </section>
    """
}

private func missingAnswers(_ model: LessonPage, _ chrome: Chrome) -> [FieldError] {
  model.questions.filter(\.isMissing).map { question in
    FieldError(field: question.id, message: Words.learning.missing(question.number))
  }
}

/// What a reader without an account should know: nothing is kept, and how to have it kept.
private func practiceNote(_ model: LessonPage, _ chrome: Chrome, _ text: String) -> HTML? {
  guard chrome.viewer == nil else { return nil }
  let say = chrome.say(Words.learning)
  let address = Route.signIn(next: .lesson(model.course, model.slug))
  return banner(.info, #"\#(text) <a href="\#(address)">\#(say.signInToKeep)</a>"#)
}

/// Above the questions that come again.
private func openStanding(_ model: LessonPage, _ chrome: Chrome) -> HTML? {
  guard let standing = model.standing, !standing.isPassed else { return nil }
  let say = chrome.say(Words.learning)
  return banner(
    .warn, "<strong>\(standingLine(standing, model, chrome))</strong><p>\(say.onlyWrong)</p>")
}

private func standingLine(
  _ standing: LessonPage.Standing, _ model: LessonPage, _ chrome: Chrome
) -> String {
  chrome.say(Words.learning).standing(
    standing.right, standing.asked, isPassed: standing.isPassed, needing: model.passMark)
}

/// What the tries came to, and the way to the questions that come again.
private func standingAfterTry(_ model: LessonPage, _ chrome: Chrome) -> HTML? {
  guard let standing = model.standing else { return nil }
  let say = chrome.say(Words.learning)
  let line = standingLine(standing, model, chrome)
  guard !standing.isPassed else { return banner(.good, "<strong>\(line)</strong>") }
  return banner(.warn, "<strong>\(line)</strong><p>\(say.askedAgain)</p>")
}

private func wayOn(_ model: LessonPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  let again = "\(Route.lesson(model.course, model.slug).path)#checkpoint"
  guard let standing = model.standing, !standing.isPassed else {
    return #"<p><a class="button quiet" href="\#(again)">\#(say.tryAgain)</a></p>"#
  }
  return #"""
    <p><a class="button primary" href="\#(again)">\#(say.askWrongAgain(standing.open))</a></p>
    """#
}

private func openQuestion(_ question: CheckpointQuestion, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  let id = question.id
  let message = question.isMissing ? chrome[Words.learning.missing(question.number)] : nil
  let described = [
    message.map { _ in "\(id)-error" }, question.promptRest.map { _ in "\(id)-rest" },
  ]
  .compactMap(\.self)
  let wrong: HTML = message == nil ? .empty : #" aria-invalid="true""#
  let about: HTML =
    described.isEmpty ? .empty : #" aria-describedby="\#(described.joined(separator: " "))""#
  return """
    <fieldset class="question\(message == nil ? nil : " wrong")" id="\(id)" tabindex="-1"\
    \(about)\(wrong)><legend>\
    <span class="eyebrow">\(say.question(question.number))</span>\
    <span class="prompt">\(question.prompt)</span></legend>
    \(promptRest(question.promptRest, id: id))\
    <p class="hint">\(question.kind == .single ? say.chooseOne : say.chooseSeveral)</p>
    \(message.map { errorLine(question.id, $0) })
    \(optionCards(
      id: id, name: id, kind: question.kind, options: question.options,
      chosen: question.chosen))
    </fieldset>
    """
}

private func reviewedCheckpoint(_ model: LessonPage, _ title: String, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  let right = model.questions.count { $0.review?.isCorrect == true }
  return """
    <section class="checkpoint" id="checkpoint"><h2>\(title)</h2>
    <p class="score-line" role="status">\(say.checkpointScore(right, model.questions.count))</p>
    \(practiceNote(model, chrome, say.practiceAfter))
    \(standingAfterTry(model, chrome))
    \(HTML.joined(model.questions) { question in
      """
      <section class="question"><h3><span class="eyebrow">\(say.question(question.number))</span> \
      <span class="prompt">\(question.prompt)</span></h3>
      \(promptRest(question.promptRest, id: "q-\(question.number)"))\
      \(question.review.map { reviewedOptions(question.options, $0, chrome) })
      \(question.review.map { reviewNote($0, chrome) })
      </section>
      """
    })
    \(wayOn(model, chrome))
    </section>
    """
}

private func lessonEnd(_ model: LessonPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.learning)
  let done = chrome.speaksToPupil ? say.completed : say.completedStaff
  return """
    \(model.completedAt.map { banner(.good, "<strong>\(done)</strong> – \($0)") })
    <nav class="turn" aria-label="\(chrome[model.courseTitle])">
    \(model.previous.map { turn($0, model, say.previousLesson, "previous", .left, chrome) })
    \(model.next.map { turn($0, model, say.nextLesson, "next-page", .right, chrome) }
      ?? buttonLink(Link(say.backToCourse, .course(model.course)), kind: "quiet"))
    </nav>
    """
}

private func turn(
  _ neighbour: LessonPage.Neighbour, _ model: LessonPage, _ label: String, _ kind: String,
  _ icon: Icon, _ chrome: Chrome
) -> HTML {
  """
  <a class="turn-link \(kind)" href="\(Route.lesson(model.course, neighbour.slug))">\(icon.svg)\
  <span><span class="eyebrow">\(label)</span> \(chrome[neighbour.title])</span></a>
  """
}
