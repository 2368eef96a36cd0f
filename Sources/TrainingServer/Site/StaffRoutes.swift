import QuizEngine

/// Addresses of teachers, organizers and auditors.
extension Route {
  static let cohorts = Route("/cohorts")
  static func cohort(_ id: CohortID, _ view: CohortView = .everybody) -> Route {
    Route("/cohorts/\(id)").with([
      ("state", view.state?.rawValue), ("sort", view.order == .name ? nil : view.order.rawValue),
      ("class", view.unit), ("q", view.search.isEmpty ? nil : view.search),
    ])
  }
  /// A new card for one learner.
  static func card(of person: PersonID, in id: CohortID) -> Route {
    Route("/cohorts/\(id)/people/\(person)/card")
  }
  /// Who took part in a contest, by name.
  static func participants(_ id: ContestID, _ view: ParticipantView = .everybody) -> Route {
    Route("/contests/\(id)/participants").with([
      ("cohort", view.cohort?.text), ("round", view.round.map { String($0 + 1) }),
      ("state", view.state?.rawValue), ("class", view.unit),
      ("q", view.search.isEmpty ? nil : view.search),
    ])
  }

  static let manage = Route("/manage")
  static func newCohort(in unit: UnitID? = nil) -> Route {
    Route("/manage/cohorts/new").with([("unit", unit?.text)])
  }
  static let manageCohorts = Route("/manage/cohorts")
  static let importPeople = Route("/manage/import")
  static func importPeople(into cohort: Cohort) -> Route {
    importPeople.with([("unit", cohort.unit.text), ("cohort", cohort.id.text)])
  }
  /// People of the unit whom a class takes in at once.
  static func intake(_ id: CohortID) -> Route { Route("/manage/cohorts/\(id)/people") }
  static func importTemplate(_ format: ListFormat) -> Route {
    Route("/manage/import/template.\(format.rawValue)")
  }
  static func cards(_ id: CohortID) -> Route { Route("/manage/cohorts/\(id)/cards") }
  /// New cards for a whole class, which lock the old ones.
  static func cardRenewal(_ id: CohortID) -> Route { Route("/manage/cohorts/\(id)/cards/renewal") }
  static func certificates(_ id: CohortID) -> Route { Route("/manage/cohorts/\(id)/certificates") }
  static func completion(_ id: CohortID, _ format: ExportFormat) -> Route {
    Route("/manage/cohorts/\(id)/completion.\(format.rawValue)")
  }
  static func revocation(_ code: String) -> Route {
    Route("/manage/certificates/\(code)/revocation")
  }

  static let newContest = Route("/manage/contests/new")
  static let manageContests = Route("/manage/contests")
  static func watch(_ id: ContestID) -> Route { Route("/manage/contests/\(id)") }
  static func closing(_ id: ContestID) -> Route { Route("/manage/contests/\(id)/closing") }
  static func publication(_ id: ContestID) -> Route { Route("/manage/contests/\(id)/publication") }
  static func results(_ id: ContestID, _ format: ExportFormat) -> Route {
    Route("/manage/contests/\(id)/results.\(format.rawValue)")
  }
  static func unitTotals(_ id: ContestID, _ format: ExportFormat) -> Route {
    Route("/manage/contests/\(id)/units.\(format.rawValue)")
  }
  static let audit = Route("/manage/audit")
}

/// The forms in which tables leave the site.
enum ExportFormat: String, CaseIterable, Sendable {
  case csv
  case json
}

/// The filter and the order of a cohort's table, as its address says them.
struct CohortView: Hashable, Sendable {
  var state: LearnerState?
  var order: CohortOrder
  /// The code of a class, where a cohort has people of several.
  var unit: String?
  /// Part of a name, with marks or without, or a code.
  var search = ""

  static let everybody = CohortView(state: nil, order: .name)
}

/// The filter of a contest's list of people, as its address says it.
struct ParticipantView: Hashable, Sendable {
  var cohort: CohortID?
  /// From 0; nil is the round of the day.
  var round: Int?
  var state: TakingPart?
  var unit: String?
  var search = ""

  static let everybody = ParticipantView()
}

/// How far somebody is with what their cohort does.
enum LearnerState: String, CaseIterable, Sendable {
  case notStarted = "not-started"
  case started
  case finished
  case passed
}

/// The order of a cohort's table.
enum CohortOrder: String, CaseIterable, Sendable {
  case name
  case progress
  case activity
}
