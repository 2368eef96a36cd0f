import QuizEngine

/// A contest while an organizer watches it.
struct WatchPage: Sendable {
  let id: ContestID
  let title: LocalizedText
  let unitName: String
  let reading: PhaseReading
  let counts: Counts
  let units: [UnitRow]
  /// A round was ranked: there is a board to see and results to take away.
  var showsBoard = false
  /// Answers that came after the end, and how many there are in all.
  var late: [LateRow] = []
  var lateCount = 0

  struct Counts: Sendable {
    /// Persons who may enter.
    let registered: Int
    let started: Int
    let running: Int
    let submitted: Int
  }

  struct UnitRow: Sendable {
    let name: String
    /// As declared; nil when unknown.
    let headcount: Int?
    let persons: Int
    let attempts: Int
  }
}

func watchPage(_ model: WatchPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.watch)
  return document(
    Frame(
      title: chrome[model.title], width: .wide, back: Link(say.back, .manage),
      scripts: [Assets.live]), chrome,
    """
    <div class="page-head"><div><p id="phase" data-phase="\(model.reading.phase.rawValue)">\
    \(phaseBadge(model.reading.phase, chrome))</p><h1>\(chrome[model.title])</h1>
    <p class="hint">\(model.unitName)\(model.reading.until.map { " · \(untilWords(model, $0, chrome))" })</p></div>
    <div class="actions">\(buttonLink(
      Link(chrome.say(Words.participant).title, .participants(model.id)), kind: "quiet",
      icon: .people))\(exports(model, chrome))</div></div>
    <p class="hint">\(chrome.say(Words.staff).csvNote)</p>
    \(figures(model, chrome))
    <section><div class="page-head"><h2>\(say.byUnit)</h2><div class="actions">\
    \(HTML.joined(ExportFormat.allCases) { format in
      buttonLink(
        Link("\(say.units) \(format.rawValue.uppercased())", .unitTotals(model.id, format)),
        kind: "quiet", icon: .download)
    })</div></div>
    \(model.units.isEmpty
      ? emptyState(.people, say.noUnits, say.noUnitsText)
      : unitTable(model, chrome) + "<p class=\"hint\">\(say.headcountText)</p>")</section>
    \(lateTable(model.late, count: model.lateCount, chrome))
    \(acts(model, chrome))
    """)
}

private func untilWords(_ model: WatchPage, _ until: Instant, _ chrome: Chrome) -> HTML {
  let words = chrome.say(Words.contest)
  let name = model.reading.phase == .upcoming ? words.opensAt : words.closesAt
  return "\(name): \(chrome.deadline(until))"
}

/// The script replaces the numbers; their frames keep the width, so nothing jumps.
private func figures(_ model: WatchPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.watch)
  let rows: [(String, String, Int)] = [
    ("registered", say.registered, model.counts.registered),
    ("started", say.started, model.counts.started),
    ("running", say.running, model.counts.running),
    ("submitted", say.submitted, model.counts.submitted),
  ]
  return """
    <section class="live" id="live" data-events="\(Route.contestEvents(model.id))" \
    data-live="\(say.live)" data-paused="\(say.paused)" \
    data-resting="\(say.resting)" data-separator="\(chrome.either(".", ","))">
    <dl class="figures">\(HTML.joined(rows) { key, name, value in
      #"<div><dt>\#(name)</dt><dd data-count="\#(key)">\#(chrome.language.number(value))</dd></div>"#
    })</dl>
    <p class="hint live-state"><span class="pulse" aria-hidden="true"></span>\
    <span id="live-words" role="status">\(say.asOf) \(chrome.exactMoment(chrome.now))</span></p>
    </section>
    """
}

private func unitTable(_ model: WatchPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.watch)
  let language = chrome.language
  return tableFrame(
    say.byUnit, id: "units",
    """
    <thead><tr><th scope="col">\(say.unit)</th><th scope="col" class="figure">\(say.headcount)</th>\
    <th scope="col" class="figure">\(say.persons)</th>\
    <th scope="col" class="figure">\(say.attempts)</th>\
    <th scope="col" class="figure">\(say.rate)</th></tr></thead>
    <tbody>\(HTML.joined(model.units) { unit in
      """
      <tr><th scope="row">\(unit.name)</th>\
      <td class="figure">\(unit.headcount.map { language.number($0) } ?? "–")</td>\
      <td class="figure">\(language.number(unit.persons))</td>\
      <td class="figure">\(language.number(unit.attempts))</td>\
      <td class="figure">\(language.percent(unit.persons, of: unit.headcount ?? 0))</td></tr>
      """
    })</tbody>
    """)
}

private func exports(_ model: WatchPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.watch)
  // Before a round is ranked there is nothing to take away.
  let formats = model.showsBoard ? ExportFormat.allCases : []
  return HTML.joined(formats) { format in
    buttonLink(
      Link("\(say.results) \(format.rawValue.uppercased())", .results(model.id, format)),
      kind: "quiet", icon: .download)
  }
    + (model.showsBoard
      ? buttonLink(Link(say.standings, .standings(model.id)), kind: "quiet", icon: .chart) : .empty)
}

private func acts(_ model: WatchPage, _ chrome: Chrome) -> HTML? {
  let say = chrome.say(Words.watch)
  switch model.reading.phase {
  case .upcoming, .published: return nil
  case .open:
    return """
      <details class="more danger-zone"><summary>\(say.closeNow)</summary><p>\(say.closeText)</p>
      \(form(
        .closing(model.id), chrome, kind: "form once",
        submitButton(say.confirmClose, kind: "danger")))</details>
      """
  case .closed:
    return """
      <section class="next"><p>\(say.publishText)</p>
      \(form(.publication(model.id), chrome, kind: "form once", submitButton(say.publish)))</section>
      """
  }
}
