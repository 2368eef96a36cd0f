import QuizEngine

/// Every address of the server, in reading order: the only list there is.
///
/// The authorisation tests and the API's description are made from it.
enum RouteTable {
  static let endpoints = probes + open + learner + staff + api

  static let probes: [Endpoint] = [
    .open("/healthz", at: .loop, ProbeHandlers.health),
    .open("/readyz", ProbeHandlers.ready),
    .open("/metrics", ProbeHandlers.metrics),
  ]

  /// Pages that need no session.
  static let open: [Endpoint] = [
    .open("/assets/{name}", at: .loop, PublicHandlers.asset),
    .open("/sw.js", at: .loop, PublicHandlers.worker),
    .open("/courses/{course}/media/{file}", at: .loop, PublicHandlers.picture),
    .page(.get, "/", .anyone, HomeHandlers.home),
    .page(.get, "/sign-in", .anyone, SignInHandlers.form),
    .page(.post, "/sign-in", .anyone, then: SignInHandlers.signIn),
    .page(.post, "/sign-in/code", .anyone, SignInHandlers.signInCode),
    .page(.get, "/c/{card}", .anyone, SignInHandlers.card),
    .page(.post, "/sign-out", .anyone, SignInHandlers.signOut),
    .page(.post, "/language", .anyone, SignInHandlers.language),
    .page(.get, "/verify", .anyone, PublicHandlers.verifyForm),
    .page(.get, "/verify/{code}", .anyone, PublicHandlers.verify),
    .page(.get, "/help", .anyone, PublicHandlers.help),
    .page(.get, "/law/{law}", .anyone, PublicHandlers.law),
    .page(.get, "/problems/{slug}", .anyone, PublicHandlers.problem),
    .page(.get, "/courses", .anyone, CourseHandlers.list),
    .page(.get, "/courses/{course}", .anyone, CourseHandlers.course),
    .page(
      .get, "/courses/{course}/lessons/{lesson}", .anyone, at: .loop, then: LessonHandlers.lesson
    ),
    .page(
      .post, "/courses/{course}/lessons/{lesson}/checkpoint", .anyone, LessonHandlers.checkpoint),
  ]

  /// Pages of people who learn and take part.
  static let learner: [Endpoint] = [
    .page(
      .post, "/courses/{course}/modules/{module}/test", .signedIn, then: CourseHandlers.startTest),
    .page(.post, "/courses/{course}/certificate", .signedIn, CourseHandlers.claimCertificate),
    .page(.get, "/contests", .signedIn, ContestHandlers.list),
    .page(.get, "/contests/{contest}", .signedIn, ContestHandlers.contest),
    .page(.get, "/contests/{contest}/standings", .signedIn, ContestHandlers.standings),
    .page(.post, "/contests/{contest}/attempts", .signedIn, then: ContestHandlers.start),
    .page(.get, "/attempts/{attempt}", .signedIn, ExamHandlers.exam),
    .page(.post, "/attempts/{attempt}/answers/{slot}", .signedIn, then: ExamForms.answer),
    .page(.post, "/attempts/{attempt}/prediction", .signedIn, then: ExamForms.prediction),
    .page(.get, "/attempts/{attempt}/review", .signedIn, ExamHandlers.review),
    .page(.post, "/attempts/{attempt}/submission", .signedIn, then: ExamForms.submit),
    .page(.get, "/attempts/{attempt}/receipt", .signedIn, then: ExamHandlers.receipt),
    .page(.get, "/attempts/{attempt}/result", .signedIn, ResultHandlers.result),
    .page(.get, "/me", .signedIn, OwnHandlers.me),
    .page(.post, "/me/sessions", .signedIn, AccountHandlers.endSession),
    .page(.get, "/me/password", .signedIn, AccountHandlers.passwordForm),
    .page(.post, "/me/password", .signedIn, then: AccountHandlers.changePassword),
    .page(.get, "/me/second-factor", .signedIn, SecondFactorHandlers.show),
    .page(.post, "/me/second-factor", .signedIn, then: SecondFactorHandlers.propose),
    .page(.post, "/me/second-factor/confirmation", .signedIn, SecondFactorHandlers.confirm),
    .page(
      .post, "/me/second-factor/recovery-codes", .signedIn,
      then: SecondFactorHandlers.renewRecoveryCodes),
    .page(.post, "/me/second-factor/end", .signedIn, then: SecondFactorHandlers.end),
    .page(.get, "/certificates/{code}", .signedIn, OwnHandlers.certificate),
    .page(.get, "/certificates/{code}/picture", .signedIn, PaperHandlers.picture),
    .page(.get, "/certificates/{code}/pdf", .signedIn, PaperHandlers.pdf),
  ]

  /// Pages of teachers, organizers and auditors.
  static let staff: [Endpoint] = [
    .page(.get, "/cohorts", .holder(of: .viewCohort), CohortHandlers.list),
    .page(.get, "/cohorts/{cohort}", .holder(of: .viewCohort), CohortHandlers.cohort),
    .page(
      .get, "/cohorts/{cohort}/people/{person}/card", .holder(of: .viewCohort),
      CardHandlers.newCardForm),
    .page(
      .post, "/cohorts/{cohort}/people/{person}/card", .holder(of: .viewCohort),
      CardHandlers.makeOne),
    .page(
      .get, "/contests/{contest}/participants", .holder(of: .viewCohort),
      ParticipantHandlers.list),
    .page(
      .get, "/manage/cohorts/{cohort}/completion.csv", .holder(of: .viewCohort),
      ExportHandlers.completion(.csv)),
    .page(
      .get, "/manage/cohorts/{cohort}/completion.json", .holder(of: .viewCohort),
      ExportHandlers.completion(.json)),

    .page(.get, "/manage", .holder(of: .manageContests), ManageHandlers.overview),
    .page(.get, "/manage/cohorts/new", .holder(of: .managePeople), ManageHandlers.newCohort),
    .page(.post, "/manage/cohorts", .holder(of: .managePeople), ManageHandlers.makeCohort),
    .page(
      .post, "/manage/cohorts/{cohort}/people", .holder(of: .managePeople), ManageHandlers.takeIn),
    .page(.get, "/manage/import", .holder(of: .managePeople), ImportHandlers.form),
    .page(
      .post, "/manage/import", .holder(of: .managePeople), body: .upload, ImportHandlers.take),
    .page(
      .get, "/manage/import/template.csv", .holder(of: .managePeople),
      ImportHandlers.template(.csv)),
    .page(
      .get, "/manage/import/template.xlsx", .holder(of: .managePeople),
      ImportHandlers.template(.xlsx)),
    .page(.get, "/manage/cohorts/{cohort}/cards", .holder(of: .managePeople), CardHandlers.form),
    .page(
      .post, "/manage/cohorts/{cohort}/cards", .holder(of: .managePeople),
      CardHandlers.makeMissing),
    .page(
      .get, "/manage/cohorts/{cohort}/cards/renewal", .holder(of: .managePeople),
      CardHandlers.renewalForm),
    .page(
      .post, "/manage/cohorts/{cohort}/cards/renewal", .holder(of: .managePeople),
      CardHandlers.renew),
    .page(
      .get, "/manage/cohorts/{cohort}/certificates", .holder(of: .manageCertificates),
      CertificateHandlers.list),
    .page(
      .post, "/manage/cohorts/{cohort}/certificates", .holder(of: .manageCertificates),
      CertificateHandlers.issue),
    .page(
      .post, "/manage/certificates/{code}/revocation", .holder(of: .manageCertificates),
      CertificateHandlers.revoke),

    .page(
      .get, "/manage/contests/new", .holder(of: .manageContests), ContestOpeningHandlers.form),
    .page(
      .post, "/manage/contests", .holder(of: .manageContests), body: .upload,
      ContestOpeningHandlers.take),
    .page(.get, "/manage/contests/{contest}", .holder(of: .manageContests), WatchHandlers.watch),
    .page(
      .post, "/manage/contests/{contest}/closing", .holder(of: .manageContests),
      WatchHandlers.close),
    .page(
      .post, "/manage/contests/{contest}/publication", .holder(of: .manageContests),
      WatchHandlers.publish),
    .page(
      .get, "/manage/contests/{contest}/results.csv", .holder(of: .manageContests),
      ExportHandlers.results(.csv)),
    .page(
      .get, "/manage/contests/{contest}/results.json", .holder(of: .manageContests),
      ExportHandlers.results(.json)),
    .page(
      .get, "/manage/contests/{contest}/units.csv", .holder(of: .manageContests),
      ExportHandlers.units(.csv)),
    .page(
      .get, "/manage/contests/{contest}/units.json", .holder(of: .manageContests),
      ExportHandlers.units(.json)),
    .page(.get, "/manage/audit", .holder(of: .viewAudit), WatchHandlers.audit),
  ]

  static let api: [Endpoint] = [
    .api(.post, "/api/v1/session", .anyone, body: .json, then: SessionAPI.signIn),
    .api(.delete, "/api/v1/session", .signedIn, SessionAPI.signOut),
    .api(.get, "/api/v1/me", .signedIn, SessionAPI.me),

    .api(.get, "/api/v1/courses", .anyone, CourseAPI.list),
    .api(.get, "/api/v1/courses/{course}", .anyone, CourseAPI.course),
    .api(.get, "/api/v1/courses/{course}/lessons/{lesson}", .anyone, CourseAPI.lesson),
    .api(
      .post, "/api/v1/courses/{course}/lessons/{lesson}/completion", .signedIn, body: .emptyJSON,
      CourseAPI.complete),

    .api(.get, "/api/v1/contests", .signedIn, ContestAPI.list),
    .api(.get, "/api/v1/contests/{contest}", .signedIn, ContestAPI.contest),
    .api(.get, "/api/v1/contests/{contest}/standings", .signedIn, ContestAPI.standings),
    .api(.get, "/api/v1/contests/{contest}/events", .signedIn, then: ContestAPI.events),
    .api(
      .post, "/api/v1/contests/{contest}/attempts", .signedIn, body: .emptyJSON,
      then: AttemptAPI.start),

    .api(.get, "/api/v1/attempts/{attempt}", .signedIn, AttemptAPI.read),
    .api(
      .put, "/api/v1/attempts/{attempt}/answers/{slot}", .signedIn, at: .loop, body: .json,
      then: SaveAPI.answer),
    .api(
      .put, "/api/v1/attempts/{attempt}/prediction", .signedIn, at: .loop, body: .json,
      then: SaveAPI.prediction),
    .api(
      .post, "/api/v1/attempts/{attempt}/submission", .signedIn, at: .loop, body: .emptyJSON,
      then: AttemptAPI.submit),
    .api(
      .post, "/api/v1/attempts/{attempt}/late-deliveries", .signedIn, body: .json,
      LateAPI.deliver),

    .api(
      .get, "/api/v1/contests/{contest}/participants", .holder(of: .viewCohort),
      CohortAPI.participants),
    .api(
      .post, "/api/v1/cohorts/{cohort}/people/{person}/card", .holder(of: .viewCohort),
      body: .emptyJSON, CohortAPI.newCard),
    .api(
      .get, "/api/v1/contests/{contest}/watch", .holder(of: .manageContests), OrganizerAPI.watch),
    .api(
      .get, "/api/v1/contests/{contest}/late-deliveries", .holder(of: .manageContests),
      LateAPI.list),
    .api(
      .post, "/api/v1/contests/{contest}/closing", .holder(of: .manageContests),
      body: .emptyJSON, OrganizerAPI.close),
    .api(
      .post, "/api/v1/contests/{contest}/publication", .holder(of: .manageContests),
      body: .emptyJSON, OrganizerAPI.publish),

    .api(.get, "/api/v1/certificates/{code}", .anyone, CertificateAPI.check),
    .api(.get, "/api/v1/openapi.json", .anyone, at: .loop, OpenAPI.serve),
  ]
}
