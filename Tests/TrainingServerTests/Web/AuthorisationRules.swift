import QuizEngine

/// What somebody gets from a route whose objects belong to school A.
enum Verdict: String, Sendable {
  /// The handler did its work, or refused for another reason than who asks.
  case passes
  case signIn
  case forbidden
  /// The contest is for others.
  case ineligible
  /// As if the object did not exist.
  case hidden
}

/// One route's row: who passes, for whom the object does not exist; the others are forbidden.
struct AuthorisationRule: Sendable {
  let passes: Set<Who>
  var hides: Set<Who> = []
  /// Nobody needs to sign in.
  var isPublic = false

  func verdict(_ who: Who) -> Verdict {
    if isPublic || passes.contains(who) { return .passes }
    if who == .nobody { return .signIn }
    return hides.contains(who) ? .hidden : .forbidden
  }

  static let everybody = AuthorisationRule(passes: Set(Who.allCases), isPublic: true)
  static let members = AuthorisationRule(passes: Set(Who.allCases).subtracting([.nobody]))
  /// Only the owner of the attempt; for all others it does not exist.
  static let owner = AuthorisationRule(
    passes: [.pupil], hides: Set(Who.allCases).subtracting([.pupil, .nobody]))
  /// People of school A and staff above it; school B sees no such contest.
  static let contestSeers = AuthorisationRule(
    passes: [
      .pupil, .classmate, .teacher, .colleague, .organizer, .organizerA, .admin, .auditor,
    ], hides: [.stranger, .teacherB, .organizerB])
  static let paperSeers = AuthorisationRule(
    passes: [.pupil, .teacher, .organizer, .organizerA, .admin, .auditor],
    hides: [.classmate, .stranger, .colleague, .teacherB, .organizerB])
  /// The board's readers are entrants, and managers of the contest.
  static let boardReaders = AuthorisationRule(
    passes: [.pupil, .classmate, .teacher, .colleague, .organizer, .organizerA, .admin],
    hides: [.stranger, .teacherB, .organizerB, .auditor])
  static let contestManagers = AuthorisationRule(
    passes: [.organizer, .organizerA, .admin], hides: [.organizerB])
  static let organizers = AuthorisationRule(
    passes: [.organizer, .organizerA, .organizerB, .admin])
  static let cohortSeers = AuthorisationRule(
    passes: [.teacher, .organizer, .organizerA, .admin, .auditor],
    hides: [.colleague, .teacherB, .organizerB])
  static let cohortManagers = AuthorisationRule(
    passes: [.organizer, .organizerA, .admin], hides: [.organizerB])
  /// Teachers of the class and those who manage people; auditors only look.
  static let cardGivers = AuthorisationRule(
    passes: [.teacher, .organizer, .organizerA, .admin],
    hides: [.colleague, .teacherB, .organizerB])
  /// Pupils have no business with it; whom it shows, `StaffJourneyTests` tells.
  static let participantSeers = AuthorisationRule(
    passes: [.teacher, .colleague, .organizer, .organizerA, .admin, .auditor],
    hides: [.teacherB, .organizerB])
  static let staff = AuthorisationRule(
    passes: Set(Who.allCases).subtracting([.nobody, .pupil, .classmate, .stranger]))
  static let auditReaders = AuthorisationRule(passes: [.admin, .auditor])
}

extension AuthorisationRule {
  /// Every route has its row here; one without fails the test.
  static let table: [String: AuthorisationRule] = [
    "GET /healthz": .everybody, "GET /readyz": .everybody, "GET /metrics": .everybody,
    "GET /assets/{name}": .everybody, "GET /sw.js": .everybody,
    "GET /courses/{course}/media/{file}": .everybody,
    "GET /": .everybody, "GET /sign-in": .everybody, "POST /sign-in": .everybody,
    "POST /sign-in/code": .everybody,
    "GET /c/{card}": .everybody, "POST /sign-out": .everybody, "POST /language": .everybody,
    "GET /verify": .everybody, "GET /verify/{code}": .everybody, "GET /help": .everybody,
    "GET /law/{law}": .everybody, "GET /problems/{slug}": .everybody,
    "GET /courses": .everybody, "GET /courses/{course}": .everybody,
    "GET /courses/{course}/lessons/{lesson}": .everybody,
    "POST /courses/{course}/lessons/{lesson}/checkpoint": .everybody,
    "POST /courses/{course}/modules/{module}/test": .members,
    "POST /courses/{course}/certificate": .members,
    "GET /contests": .members, "GET /contests/{contest}": .contestSeers,
    "GET /contests/{contest}/standings": .boardReaders,
    "POST /contests/{contest}/attempts": .contestSeers,
    "GET /attempts/{attempt}": .owner, "POST /attempts/{attempt}/answers/{slot}": .owner,
    "POST /attempts/{attempt}/prediction": .owner, "GET /attempts/{attempt}/review": .owner,
    "POST /attempts/{attempt}/submission": .owner, "GET /attempts/{attempt}/receipt": .owner,
    "GET /attempts/{attempt}/result": .owner, "GET /me": .members,
    "POST /me/sessions": .members, "GET /me/password": .members, "POST /me/password": .members,
    "GET /me/second-factor": .members, "POST /me/second-factor": .members,
    "POST /me/second-factor/confirmation": .members,
    "POST /me/second-factor/recovery-codes": .members, "POST /me/second-factor/end": .members,
    "GET /certificates/{code}": .paperSeers, "GET /certificates/{code}/picture": .paperSeers,
    "GET /certificates/{code}/pdf": .paperSeers,
    "GET /cohorts": .staff, "GET /cohorts/{cohort}": .cohortSeers,
    "GET /cohorts/{cohort}/people/{person}/card": .cardGivers,
    "POST /cohorts/{cohort}/people/{person}/card": .cardGivers,
    "GET /contests/{contest}/participants": .participantSeers,
    "GET /manage/cohorts/{cohort}/completion.csv": .cohortSeers,
    "GET /manage/cohorts/{cohort}/completion.json": .cohortSeers,
    "GET /manage": .organizers, "GET /manage/cohorts/new": .organizers,
    "POST /manage/cohorts": AuthorisationRule(passes: [.organizer, .organizerA, .admin]),
    "GET /manage/import": .organizers,
    "GET /manage/import/template.csv": .organizers,
    "GET /manage/import/template.xlsx": .organizers,
    "POST /manage/import": AuthorisationRule(passes: [.organizer, .organizerA, .admin]),
    "GET /manage/cohorts/{cohort}/cards": .cohortManagers,
    "POST /manage/cohorts/{cohort}/cards": .cohortManagers,
    "POST /manage/cohorts/{cohort}/people": .cohortManagers,
    "GET /manage/cohorts/{cohort}/cards/renewal": .cohortManagers,
    "POST /manage/cohorts/{cohort}/cards/renewal": .cohortManagers,
    "GET /manage/cohorts/{cohort}/certificates": .cohortManagers,
    "POST /manage/cohorts/{cohort}/certificates": .cohortManagers,
    "POST /manage/certificates/{code}/revocation": AuthorisationRule(
      passes: [.organizer, .organizerA, .admin]),
    "GET /manage/contests/new": .organizers,
    "POST /manage/contests": AuthorisationRule(passes: [.organizer, .organizerA, .admin]),
    "GET /manage/contests/{contest}": .contestManagers,
    "POST /manage/contests/{contest}/closing": .contestManagers,
    "POST /manage/contests/{contest}/publication": .contestManagers,
    "GET /manage/contests/{contest}/results.csv": .contestManagers,
    "GET /manage/contests/{contest}/results.json": .contestManagers,
    "GET /manage/contests/{contest}/units.csv": .contestManagers,
    "GET /manage/contests/{contest}/units.json": .contestManagers,
    "GET /manage/audit": .auditReaders,
  ].merging(api) { first, _ in first }

  private static let api: [String: AuthorisationRule] = [
    "POST /api/v1/session": .everybody, "DELETE /api/v1/session": .members,
    "GET /api/v1/me": .members, "GET /api/v1/courses": .everybody,
    "GET /api/v1/courses/{course}": .everybody,
    "GET /api/v1/courses/{course}/lessons/{lesson}": .everybody,
    "POST /api/v1/courses/{course}/lessons/{lesson}/completion": .members,
    "GET /api/v1/contests": .members, "GET /api/v1/contests/{contest}": .contestSeers,
    "GET /api/v1/contests/{contest}/standings": .boardReaders,
    "GET /api/v1/contests/{contest}/events": .contestSeers,
    "POST /api/v1/contests/{contest}/attempts": .contestSeers,
    "GET /api/v1/attempts/{attempt}": .owner,
    "PUT /api/v1/attempts/{attempt}/answers/{slot}": .owner,
    "PUT /api/v1/attempts/{attempt}/prediction": .owner,
    "POST /api/v1/attempts/{attempt}/submission": .owner,
    "POST /api/v1/cohorts/{cohort}/people/{person}/card": .cardGivers,
    "GET /api/v1/contests/{contest}/participants": .participantSeers,
    "POST /api/v1/attempts/{attempt}/late-deliveries": .owner,
    "GET /api/v1/contests/{contest}/late-deliveries": .contestManagers,
    "GET /api/v1/contests/{contest}/watch": .contestManagers,
    "POST /api/v1/contests/{contest}/closing": .contestManagers,
    "POST /api/v1/contests/{contest}/publication": .contestManagers,
    "GET /api/v1/certificates/{code}": .everybody, "GET /api/v1/openapi.json": .everybody,
  ]
}
