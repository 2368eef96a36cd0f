import QuizEngine

/// The contests somebody may see, those that want something first.
struct ContestsPage: Sendable {
  let contests: [Row]

  struct Row: Sendable {
    let id: ContestID
    let title: LocalizedText
    let summary: LocalizedText
    let phase: Phase
    let window: Window
  }
}

func contestsPage(_ model: ContestsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  let groups: [(Phase, [ContestsPage.Row])] = [Phase.open, .upcoming, .closed, .published]
    .compactMap { phase in
      let rows = model.contests.filter { $0.phase == phase }
      return rows.isEmpty ? nil : (phase, rows)
    }
  return document(
    Frame(title: say.contestsTitle), chrome,
    """
    <h1>\(say.contestsTitle)</h1>
    \(groups.isEmpty ? emptyState(.trophy, say.none, say.noneText) : nil)
    \(HTML.joined(groups) { phase, rows in
      """
      <section><h2 class="eyebrow">\(say.phase(phase))</h2>
      \(HTML.joined(rows) { contestCard($0, chrome) })</section>
      """
    })
    """)
}

private func contestCard(_ row: ContestsPage.Row, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.contest)
  let isOpen = row.phase == .open
  return """
    <article class="card\(isOpen ? " is-open" : nil)">
    <h3><a href="\(Route.contest(row.id))">\(chrome[row.title])</a></h3>
    <p class="due">\(Icon.calendar.svg)<span>\(say.opensAt) \(chrome.moment(row.window.opens)) – \
    \(say.closesAt) \(chrome.deadline(row.window.closes))</span></p>
    <p>\(chrome[row.summary])</p>
    \(phaseBadge(row.phase, chrome))
    </article>
    """
}

/// The phase in its colour.
func phaseBadge(_ phase: Phase, _ chrome: Chrome) -> HTML {
  let tone: Tone?
  switch phase {
  case .upcoming: tone = .info
  case .open: tone = .good
  case .closed: tone = nil
  case .published: tone = .info
  }
  return badge(tone, chrome.say(Words.contest).phase(phase))
}
