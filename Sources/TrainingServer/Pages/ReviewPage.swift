import QuizEngine

/// What is unanswered and flagged, before the one press that ends the attempt.
struct ReviewPage: Sendable {
  let attempt: AttemptID
  let title: LocalizedText
  let deadline: Instant
  let itemCount: Int
  /// Slots without an answer, ascending.
  let unanswered: [Int]
  /// Nil when the sheet asks for no prediction.
  var isPredicted: Bool?

  fileprivate var total: Int { itemCount + (isPredicted == nil ? 0 : 1) }
  fileprivate var missing: Int { unanswered.count + (isPredicted == false ? 1 : 0) }
}

func reviewPage(_ model: ReviewPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  return document(
    Frame(
      title: say.reviewTitle, width: .exam,
      back: Link(say.backToExam, .attempt(model.attempt)), scripts: [Assets.exam],
      bar: reviewBar(model, chrome)), chrome,
    """
    <div class="review" id="review" data-attempt="\(model.attempt.text)" \
    data-deadline="\(model.deadline.iso8601)" data-now="\(chrome.now.iso8601)" \
    data-state="\(Route.attemptState(model.attempt))" data-receipt="\(Route.receipt(model.attempt))" \
    data-elsewhere="?done=handed-in-elsewhere" \
    data-exam="\(Route.attempt(model.attempt))" \
    data-sign-in="\(Route.signIn(next: .review(model.attempt)))">
    <h1>\(say.reviewTitle)</h1>
    <div class="notices" id="notices" role="status"></div>
    \(missingPart(model, chrome))
    <section id="flagged" hidden><h2>\(say.flaggedTitle)</h2><ol class="palette" id="flagged-list">\
    </ol></section>
    \(form(
      .submission(model.attempt), chrome, kind: "form once submit-form",
      """
      <p class="note">\(Icon.info.svg)<span>\(say.finalNote)</span></p>
      <button class="button primary large" id="submit-button">\(say.submitNow)</button>
      <a class="button quiet large" href="\(Route.attempt(model.attempt))">\(say.backToExam)</a>
      """))
    </div>
    \(reviewWords(chrome))
    """)
}

private func missingPart(_ model: ReviewPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  guard model.missing > 0 else { return banner(.good, .escaped(say.allAnswered)) }
  return """
    \(banner(.warn, .escaped(say.unanswered(model.missing))))
    <h2>\(say.unansweredTitle)</h2>
    <ol class="palette">\(HTML.joined(model.unanswered) { slot in
      """
      <li><a class="cell" href="\(Route.attempt(model.attempt, .item(slot)))">\(slot)</a></li>
      """
    })\(model.isPredicted == false
      ? """
      <li class="wide"><a class="cell" href="\(Route.attempt(model.attempt, .prediction))">\
      \(say.prediction)</a></li>
      """
      : nil)</ol>
    """
}

private func reviewBar(_ model: ReviewPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  return """
    <header class="bar"><div class="bar-in">
    <p class="clock" id="clock">\(Icon.clock.svg)<span class="clock-words">\
    <span class="clock-label" id="clock-label">\(say.timeEnds)</span> \
    <strong id="clock-value" role="timer" aria-live="off">\
    \(chrome.language.timeWithSeconds(model.deadline))</strong></span></p>
    <p class="saved needs-script" id="saved" role="status" hidden>\
    <span class="saved-sign" aria-hidden="true"></span><span id="saved-words"></span></p>
    <p class="answered">\(say.answered(model.total - model.missing, of: model.total))</p>
    <p class="aloud" id="clock-aloud" role="alert"></p>
    </div></header>
    """
}

private func reviewWords(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  let words: [(String, String)] = [
    ("timeLeft", say.timeLeft), ("saving", say.saving), ("saved", say.saved),
    ("waiting", say.waiting), ("busy", say.busy), ("restored", say.restored),
    ("newer", say.newer), ("signedOut", say.signedOut), ("signInAgain", say.signInAgain),
    ("notTaken", say.notTaken), ("ended", say.ended), ("fiveLeft", say.fiveLeft),
    ("oneLeft", say.oneLeft), ("timeUp", say.timeUp), ("offlineSubmit", say.offlineSubmit),
    ("allSaved", say.allSaved), ("sendingFirst", say.sendingFirst), ("submitting", say.submitting),
    ("prediction", say.prediction),
  ]
  return scriptWords(words + endingWords(chrome))
}
