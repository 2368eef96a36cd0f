import QuizEngine

/// Addresses of teachers, organizers and auditors.
extension Route {
  static let cohorts = Route("/cohorts")
  static func cohort(_ id: CohortID, _ view: CohortView = .everybody) -> Route {
    Route("/cohorts/\(id)").with([
      ("state", view.state?.rawValue), ("sort", view.order == .name ? nil : view.order.rawValue),
    ])
  }

  static let manage = Route("/manage")
  static let newCohort = Route("/manage/cohorts/new")
  static let manageCohorts = Route("/manage/cohorts")
  static let importPeople = Route("/manage/import")
  static func cards(_ id: CohortID) -> Route { Route("/manage/cohorts/\(id)/cards") }
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

  static let everybody = CohortView(state: nil, order: .name)
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
