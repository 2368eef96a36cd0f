import QuizEngine

/// One contest before, during and after, as a contestant sees it.
struct ContestPage: Sendable {
  let contest: Contest
  let reading: PhaseReading
  /// The person's attempts in the round that `reading` speaks of.
  let used: Int
  /// Why the person may not start now, although the round is open.
  var obstacle: LocalizedText?
  var running: AttemptID?
  /// Ended attempts, newest first.
  var ended: [AttemptID] = []
  var showsBoard = false
  /// Whether the contest is for the reader at all; staff read its rules.
  var isEntrant = true
  /// Staff who have people in it see who took part.
  var showsParticipants = false
}

func contestPage(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  let sheet = model.contest.sheet
  return document(
    Frame(
      title: chrome[sheet.title], back: Link(say.contestsTitle, .contests),
      scripts: [Assets.countdown]), chrome,
    """
    <p>\(phaseBadge(model.reading.phase, chrome))</p>
    <h1>\(chrome[sheet.title])</h1>
    <p class="lead">\(chrome[sheet.summary])</p>
    \(door(model, chrome))
    \(model.reading.phase == .upcoming || model.reading.phase == .open ? rules(model, chrome) : nil)
    \(details(model, chrome))
    \(model.isEntrant && (model.reading.phase == .upcoming || model.reading.phase == .open)
      ? checkBox(chrome) : nil)
    """)
}

private func door(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  if let running = model.running {
    return """
      <section class="next"><p class="next-kind">\(Icon.clock.svg)\(say.resumeNote)</p>
      <a class="button primary large" href="\(Route.attempt(running))">\(say.resume)\
      \(Icon.right.svg)</a></section>
      """
  }
  if !model.isEntrant { return readerDoor(model, chrome) }
  switch model.reading.phase {
  case .upcoming: return countdown(model, chrome)
  case .open: return startDoor(model, chrome)
  case .closed, .published: return afterwards(model, chrome)
  }
}

/// For whom the contest is not: no word of attempts, and for staff the way to their pupils.
private func readerDoor(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  let participants = Link(chrome.say(Words.participant).title, .participants(model.contest.id))
  let why: HTML =
    model.showsParticipants
    ? "<p>\(say.notForReaderText)</p>" : "<p>\(model.obstacle.map { chrome[$0] } ?? "")</p>"
  return """
    \(banner(.info, "<strong>\(say.notForReader)</strong>\(why)"))
    <p class="actions">\(model.showsParticipants
      ? buttonLink(participants, kind: "quiet", icon: .people) : nil)\
    \(model.showsBoard
      ? buttonLink(Link(say.boardLink, .standings(model.contest.id)), kind: "quiet", icon: .chart)
      : nil)</p>
    """
}

private func countdown(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  guard let opens = model.reading.until else { return .empty }
  return """
    <section class="next opening" id="countdown" data-opens="\(opens.iso8601)" \
    data-now="\(chrome.now.iso8601)" data-done="\(say.countdownDone)" \
    data-days="\(chrome.either("ngày", "days"))">
    <p class="next-kind">\(Icon.clock.svg)\(say.opensIn)</p>
    <p class="countdown" id="countdown-value" role="timer">\(chrome.language.span(opens - chrome.now))</p>
    <p class="due">\(Icon.calendar.svg)<span>\(say.opensAt): \(chrome.deadline(opens))</span></p>
    <p class="hint" id="countdown-note" hidden>\(say.countdownNote)</p>
    </section>
    """
}

private func startDoor(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  if let obstacle = model.obstacle {
    return banner(.warn, "<strong>\(say.cannotStart)</strong><p>\(chrome[obstacle])</p>")
      + ownResults(model, chrome)
  }
  return """
    <section class="next">
    \(model.reading.until.map { closes in
      """
      <p class="due">\(Icon.calendar.svg)<span>\(say.closesAt): \(chrome.deadline(closes))</span></p>
      """
    })
    <p class="next-title">\(say.used(model.used, of: model.contest.sheet.attempt.limit))</p>
    \(form(
      .attempts(model.contest.id), chrome, kind: "form once",
      """
      <button class="button primary large">\(say.start)\(Icon.right.svg)</button>
      <p class="hint">\(say.startNote)</p>
      """))
    </section>
    """ + ownResults(model, chrome)
}

private func afterwards(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  return """
    \(model.reading.phase == .closed ? banner(.info, .escaped(say.waitPublish)) : nil)
    \(ownResults(model, chrome))
    \(model.showsBoard
      ? "<p>\(buttonLink(Link(say.boardLink, .standings(model.contest.id)), kind: "quiet", icon: .chart))</p>"
      : nil)
    """
}

private func ownResults(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  return HTML.joined(model.ended.prefix(1)) { attempt in
    "<p>\(buttonLink(Link(say.resultLink, .result(attempt)), kind: "quiet", icon: .trophy))</p>"
  }
}

private func rules(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let lines = chrome.say(Words.ranking).lines(model.contest.sheet)
  return """
    <section><h2>\(chrome.say(Words.contest).rules)</h2>
    <ol class="rules">\(HTML.joined(lines) { "<li>\($0)</li>" })</ol></section>
    """
}

private func details(_ model: ContestPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  let ranking = chrome.say(Words.ranking)
  let contest = model.contest
  let windows = contest.windows.enumerated().map { index, window -> (name: String, value: HTML) in
    let rounds = contest.sheet.rounds
    let title = rounds.indices.contains(index) ? chrome[rounds[index].title] : say.round
    return (title, "\(chrome.moment(window.opens)) – \(chrome.deadline(window.closes))")
  }
  return """
    <section><h2>\(say.details)</h2>
    \(facts(windows + attemptFacts(model, chrome)))
    <details class="more"><summary>\(say.ranking)</summary>
    <ol>\(HTML.joined(contest.sheet.ranking.keys) { "<li>\(ranking.line($0))</li>" })</ol></details>
    </section>
    """
}

private func attemptFacts(
  _ model: ContestPage, _ chrome: Chrome
) -> [(name: String, value: HTML)] {
  guard model.isEntrant else { return [] }
  let say = chrome.say(Words.contest)
  let limit = model.contest.sheet.attempt.limit
  let isOver = model.reading.phase == .closed || model.reading.phase == .published
  let text = isOver ? say.made(model.used, of: limit) : say.used(model.used, of: limit)
  return [(say.attemptsUsed, .escaped(text))]
}

/// Works with script only; shows itself then.
private func checkBox(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  return """
    <section class="check" id="check" hidden data-url="\(Route.health)" \
    data-running="\(say.checkRunning)" data-good="\(say.checkGood)" data-slow="\(say.checkSlow)" \
    data-failed="\(say.checkFailed)" data-clock-good="\(say.clockGood)" \
    data-clock-off="\(say.clockOff)" data-storage-good="\(say.storageGood)" \
    data-storage-bad="\(say.storageBad)">
    <h2>\(say.checkTitle)</h2><p>\(say.checkText)</p>
    <p><button type="button" class="button quiet" id="check-button">\(say.checkButton)</button></p>
    <div role="status"><ul id="check-lines"></ul></div>
    </section>
    """
}
