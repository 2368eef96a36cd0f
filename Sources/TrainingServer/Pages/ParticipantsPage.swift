import QuizEngine

/// Who of the reader's people took part in a round, and who did not.
struct ParticipantsPage: Sendable {
  let id: ContestID
  let title: LocalizedText
  /// Nil where a contest has one round.
  let roundTitle: LocalizedText?
  let reading: PhaseReading
  let view: ParticipantView
  let units: [SelectOption]
  /// Of those whom search and class leave.
  let counts: [TakingPart: Int]
  let showsPoints: Bool
  /// The first of those whom every filter leaves.
  let rows: [Row]
  let found: Int
  let back: Link

  struct Row: Sendable {
    let name: String
    let className: String
    let code: String?
    let state: TakingPart
    let points: Points?
  }

  /// The round that is shown takes no more attempts.
  var isOver = false
}

func participantsPage(_ model: ParticipantsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.participant)
  return document(
    Frame(
      title: "\(say.title) – \(chrome[model.title])", width: .wide, back: model.back), chrome,
    """
    <p>\(phaseBadge(model.reading.phase, chrome))</p>
    <h1>\(say.title) <span class="eyebrow">\(chrome[model.title])\
    \(model.roundTitle.map { " · \(chrome[$0])" })</span></h1>
    \(stateTabs(model, chrome))
    \(peopleFilter(
      PeopleFilter(
        action: .participants(model.id), search: model.view.search, unit: model.view.unit,
        units: model.units, kept: kept(model.view)), chrome))
    \(model.showsPoints ? nil : "<p class=\"hint\">\(say.pointsHidden)</p>")
    \(list(model, chrome))
    """)
}

private func kept(_ view: ParticipantView) -> [(name: String, value: String)] {
  let fields: [(String, String?)] = [
    ("cohort", view.cohort?.text), ("round", view.round.map { String($0 + 1) }),
    ("state", view.state?.rawValue),
  ]
  return fields.compactMap { name, value in value.map { (name, $0) } }
}

private func stateTabs(_ model: ParticipantsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.participant)
  let staff = chrome.say(Words.staff)
  let all = model.counts.values.reduce(0, +)
  let states = [nil] + TakingPart.allCases.filter { $0 != .running || !model.isOver }
  return """
    <nav class="tabs" aria-label="\(staff.showOnly)"><ul>\(HTML.joined(states) { state in
      var view = model.view
      view.state = state
      return """
        <li><a href="\(Route.participants(model.id, view))"\
        \(model.view.state == state ? #" aria-current="true""# : nil)>\
        \(state.map { say.state($0, isOver: model.isOver) } ?? staff.everybody) \
        <span class="count">\(chrome.language.number(state.map { model.counts[$0] ?? 0 } ?? all))\
        </span></a></li>
        """
    })</ul></nav>
    """
}

private func list(_ model: ParticipantsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.participant)
  let staff = chrome.say(Words.staff)
  guard !model.rows.isEmpty else {
    return model.view.state == nil && model.view.search.isEmpty && model.view.unit == nil
      ? emptyState(.people, say.noPupils, say.noPupilsText)
      : emptyState(.people, staff.noMatch, staff.noMatchText)
  }
  return """
    \(model.rows.count < model.found
      ? "<p class=\"hint\">\(say.firstOf(model.rows.count, model.found))</p>" : nil)
    \(tableFrame(
      say.title, id: "participants", stacks: true,
      """
      <thead><tr><th scope="col">\(staff.person)</th><th scope="col">\(staff.className)</th>\
      <th scope="col">\(staff.code)</th><th scope="col">\(staff.state)</th>\
      \(model.showsPoints ? "<th scope=\"col\" class=\"figure\">\(say.points)</th>" : nil)</tr></thead>
      <tbody>\(HTML.joined(model.rows) { row($0, model, chrome) })</tbody>
      """))
    """
}

private func row(
  _ row: ParticipantsPage.Row, _ model: ParticipantsPage, _ chrome: Chrome
) -> HTML {
  let (say, staff) = (chrome.say(Words.participant), chrome.say(Words.staff))
  let tone: Tone? =
    switch row.state {
    case .absent: model.isOver ? nil : .warn
    case .running: .info
    case .finished: .good
    }
  let points: HTML =
    "<td class=\"figure\" data-label=\"\(say.points)\">\(row.points.map { chrome.language.points($0) } ?? "–")</td>"
  return """
    <tr><th scope="row">\(row.name)</th>\
    <td data-label="\(staff.className)">\(row.className)</td>\
    <td data-label="\(staff.code)">\(row.code ?? "–")</td>\
    <td>\(badge(tone, say.state(row.state, isOver: model.isOver)))</td>\
    \(model.showsPoints ? points : nil)</tr>
    """
}
