import QuizEngine

/// Where an object lies, seen from the unit of whoever asks.
enum Relation: String, CaseIterable, Sendable {
  case own
  /// In a unit below.
  case child
  /// In another unit below the same one.
  case sibling
  /// In the unit above.
  case parent
  /// Under another root altogether.
  case other

  var isInside: Bool { self == .own || self == .child }
}

/// Which routes open for a role, by where the object lies; nobody of these people owns, teaches or
/// entered anything.
enum UnitRule: Sendable {
  /// For everybody, signed in or not.
  case open
  case signedIn
  case roles(Set<Role>)
  /// These roles inside their own unit; elsewhere the object is as if it did not exist.
  case hiddenOutside(Set<Role>)
  /// These roles inside their own unit; elsewhere they are told that they may not.
  case forbiddenOutside(Set<Role>)
  /// Attempts are their owner's alone.
  case owner
  /// Entrants are the people of the unit; staff also see the contests below them.
  case contest
  /// Its readers are entrants, and managers of the contest.
  case board
  /// Pupils of the unit; whoever else sees the contest is told that it is not for them.
  case entrants
  /// The paper of a member of a cohort.
  case paper
  /// Of cohorts that none of the teachers asked teaches.
  case cohort
  /// A card for a member of such a cohort.
  case card
  /// Who took part, for all staff who see the contest; none of the teachers asked has pupils in it.
  case participants

  static let managers: Set<Role> = [.organizer, .admin]
  static let staff: Set<Role> = [.teacher, .organizer, .admin, .auditor]

  func verdict(_ role: Role?, _ relation: Relation) -> Verdict {
    if case .open = self { return .passes }
    guard let role else { return .signIn }
    let isEntrant = relation == .own || relation == .parent
    let isManager = Self.managers.contains(role) && relation.isInside
    switch self {
    case .open, .signedIn: return .passes
    case .roles(let roles): return roles.contains(role) ? .passes : .forbidden
    case .hiddenOutside(let roles):
      guard roles.contains(role) else { return .forbidden }
      return relation.isInside ? .passes : .hidden
    case .forbiddenOutside(let roles):
      return roles.contains(role) && relation.isInside ? .passes : .forbidden
    case .owner: return .hidden
    case .contest, .entrants:
      guard isEntrant || (role != .student && relation.isInside) else { return .hidden }
      if case .contest = self { return .passes }
      return role == .student ? .passes : .ineligible
    case .board: return isEntrant || isManager ? .passes : .hidden
    case .cohort where role == .student: return .forbidden
    case .card where role == .auditor && relation.isInside: return .forbidden
    case .card where role == .student: return .forbidden
    case .participants:
      guard role != .student else { return .forbidden }
      return isEntrant || relation.isInside ? .passes : .hidden
    case .paper, .cohort, .card:
      let mayByRole = role != .student && role != .teacher
      return mayByRole && relation.isInside ? .passes : .hidden
    }
  }
}

extension UnitRule {
  /// The rule of a route; nil where nobody wrote one, which fails the test.
  static func of(_ route: String) -> UnitRule? { named[route] ?? byShape(route) }

  private static let named: [String: UnitRule] = [
    "POST /manage/cohorts": .forbiddenOutside(managers),
    "POST /manage/import": .forbiddenOutside(managers),
    "POST /manage/contests": .forbiddenOutside(managers),
    "POST /manage/certificates/{code}/revocation": .forbiddenOutside(managers),
    "GET /certificates/{code}": .paper, "GET /certificates/{code}/picture": .paper,
    "GET /certificates/{code}/pdf": .paper,
    "GET /contests/{contest}": .contest, "GET /api/v1/contests/{contest}": .contest,
    "GET /api/v1/contests/{contest}/events": .contest,
    "GET /contests/{contest}/standings": .board, "GET /api/v1/contests/{contest}/standings": .board,
    "POST /contests/{contest}/attempts": .entrants,
    "POST /api/v1/contests/{contest}/attempts": .entrants,
    "GET /api/v1/contests/{contest}/watch": .hiddenOutside(managers),
    "GET /api/v1/contests/{contest}/late-deliveries": .hiddenOutside(managers),
    "POST /api/v1/contests/{contest}/closing": .hiddenOutside(managers),
    "POST /api/v1/contests/{contest}/publication": .hiddenOutside(managers),
    "GET /cohorts/{cohort}/people/{person}/card": .card,
    "POST /cohorts/{cohort}/people/{person}/card": .card,
    "POST /api/v1/cohorts/{cohort}/people/{person}/card": .card,
    "GET /contests/{contest}/participants": .participants,
    "GET /api/v1/contests/{contest}/participants": .participants,
    "GET /cohorts": .roles(staff), "GET /cohorts/{cohort}": .cohort,
    "GET /manage/cohorts/{cohort}/completion.csv": .cohort,
    "GET /manage/cohorts/{cohort}/completion.json": .cohort,
    "GET /manage": .roles(managers), "GET /manage/cohorts/new": .roles(managers),
    "GET /manage/import": .roles(managers),
    "GET /manage/import/template.csv": .roles(managers),
    "GET /manage/import/template.xlsx": .roles(managers),
    "GET /manage/contests/new": .roles(managers),
    "GET /manage/audit": .roles([.admin, .auditor]),
    "GET /me": .signedIn, "POST /me/sessions": .signedIn, "GET /me/password": .signedIn,
    "GET /me/second-factor": .signedIn, "POST /me/second-factor": .signedIn,
    "POST /me/second-factor/confirmation": .signedIn,
    "POST /me/second-factor/recovery-codes": .signedIn, "POST /me/second-factor/end": .signedIn,
    "POST /me/password": .signedIn, "GET /contests": .signedIn,
    "POST /courses/{course}/modules/{module}/test": .signedIn,
    "POST /courses/{course}/certificate": .signedIn,
    "DELETE /api/v1/session": .signedIn, "GET /api/v1/me": .signedIn,
    "GET /api/v1/contests": .signedIn,
    "POST /api/v1/courses/{course}/lessons/{lesson}/completion": .signedIn,
  ]

  /// Families of routes that have one rule; everything public is listed by name.
  private static func byShape(_ route: String) -> UnitRule? {
    let path = String(route.drop { $0 != "/" })
    if path.hasPrefix("/attempts/{attempt}") || path.hasPrefix("/api/v1/attempts/{attempt}") {
      return .owner
    }
    if path.hasPrefix("/manage/contests/{contest}")
      || path.hasPrefix("/manage/cohorts/{cohort}/")
    {
      return .hiddenOutside(managers)
    }
    return openRoutes.contains(route) ? .open : nil
  }

  private static let openRoutes: Set<String> = [
    "GET /healthz", "GET /readyz", "GET /metrics", "GET /assets/{name}", "GET /sw.js",
    "GET /courses/{course}/media/{file}", "GET /", "GET /sign-in", "POST /sign-in",
    "POST /sign-in/code",
    "GET /c/{card}", "POST /sign-out", "POST /language", "GET /verify", "GET /verify/{code}",
    "GET /help", "GET /law/{law}", "GET /problems/{slug}", "GET /courses",
    "GET /courses/{course}", "GET /courses/{course}/lessons/{lesson}",
    "POST /courses/{course}/lessons/{lesson}/checkpoint", "POST /api/v1/session",
    "GET /api/v1/courses", "GET /api/v1/courses/{course}",
    "GET /api/v1/courses/{course}/lessons/{lesson}", "GET /api/v1/certificates/{code}",
    "GET /api/v1/openapi.json",
  ]
}
