import QuizEngine

/// The first page by role: what is due next, large, then the rest.
struct HomePage: Sendable {
  let name: String
  let next: DueItem?
  var later: [DueItem] = []
  var done: [DueItem] = []
}

/// One thing that waits for the person.
struct DueItem: Sendable {
  let kind: Kind
  let title: LocalizedText
  let route: Route
  /// The moment that matters: the deadline, or the opening of what comes.
  var at: Instant?
  /// How much of it is done, and of how much.
  var progress: (done: Int, total: Int)?
  /// The moment is the opening of what the reader looks after.
  var isOpening = false

  enum Kind: Sendable {
    case attemptRunning, contestOpen, contestSoon, resultReady
    case lesson, finalTest, certificate
    case cohort, watch, publish
  }
}

func homePage(_ model: HomePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.home)
  let hour = CalendarTime(chrome.now, offset: vietnamOffset).hour
  return document(
    Frame(title: chrome.say(Words.page).home), chrome,
    """
    <h1>\(say.greeting(givenName(model.name), atHour: hour))</h1>
    \(model.next.map { nextCard($0, chrome) } ?? nothingDue(chrome))
    \(dueList(say.later, model.later, chrome))
    \(dueList(say.done, model.done, chrome))
    """)
}

private func nothingDue(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.home)
  return emptyState(
    .check, chrome.speaksToPupil ? say.allDone : say.allDoneStaff, say.allDoneText,
    Link(say.browse, .courses))
}

private func nextCard(_ item: DueItem, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.home)
  return """
    <section class="next" aria-labelledby="next"><h2 class="eyebrow" id="next">\(say.next)</h2>
    <p class="next-kind">\(item.kind.icon.svg)\(item.kind.name(say))</p>
    <p class="next-title">\(chrome[item.title])</p>
    \(item.at.map { dueLine(item, $0, chrome) })
    \(item.progress.map { progressBar($0.done, of: $0.total, label: say.share($0.done, $0.total)) })
    <a class="button primary large" href="\(item.route)">\(item.kind.action(say))\(Icon.right.svg)</a>
    </section>
    """
}

private func dueLine(_ item: DueItem, _ at: Instant, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.home)
  guard let name = momentName(item, say) else {
    return "<p class=\"due\">\(Icon.calendar.svg)<span>\(chrome.moment(at))</span></p>"
  }
  let left: HTML? =
    chrome.now < at ? " – <strong>\(say.left(chrome.language.span(at - chrome.now)))</strong>" : nil
  return """
    <p class="due">\(Icon.calendar.svg)<span>\(name): \(chrome.deadline(at))\(left)</span></p>
    """
}

/// What the moment of an item is: an opening is no deadline.
///
/// Nil for what just happened.
private func momentName(_ item: DueItem, _ say: Said<HomeWords>) -> String? {
  switch item.kind {
  case .contestSoon: say.opens
  case .attemptRunning: say.timeEnds
  case .contestOpen: say.closes
  case .watch: item.isOpening ? say.opens : say.closes
  case .publish: say.publishes
  case .lesson, .finalTest, .cohort: say.until
  case .resultReady, .certificate: nil
  }
}

private func dueList(_ title: String, _ items: [DueItem], _ chrome: Chrome) -> HTML? {
  guard !items.isEmpty else { return nil }
  return """
    <section class="due-list"><h2>\(title)</h2>
    <ul class="rows">\(HTML.joined(items) { dueRow($0, chrome) })</ul></section>
    """
}

private func dueRow(_ item: DueItem, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.home)
  return """
    <li class="row-item">\(item.kind.icon.svg)<div class="row-main">\
    <p class="row-kind">\(item.kind.name(say))</p>\
    <a href="\(item.route)">\(chrome[item.title])</a>\
    \(item.at.map { at -> HTML in
      let name = momentName(item, say).map { $0 + ": " } ?? ""
      return #"<p class="hint">\#(name)\#(chrome.moment(at))</p>"#
    })</div>\
    \(item.progress.map { share in
      #"<p class="row-figure">\#(share.done)/\#(share.total)</p>"#
    })</li>
    """
}

extension DueItem.Kind {
  fileprivate var icon: Icon {
    switch self {
    case .attemptRunning: .clock
    case .contestOpen, .contestSoon, .watch, .publish: .trophy
    case .resultReady: .chart
    case .lesson: .book
    case .finalTest: .list
    case .certificate: .certificate
    case .cohort: .people
    }
  }

  fileprivate func name(_ say: Said<HomeWords>) -> String {
    switch self {
    case .attemptRunning: say.attemptRunning
    case .contestOpen: say.contestOpen
    case .contestSoon: say.contestSoon
    case .resultReady: say.resultReady
    case .lesson: say.lesson
    case .finalTest: say.finalTest
    case .certificate: say.certificate
    case .cohort: say.cohort
    case .watch: say.watch
    case .publish: say.publish
    }
  }

  fileprivate func action(_ say: Said<HomeWords>) -> String {
    switch self {
    case .attemptRunning: say.goOn
    case .contestOpen: say.enterContest
    case .lesson: say.learn
    case .finalTest: say.takeTest
    case .contestSoon, .resultReady, .certificate, .cohort, .watch, .publish: say.look
    }
  }
}
