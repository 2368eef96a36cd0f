import QuizEngine

/// What teachers see of their classes.
enum CohortHandlers {
  static func list(_ context: RequestContext) throws -> Response {
    let actor = Actor.person(try context.requireSession())
    let rows = try CohortsPage.Row.list(actor, context.engine)
    return context.page(cohortsPage(CohortsPage(cohorts: rows), try context.chrome(.cohorts)))
  }

  static func cohort(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let session = try context.requireSession()
    let actor = Actor.person(session)
    let cohort = try context.engine.requireCohort(id, actor)
    let members = try context.engine.members(ofCohort: id, by: actor)
    let query = context.request.query
    let search = PeopleSearch(context.request)
    let view = CohortView(
      state: query["state"].flatMap(LearnerState.init(rawValue:)),
      order: query["sort"].flatMap(CohortOrder.init(rawValue:)) ?? .name, unit: search.unit,
      search: search.text)
    let units = try context.engine.units()
    let canManage =
      session.allows(.managePeople) && units.contains(cohort.unit, in: session.unit)
    // The counts beside the states are of those whom search and class leave.
    let found = members.filter {
      search.finds($0.learner.person, in: units[$0.learner.person.unit])
    }
    let shown = found.filter { view.state == nil || $0.state == view.state }
    let model = CohortPage(
      cohort: cohort, unitName: units[cohort.unit]?.name ?? "",
      courseTitle: cohort.course.flatMap { context.engine.catalogue[$0]?.title },
      members: members.count,
      passed: members.count { $0.state == .passed }, found: found.count,
      counts: Dictionary(grouping: found, by: \.state).mapValues(\.count), view: view,
      rows: sorted(shown, view.order).map { CohortPage.Row($0, units) },
      units: PeopleSearch.options(members.map { units[$0.learner.person.unit] }),
      contests: try context.engine.contests(ofCohort: id, by: session, at: context.now)
        .map(CohortPage.ContestLine.init),
      canManage: canManage,
      outsiders: canManage
        ? try outsiders(of: cohort, isEmpty: members.isEmpty, units, context.engine) : 0,
      canGiveCards: try context.engine.mayGiveCard(in: cohort, actor))
    return context.page(cohortPage(model, try context.chrome(.cohort(id, view))))
  }

  /// Pupils of its unit whom a cohort does not have.
  ///
  /// What is for staff misses none, nor does some choice of a school's pupils.
  private static func outsiders(
    of cohort: Cohort, isEmpty: Bool, _ units: UnitTree, _ engine: Engine
  ) throws -> Int {
    let isForStaff = cohort.course.flatMap { engine.catalogue[$0]?.audience } == .teacher
    let isWholeUnit = isEmpty || units[cohort.unit]?.kind == .schoolClass
    guard !isForStaff, isWholeUnit else { return 0 }
    let count = try engine.outsiders(of: cohort, .pupils)
    return count <= CohortIntake.limit ? count : 0
  }

  /// The engine's order is by given name; sorting keeps it among equals.
  private static func sorted(_ members: [CohortMember], _ order: CohortOrder) -> [CohortMember] {
    switch order {
    case .name: members
    case .progress:
      members.enumerated().sorted { left, right in
        let (first, second) = (left.element.lessonsDone, right.element.lessonsDone)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
    case .activity:
      members.enumerated().sorted { left, right in
        let never = Instant(milliseconds: .min)
        let first = left.element.lastActivity ?? never
        let second = right.element.lastActivity ?? never
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
    }
  }
}

extension CohortMember {
  /// The state as the table names it.
  var state: LearnerState {
    if isComplete { return .passed }
    if hasFinishedLessons { return .finished }
    return hasStarted ? .started : .notStarted
  }

  fileprivate var lessonsDone: Int { learner.progress?.lessonsDone ?? 0 }
}

extension CohortPage.Row {
  fileprivate init(_ member: CohortMember, _ units: UnitTree) {
    let progress = member.learner.progress
    let person = member.learner.person
    self.init(
      name: person.name, code: person.code, className: units[person.unit]?.name ?? "–",
      state: member.state,
      lessonsDone: progress?.lessonsDone ?? 0, lessons: progress?.course.lessons.count ?? 0,
      testScore: member.testPoints, lastActivity: member.lastActivity,
      cardHolder: person.isStaff ? nil : person.id)
  }
}

extension CohortPage.ContestLine {
  fileprivate init(_ reading: ParticipantReading) {
    self.init(
      id: reading.reading.contest.id, title: reading.reading.contest.sheet.title,
      phase: reading.reading.phase.phase, finished: reading.count(.finished),
      running: reading.count(.running), absent: reading.count(.absent))
  }
}

extension CohortsPage.Row {
  /// The cohorts that the actor may see, with how far they are.
  static func list(_ actor: Actor, _ engine: Engine) throws -> [CohortsPage.Row] {
    let units = try engine.units()
    return try engine.cohorts(for: actor).map { cohort in
      let learners = try engine.progress(ofCohort: cohort.id, by: actor)
      return CohortsPage.Row(
        id: cohort.id, name: cohort.name, unitName: units[cohort.unit]?.name ?? "",
        courseTitle: cohort.course.flatMap { engine.catalogue[$0]?.title }, dueAt: cohort.dueAt,
        members: learners.count, started: learners.count { $0.progress?.hasStarted == true },
        passed: learners.count { $0.progress?.isComplete == true })
    }
  }
}
