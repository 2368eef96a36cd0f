import QuizEngine

/// Who took part in a contest, for its organizers and for the teachers of the pupils.
enum ParticipantHandlers {
  /// More would be no page to read; filters lead to the others.
  private static let limit = 500

  static func list(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    let session = try context.requireSession()
    let view = try view(context)
    let reading = try context.engine.participants(
      of: id, round: view.round, cohort: view.cohort, by: session, at: context.now)
    let contest = reading.reading.contest
    let search = PeopleSearch(context.request)
    let found = reading.people.filter { search.finds($0.person, in: $0.unit) }
    let shown = found.filter { view.state == nil || $0.state == view.state }
    let rounds = contest.sheet.rounds
    let model = ParticipantsPage(
      id: id, title: contest.sheet.title,
      roundTitle: rounds.count > 1 && rounds.indices.contains(reading.round)
        ? rounds[reading.round].title : nil,
      reading: reading.reading.phase, view: view,
      units: PeopleSearch.options(reading.people.map(\.unit)),
      counts: Dictionary(grouping: found, by: \.state).mapValues(\.count),
      showsPoints: reading.showsPoints,
      rows: shown.prefix(limit).map(ParticipantsPage.Row.init), found: shown.count,
      back: try back(view, contest, context),
      isOver: contest.lastDeadline(ofRound: reading.round) <= context.now)
    return context.page(participantsPage(model, try context.chrome(.participants(id, view))))
  }

  private static func view(_ context: RequestContext) throws -> ParticipantView {
    let query = context.request.query
    let search = PeopleSearch(context.request)
    var cohort: CohortID?
    if let text = query["cohort"] {
      guard let id = CohortID(text: text) else { throw Refusal.notFound(.cohort) }
      cohort = id
    }
    return ParticipantView(
      cohort: cohort, round: try context.queryNumber("round", in: 1...1000).map { $0 - 1 },
      state: query["state"].flatMap(TakingPart.init(rawValue:)), unit: search.unit,
      search: search.text)
  }

  /// To where the reader came from: the class, the watch page of those who manage, the contest.
  private static func back(
    _ view: ParticipantView, _ contest: Contest, _ context: RequestContext
  ) throws -> Link {
    let session = try context.requireSession()
    if let cohort = view.cohort {
      let name = try context.engine.requireCohort(cohort, .person(session)).name
      return Link(name, .cohort(cohort))
    }
    let title = contest.sheet.title[context.language]
    let units = try context.engine.units()
    let manages =
      session.allows(.manageContests) && units.contains(contest.unit, in: session.unit)
    if manages { return Link(title, .watch(contest.id)) }
    return contest.isSeen(by: session, in: units)
      ? Link(title, .contest(contest.id))
      : Link(Words.staff.cohortsTitle[context.language], .cohorts)
  }
}

extension ParticipantsPage.Row {
  fileprivate init(_ participant: Participant) {
    self.init(
      name: participant.person.name, className: participant.unit?.name ?? "–",
      code: participant.person.code, state: participant.state, points: participant.points)
  }
}
