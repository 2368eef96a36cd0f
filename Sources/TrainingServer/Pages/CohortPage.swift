import QuizEngine

/// One cohort: who has started, finished and passed.
struct CohortPage: Sendable {
  let cohort: Cohort
  let unitName: String
  let courseTitle: LocalizedText?
  /// Over the whole cohort, whatever the filter.
  let members: Int
  let passed: Int
  /// Of those whom search and class leave.
  let found: Int
  let counts: [LearnerState: Int]
  let view: CohortView
  /// Filtered and ordered.
  let rows: [Row]
  /// The classes its people come from.
  var units: [SelectOption] = []
  var contests: [ContestLine] = []
  /// Organizers get the doors to cards and certificates.
  var canManage = false
  /// Pupils of the unit who are not in, if the reader may take them in.
  var outsiders = 0
  /// Its teachers too may give one pupil a new card.
  var canGiveCards = false

  /// A contest that is for people of the class.
  struct ContestLine: Sendable {
    let id: ContestID
    let title: LocalizedText
    let phase: Phase
    let finished: Int
    let running: Int
    let absent: Int
  }

  var id: CohortID { cohort.id }
  var name: String { cohort.name }

  struct Row: Sendable {
    let name: String
    let code: String?
    let className: String
    let state: LearnerState
    let lessonsDone: Int
    let lessons: Int
    let testScore: Points?
    let lastActivity: Instant?
    /// Whom a card can be given to; nil for staff, who sign in with passwords.
    var cardHolder: PersonID?
  }
}

func cohortPage(_ model: CohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(title: model.name, width: .wide, back: Link(say.cohortsTitle, .cohorts)), chrome,
    """
    <div class="page-head"><div><h1>\(model.name)</h1>
    <p class="hint">\(model.unitName)\(model.courseTitle.map { " · \(chrome[$0])" })\
    \(model.cohort.dueAt.map { " · \(say.due): \(chrome.deadline($0))" })</p></div>
    \(model.members == 0 ? nil : doors(model, chrome))</div>
    \(model.members == 0 ? nil : standing(model, chrome))
    \(contestLines(model, chrome))
    \(intake(model, chrome))
    \(model.members == 0 ? nil : members(model, chrome))
    """)
}

private func members(_ model: CohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  let table =
    model.rows.isEmpty
    ? emptyState(.people, say.noMatch, say.noMatchText, Link(say.everybody, .cohort(model.id)))
    : memberTable(model, chrome)
  return filters(model, chrome) + table
}

/// How people come into a class that is empty, or that new pupils of its unit are missing from.
private func intake(_ model: CohortPage, _ chrome: Chrome) -> HTML? {
  let say = chrome.say(Words.staff)
  let isEmpty = model.members == 0
  guard model.canManage else {
    return isEmpty ? emptyState(.people, say.emptyClass, say.emptyClassForTeacher) : nil
  }
  let taking: HTML? =
    model.outsiders == 0
    ? nil
    : form(
      .intake(model.id), chrome, kind: "form once",
      """
      <input type="hidden" name="people" value="\(CohortIntake.pupils.rawValue)">
      \(submitButton(
        say.takeIn(model.outsiders), kind: isEmpty ? "primary" : "quiet", icon: .people))
      """)
  guard isEmpty else { return taking }
  let listing = Link(say.importForClass, .importPeople(into: model.cohort))
  let text = taking == nil ? say.emptyClassByList : say.emptyClassText
  return emptyState(.people, say.emptyClass, text, listing) + (taking ?? .empty)
}

private func doors(_ model: CohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return """
    <div class="actions">\(managerDoors(model, chrome))\
    \(HTML.joined(ExportFormat.allCases) { format in
      buttonLink(
        Link(say.export(format), .completion(model.id, format)), kind: "quiet", icon: .download)
    })<button type="button" class="button quiet" data-print hidden>\(Icon.print.svg)\
    \(say.printTable)</button></div>
    """
}

private func standing(_ model: CohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return """
    <p class="hint">\(say.csvNote)</p>
    \(progressBar(model.passed, of: model.members, label: say.completed(model.passed, model.members)))
    """
}

private func managerDoors(_ model: CohortPage, _ chrome: Chrome) -> HTML? {
  guard model.canManage else { return nil }
  let say = chrome.say(Words.staff)
  return buttonLink(Link(say.cards, .cards(model.id)), kind: "quiet", icon: .card)
    + buttonLink(
      Link(say.certificates, .certificates(model.id)), kind: "quiet", icon: .certificate)
}

private func contestLines(_ model: CohortPage, _ chrome: Chrome) -> HTML? {
  guard !model.contests.isEmpty else { return nil }
  let say = chrome.say(Words.participant)
  return """
    <section><h2>\(chrome.say(Words.staff).contestsOfClass)</h2>
    <ul class="rows">\(HTML.joined(model.contests) { contest in
      let isOver = contest.phase == .closed || contest.phase == .published
      let view = ParticipantView(cohort: model.id)
      return """
        <li class="row-item"><div class="row-main"><a href="\(Route.participants(contest.id, view))">\
        \(chrome[contest.title])</a><p class="hint">\(say.summary(
          finished: contest.finished, running: contest.running, absent: contest.absent,
          isOver: isOver))</p></div>\(phaseBadge(contest.phase, chrome))</li>
        """
    })</ul></section>
    """
}

private func filters(_ model: CohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  let states: [LearnerState?] = [nil] + LearnerState.allCases
  return """
    <nav class="tabs" aria-label="\(say.showOnly)"><ul>\(HTML.joined(states) { state in
      var view = model.view
      view.state = state
      let count = state.map { model.counts[$0] ?? 0 } ?? model.found
      return """
        <li><a href="\(Route.cohort(model.id, view))"\
        \(model.view.state == state ? #" aria-current="true""# : nil)>\
        \(state.map { say.state($0) } ?? say.everybody) <span class="count">\(count)</span></a></li>
        """
    })</ul></nav>
    <p class="order">\(say.orderBy): \(HTML.joined(CohortOrder.allCases) { order in
      var view = model.view
      view.order = order
      return """
        <a href="\(Route.cohort(model.id, view))"\
        \(model.view.order == order ? #" aria-current="true""# : nil)>\(say.order(order))</a>
        """
    })</p>
    \(peopleFilter(
      PeopleFilter(
        action: .cohort(model.id), search: model.view.search, unit: model.view.unit,
        units: model.units, kept: kept(model.view)), chrome))
    """
}

private func kept(_ view: CohortView) -> [(name: String, value: String)] {
  (view.state.map { [("state", $0.rawValue)] } ?? [])
    + (view.order == .name ? [] : [("sort", view.order.rawValue)])
}

private func memberTable(_ model: CohortPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return tableFrame(
    model.name, id: "members", stacks: true,
    """
    <thead><tr><th scope="col">\(say.person)</th><th scope="col">\(say.className)</th>\
    <th scope="col">\(say.code)</th>\
    <th scope="col">\(say.state)</th><th scope="col" class="figure">\(say.lessons)</th>\
    <th scope="col" class="figure">\(say.testScore)</th>\
    <th scope="col">\(say.lastActivity)</th>\
    \(model.canGiveCards ? "<th scope=\"col\">\(say.actions)</th>" : nil)</tr></thead>
    <tbody>\(HTML.joined(model.rows) { memberRow($0, model, chrome) })</tbody>
    """)
}

private func memberRow(
  _ row: CohortPage.Row, _ model: CohortPage, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.staff)
  let card: HTML? = row.cardHolder.map { person in
    """
    <a class="button quiet" href="\(Route.card(of: person, in: model.id))">\(Icon.card.svg)\
    \(say.newCard)<span class="aloud"> – \(row.name)</span></a>
    """
  }
  return """
    <tr><th scope="row">\(row.name)</th><td data-label="\(say.className)">\(row.className)</td>\
    <td data-label="\(say.code)">\(row.code ?? "–")</td>\
    <td>\(badge(tone(row.state), say.state(row.state)))</td>\
    <td class="figure" data-label="\(say.lessons)">\(row.lessonsDone)/\(row.lessons)</td>\
    <td class="figure" data-label="\(say.testScore)">\
    \(row.testScore.map { chrome.language.points($0) } ?? "–")</td>\
    <td data-label="\(say.lastActivity)">\(row.lastActivity.map { chrome.moment($0) } ?? .escaped(say.never))</td>\
    \(model.canGiveCards ? "<td>\(card)</td>" : nil)</tr>
    """
}

private func tone(_ state: LearnerState) -> Tone? {
  switch state {
  case .notStarted: nil
  case .started: .warn
  case .finished: .info
  case .passed: .good
  }
}
