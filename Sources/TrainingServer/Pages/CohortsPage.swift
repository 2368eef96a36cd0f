import QuizEngine

/// The cohorts somebody looks after.
struct CohortsPage: Sendable {
  let cohorts: [Row]

  struct Row: Sendable {
    let id: CohortID
    let name: String
    let unitName: String
    let courseTitle: LocalizedText?
    let dueAt: Instant?
    let members: Int
    let started: Int
    let passed: Int
  }
}

func cohortsPage(_ model: CohortsPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(title: say.cohortsTitle, width: .wide), chrome,
    """
    <h1>\(say.cohortsTitle)</h1>
    \(model.cohorts.isEmpty
      ? emptyState(.people, say.noCohorts, say.noCohortsText) : cohortTable(model.cohorts, chrome))
    """)
}

/// One line per cohort; the organizers' overview shows it too.
func cohortTable(_ rows: [CohortsPage.Row], _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return tableFrame(
    say.cohortsText, id: "cohorts", isNameShown: true,
    """
    <thead><tr><th scope="col">\(say.name)</th><th scope="col">\(say.unit)</th>\
    <th scope="col">\(say.course)</th><th scope="col">\(say.due)</th>\
    <th scope="col" class="figure">\(say.members)</th>\
    <th scope="col" class="figure">\(say.started)</th>\
    <th scope="col" class="figure">\(say.passed)</th>\
    <th scope="col" class="figure">\(say.completionRate)</th></tr></thead>
    <tbody>\(HTML.joined(rows) { cohortRow($0, chrome) })</tbody>
    """)
}

private func cohortRow(_ row: CohortsPage.Row, _ chrome: Chrome) -> HTML {
  let language = chrome.language
  return """
    <tr><th scope="row"><a href="\(Route.cohort(row.id))">\(row.name)</a></th>\
    <td>\(row.unitName)</td><td>\(row.courseTitle.map { chrome[$0] } ?? "–")</td>\
    <td>\(row.dueAt.map { chrome.moment($0) } ?? "–")</td>\
    <td class="figure">\(language.number(row.members))</td>\
    <td class="figure">\(language.number(row.started))</td>\
    <td class="figure">\(language.number(row.passed))</td>\
    <td class="figure">\(language.percent(row.passed, of: row.members))</td></tr>
    """
}
