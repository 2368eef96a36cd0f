import QuizEngine

/// The organizers' overview and the making of classes.
enum ManageHandlers {
  static func overview(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    let actor = Actor.person(session)
    let units = try context.engine.units()
    let contests = try context.engine.contests(for: session, at: context.now).filter {
      units.contains($0.contest.unit, in: session.unit)
    }
    let rows = try contests.map { reading in
      let watch = try context.engine.watch(reading.contest.id, by: actor, at: context.now)
      return ManagePage.ContestRow(
        id: reading.contest.id, title: reading.contest.sheet.title, phase: reading.phase.phase,
        window: reading.window, started: watch.started, submitted: watch.ended)
    }
    let model = ManagePage(
      contests: rows, cohorts: try CohortsPage.Row.list(actor, context.engine))
    return context.page(managePage(model, try context.chrome(.manage)))
  }

  static func newCohort(_ context: RequestContext) throws -> Response {
    try cohortForm(context, errors: [], status: 200)
  }

  static func makeCohort(_ context: RequestContext) throws -> Response {
    let form = context.form
    let (unit, due) = (UnitID(text: form["unit"] ?? ""), moment(form["dueAt"] ?? ""))
    var errors: [FieldError] = []
    if unit == nil {
      errors.append(FieldError(field: "unit", message: Refusal.notFound(.unit).text))
    }
    if case .malformed = due {
      errors.append(
        FieldError(field: "dueAt", message: Refusal.invalid(field: "dueAt", .malformed).text))
    }
    let intake = CohortIntake(rawValue: form["people"] ?? "")
    if intake == nil, form["people"]?.isEmpty == false {
      errors.append(
        FieldError(field: "people", message: Refusal.invalid(field: "people", .unknown).text))
    }
    guard let unit, errors.isEmpty else {
      return try cohortForm(context, errors: errors, status: 422)
    }
    do {
      let course = form["course"].flatMap { $0.isEmpty ? nil : $0 }
      let cohort = try context.engine.createCohort(
        name: form["name"] ?? "", unit: unit, course: course, dueAt: due.instant,
        taking: intake, by: .person(context.requireSession()),
        at: context.now)
      return context.go(to: .cohort(cohort.id), .classMade)
    } catch let refusal as Refusal {
      guard let error = FieldError(refusal, otherwise: "name") else { throw refusal }
      return try cohortForm(context, errors: [error], status: 422)
    }
  }

  /// Takes the people of its unit into a class.
  static func takeIn(_ context: RequestContext) throws -> Response {
    let id: CohortID = try context.id("cohort", .cohort)
    let actor = Actor.person(try context.requireSession())
    _ = try context.engine.requireCohort(id, actor)
    guard let intake = CohortIntake(rawValue: context.form["people"] ?? "") else {
      throw Refusal.invalid(field: "people", .unknown)
    }
    let count = try context.engine.take(intake, into: id, by: actor, at: context.now)
    return context.go(to: .cohort(id), count == 0 ? .nobodyTaken : .peopleTaken)
  }

  private static func cohortForm(
    _ context: RequestContext, errors: [FieldError], status: Int
  ) throws -> Response {
    let form = context.form
    let asked = context.request.query["unit"]
    let unit = form["unit"] ?? asked
    // Whoever comes from a unit means its pupils; a class of a school's unit takes some of them.
    let people = form["people"] ?? (asked == nil ? "" : CohortIntake.pupils.rawValue)
    let model = NewCohortPage(
      name: try form["name"] ?? reachable(unit, context)?.name ?? "", due: form["dueAt"] ?? "",
      units: try SelectOption.units(context, chosen: unit),
      courses: context.engine.catalogue.courses.filter { $0.audience != .library }.map {
        SelectOption(
          value: $0.slug, text: $0.title[context.language], isChosen: $0.slug == form["course"])
      }, people: SelectOption.intakes(chosen: people, context.language), errors: errors)
    return context.page(
      newCohortPage(model, try context.chrome(.newCohort())), status: status)
  }

  /// The unit that an address names, if it is the person's own or below it.
  private static func reachable(_ text: String?, _ context: RequestContext) throws -> Unit? {
    guard let id = text.flatMap({ UnitID(text: $0) }) else { return nil }
    let units = try context.engine.units()
    return units.contains(id, in: try context.requireSession().unit) ? units[id] : nil
  }

  private enum Moment {
    case none
    case known(Instant)
    case malformed

    var instant: Instant? {
      if case .known(let instant) = self { instant } else { nil }
    }
  }

  /// `2026-11-21T08:00` as a date control sends it; the zone is Viet Nam's.
  private static func moment(_ text: String) -> Moment {
    if text.isEmpty { return .none }
    return Instant(iso8601: text + "+07:00").map { .known($0) } ?? .malformed
  }
}

extension FieldError {
  /// The refusals that a form can show beside its field; nil for the others.
  init?(_ refusal: Refusal, otherwise field: String) {
    switch refusal {
    case .invalid(let name, _): self.init(field: name, message: refusal.text)
    case .alreadyExists: self.init(field: field, message: refusal.text)
    default: return nil
    }
  }
}

extension SelectOption {
  /// The units that the person may choose from, as a tree written in a line each.
  ///
  /// An office is asked which: what goes into a school by mistake is found, what goes into the
  /// province is not.
  static func units(_ context: RequestContext, chosen: String?) throws -> [SelectOption] {
    let session = try context.requireSession()
    let nodes = try context.engine.units().subtree(of: session.unit)
    let options = nodes.map { node in
      SelectOption(
        value: node.unit.id.text,
        text: String(repeating: "– ", count: node.depth) + node.unit.name,
        isChosen: node.unit.id.text == chosen)
    }
    let isPlain = nodes.count == 1 || [.school, .schoolClass].contains(nodes.first?.unit.kind)
    guard !isPlain, !options.contains(where: \.isChosen) else { return options }
    return [SelectOption(value: "", text: Words.classList.choose[context.language])] + options
  }

  /// Who of a unit joins a class.
  static func intakes(chosen: String, _ language: Language) -> [SelectOption] {
    let words = Words.staff
    return [
      (CohortIntake.pupils.rawValue, words.allPupils),
      (CohortIntake.staff.rawValue, words.allStaff),
      ("", words.nobodyYet),
    ].map { value, text in
      SelectOption(value: value, text: text[language], isChosen: value == chosen)
    }
  }

  static func cohorts(_ context: RequestContext, chosen: String?) throws -> [SelectOption] {
    try context.engine.cohorts(for: .person(context.requireSession())).map {
      SelectOption(value: $0.id.text, text: $0.name, isChosen: $0.id.text == chosen)
    }
  }
}
