import QuizEngine

/// The contest screen: everything of one running attempt, and no key to it.
struct ExamPage: Sendable {
  let attempt: AttemptID
  let title: LocalizedText
  let deadline: Instant
  let items: [ItemView]
  /// Saved answers by slot.
  let answers: [Int: AnswerView]
  var prediction: PredictionView?
  let view: ExamView
  /// A form that was sent without script and could not be saved.
  var unsaved: Unsaved?

  /// What was chosen or typed, which the form holds again, and why it is not saved.
  struct Unsaved: Sendable {
    let view: ExamView
    let letters: [OptionLetter]
    var number: String?
    let reason: LocalizedText
  }

  /// One dealt question as the pupil sees it.
  struct ItemView: Sendable {
    /// From 1.
    let slot: Int
    let kind: QuestionKind
    let prompt: HTML
    /// Lists, tables and quotes behind the words of the prompt.
    var promptRest: HTML?
    let options: [OptionView]
  }

  /// What the server has for one slot.
  struct AnswerView: Sendable {
    let revision: Int
    /// Empty when the choice was taken back.
    let letters: [OptionLetter]
    let savedAt: Instant
  }

  struct PredictionView: Sendable {
    let question: LocalizedText
    let minimum: Int
    let maximum: Int
    var revision = 0
    var value: Int?
    var savedAt: Instant?
  }

  /// What the form of an item holds: what could not be saved, else what is.
  func letters(_ slot: Int) -> [OptionLetter] {
    if let unsaved, unsaved.view == .item(slot) { return unsaved.letters }
    return answers[slot]?.letters ?? []
  }

  var answeredCount: Int {
    answers.values.count { !$0.letters.isEmpty } + (prediction?.value == nil ? 0 : 1)
  }

  var itemCount: Int { items.count + (prediction == nil ? 0 : 1) }

  var lastSave: Instant? {
    (answers.values.map(\.savedAt) + [prediction?.savedAt].compactMap(\.self)).max()
  }

  /// Whether the part of the page stands open; the rest waits hidden for the script.
  func shows(_ view: ExamView) -> Bool { self.view == .all || self.view == view }

  /// The slot after `slot`, or what follows the last.
  func view(after slot: Int) -> ExamView? {
    if slot < items.count { return .item(slot + 1) }
    return prediction == nil ? nil : .prediction
  }
}

extension ExamPage.Unsaved {
  fileprivate var error: FieldError {
    switch view {
    case .item(let slot): FieldError(field: "item-\(slot)", message: reason)
    case .prediction, .all: FieldError(field: "prediction", message: reason)
    }
  }
}

/// All questions are in the page, so that the script can turn pages without a network.
func examPage(_ model: ExamPage, _ chrome: Chrome) -> HTML {
  document(
    Frame(
      title: chrome[model.title], width: .exam, scripts: [Assets.exam],
      bar: examBar(model, chrome), hasErrors: model.unsaved != nil), chrome,
    """
    <svg width="0" height="0" hidden>\(Icon.left.symbol("i-left"))\(Icon.right.symbol("i-right"))\
    \(Icon.cross.symbol("i-cross"))\(Icon.flag.symbol("i-flag"))</svg>
    <h1 class="exam-title">\(chrome[model.title])</h1>
    \(errorSummary([model.unsaved?.error].compactMap(\.self), chrome))
    <noscript>\(banner(.info, .escaped(chrome.say(Words.exam).noScript)))</noscript>
    <div class="notices" id="notices" role="status"></div>
    <div id="exam" data-attempt="\(model.attempt.text)" data-deadline="\(model.deadline.iso8601)" \
    data-now="\(chrome.now.iso8601)" data-state="\(Route.attemptState(model.attempt))" \
    data-receipt="\(Route.receipt(model.attempt))" \
    data-elsewhere="?done=handed-in-elsewhere" data-review="\(Route.review(model.attempt))" \
    data-sign-in="\(Route.signIn(next: .attempt(model.attempt)))" \
    data-mode="\(model.view == .all ? "all" : "one")">
    <div class="exam-items">
    \(HTML.joined(model.items) { examItem($0, model, chrome) })
    \(model.prediction.map { predictionItem($0, model, chrome) })
    </div>
    \(palette(model, chrome))
    </div>
    \(examWords(chrome))
    """)
}

private func examBar(_ model: ExamPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  return """
    <header class="bar"><div class="bar-in">
    <p class="clock" id="clock">\(Icon.clock.svg)<span class="clock-words">\
    <span class="clock-label" id="clock-label">\(say.timeEnds)</span> \
    <strong id="clock-value" role="timer" aria-live="off">\
    \(chrome.language.timeWithSeconds(model.deadline))</strong></span></p>
    <p class="saved\(model.lastSave == nil ? nil : " is-saved")" id="saved" role="status"><span class="saved-sign" aria-hidden="true"></span>\
    <span id="saved-words">\(model.lastSave.map { say.saved(at: $0) } ?? say.idle)</span></p>
    <p class="answered" id="answered" data-form="\(chrome.either(
      "Đã trả lời {done}/{count}", "Answered {done}/{count}"))">\
    \(say.answered(model.answeredCount, of: model.itemCount))</p>
    <a class="button primary" id="to-review" href="\(Route.review(model.attempt))">\(say.submit)</a>
    <p class="aloud" id="clock-aloud" role="alert"></p>
    </div></header>
    """
}

/// Sentences for the script, as text.
private func examWords(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.exam)
  let words: [(String, String)] = [
    ("timeLeft", say.timeLeft), ("saving", say.saving), ("saved", say.saved),
    ("waiting", say.waiting), ("busy", say.busy), ("restored", say.restored),
    ("newer", say.newer), ("newerMany", say.newerMany), ("signedOut", say.signedOut),
    ("signInAgain", say.signInAgain),
    ("notTaken", say.notTaken), ("ended", say.ended), ("fiveLeft", say.fiveLeft),
    ("oneLeft", say.oneLeft), ("timeUp", say.timeUp), ("offlineSubmit", say.offlineSubmit),
    ("sendingFirst", say.sendingFirst), ("badNumber", say.badNumber),
    ("submitting", say.submitting), ("receiptUnsent", say.receiptUnsent),
    ("answered", say.answered),
    ("open", say.open), ("flagged", say.flagged), ("allOnOnePage", say.allOnOnePage),
    ("oneByOne", say.oneByOne),
  ]
  return scriptWords(words + endingWords(chrome))
}

/// What the pages of a running attempt say when it ends, or when they are a copy.
func endingWords(_ chrome: Chrome) -> [(String, String)] {
  let say = chrome.say(Words.exam)
  return [
    ("endedOffline", say.endedOffline), ("endedOfflineAllSaved", say.endedOfflineAllSaved),
    ("endedElsewhere", say.endedElsewhere), ("unsentLeft", say.unsentLeft), ("copy", say.copy),
  ]
}

/// A hidden list from which a script takes its sentences.
func scriptWords(_ words: [(String, String)]) -> HTML {
  """
  <ul id="words" hidden>\(HTML.joined(words) { name, text in
    #"<li data-word="\#(name)">\#(text)</li>"#
  })</ul>
  """
}
