import QuizEngine

/// Every address of the server, in reading order: the only list there is.
///
/// The authorisation tests and the API's description are made from it.
enum RouteTable {
  static let endpoints = probes + api

  static let probes: [Endpoint] = [
    .open("/healthz", at: .loop, ProbeHandlers.health),
    .open("/readyz", ProbeHandlers.ready),
    .open("/metrics", ProbeHandlers.metrics),
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
      .get, "/api/v1/contests/{contest}/watch", .holder(of: .manageContests), OrganizerAPI.watch),
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
