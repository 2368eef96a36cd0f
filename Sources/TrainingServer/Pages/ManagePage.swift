import QuizEngine

/// The organizers' overview: what runs, what comes, which classes there are.
struct ManagePage: Sendable {
  let contests: [ContestRow]
  let cohorts: [CohortsPage.Row]

  struct ContestRow: Sendable {
    let id: ContestID
    let title: LocalizedText
    let phase: Phase
    let window: Window
    let started: Int
    let submitted: Int
  }
}

func managePage(_ model: ManagePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(title: say.manageTitle, width: .wide), chrome,
    """
    <h1>\(say.manageTitle)</h1>
    <section><div class="page-head"><h2>\(say.contests)</h2><div class="actions">\
    \(buttonLink(Link(say.newContest, .newContest), icon: .plus))</div></div>
    \(model.contests.isEmpty
      ? emptyState(.trophy, say.noContests, say.noContestsText)
      : contestTable(model.contests, chrome))
    </section>
    <section><div class="page-head"><h2>\(say.classes)</h2><div class="actions">\
    \(buttonLink(Link(say.importPeople, .importPeople), kind: "quiet", icon: .upload))\
    \(buttonLink(Link(say.newClass, .newCohort()), kind: "quiet", icon: .plus))</div></div>
    \(model.cohorts.isEmpty
      ? emptyState(.people, say.noCohorts, say.noCohortsText) : cohortTable(model.cohorts, chrome))
    </section>
    \(chrome.has(.admin, .auditor)
      ? "<p>\(buttonLink(Link(say.auditLog, .audit), kind: "quiet", icon: .list))</p>" : nil)
    """)
}

private func contestTable(_ rows: [ManagePage.ContestRow], _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  let words = chrome.say(Words.contest)
  return tableFrame(
    say.contests, id: "contests",
    """
    <thead><tr><th scope="col">\(words.contestsTitle)</th><th scope="col">\(say.state)</th>\
    <th scope="col">\(words.opensAt)</th><th scope="col">\(words.closesAt)</th>\
    <th scope="col" class="figure">\(say.started)</th>\
    <th scope="col" class="figure">\(say.submittedShort)</th></tr></thead>
    <tbody>\(HTML.joined(rows) { row in
      """
      <tr><th scope="row"><a href="\(Route.watch(row.id))">\(chrome[row.title])</a></th>\
      <td>\(phaseBadge(row.phase, chrome))</td><td>\(chrome.moment(row.window.opens))</td>\
      <td>\(chrome.moment(row.window.closes))</td>\
      <td class="figure">\(chrome.language.number(row.started))</td>\
      <td class="figure">\(chrome.language.number(row.submitted))</td></tr>
      """
    })</tbody>
    """)
}
