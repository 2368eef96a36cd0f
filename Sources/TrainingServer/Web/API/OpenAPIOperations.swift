import QuizEngine

/// What the route table does not say of a call: its name, and the shapes that go in and out.
enum OpenAPIOperations {
  enum Answer: Sendable {
    case schema(String)
    case events
    case anything
    case nothing
  }

  struct Words: Sendable {
    let id: String
    let summary: String
    var request: String?
    let answer: Answer
    var query: [JSON] = []

    init(
      _ id: String, _ summary: String, request: String? = nil, _ answer: Answer,
      query: [JSON] = []
    ) {
      self.id = id
      self.summary = summary
      self.request = request
      self.answer = answer
      self.query = query
    }
  }

  static func words(of endpoint: Endpoint) -> Words? {
    all["\(endpoint.method.rawValue) \(endpoint.pattern)"]
  }

  private static let all: [String: Words] = [
    "POST /api/v1/session": Words(
      "signIn",
      "Signs in with a card, or with user name and password; with a code where two steps are on.",
      request: "SignIn",
      .schema("SignedIn")),
    "DELETE /api/v1/session": Words("signOut", "Ends the session.", .nothing),
    "GET /api/v1/me": Words("me", "Who is signed in.", .schema("Me")),
    "GET /api/v1/courses": Words("courses", "All courses.", .schema("Courses")),
    "GET /api/v1/courses/{course}": Words(
      "course", "A course with its modules and lessons.", .schema("CourseDetail")),
    "GET /api/v1/courses/{course}/lessons/{lesson}": Words(
      "lesson", "A lesson with its checkpoint, without keys.", .schema("Lesson")),
    "POST /api/v1/courses/{course}/lessons/{lesson}/completion": Words(
      "completeLesson",
      "Answers the checkpoint; completes the lesson once enough was right, over all tries.",
      request: "LessonAnswers", .schema("LessonResult")),
    "GET /api/v1/contests": Words(
      "contests", "The contests this person may see.", .schema("Contests")),
    "GET /api/v1/contests/{contest}": Words(
      "contest", "A contest, its terms and one's own attempts.", .schema("ContestDetail")),
    "GET /api/v1/contests/{contest}/standings": Words(
      "standings", "The board, by its policy.", .schema("Standings"),
      query: [
        number("round", minimum: 1, maximum: 1000),
        number("after", minimum: 0, maximum: 100_000_000),
        number("limit", minimum: 1, maximum: 500),
      ]),
    "GET /api/v1/contests/{contest}/events": Words(
      "events", "Server-sent events of a contest.", .events),
    "POST /api/v1/contests/{contest}/attempts": Words(
      "startAttempt", "Starts an attempt, or returns the one that runs.", request: "Empty",
      .schema("Attempt")),
    "GET /api/v1/attempts/{attempt}": Words(
      "attempt", "One's own attempt.", .schema("Attempt")),
    "PUT /api/v1/attempts/{attempt}/answers/{slot}": Words(
      "saveAnswer", "Saves an answer; the same revision and answer again give the same receipt.",
      request: "Save", .schema("Saved")),
    "PUT /api/v1/attempts/{attempt}/prediction": Words(
      "savePrediction", "Saves the prediction.", request: "Prediction", .schema("Saved")),
    "POST /api/v1/attempts/{attempt}/submission": Words(
      "submit", "Ends the attempt; again gives the same answer.", request: "Empty",
      .schema("Submission")),
    "GET /api/v1/contests/{contest}/participants": Words(
      "participants", "Who took part in a round, for organizers and for teachers of the pupils.",
      .schema("Participants"), query: [number("round", minimum: 1, maximum: 1000)]),
    "POST /api/v1/cohorts/{cohort}/people/{person}/card": Words(
      "newCard", "Replaces one learner's lost card; the old one is locked at once.",
      request: "Empty", .schema("NewCard")),
    "POST /api/v1/attempts/{attempt}/late-deliveries": Words(
      "deliverLate",
      "Keeps answers given before the end that could not be sent in time: for 24 hours, apart, not counted.",
      request: "LateDeliveries", .schema("LateDeliveriesKept")),
    "GET /api/v1/contests/{contest}/late-deliveries": Words(
      "lateDeliveries", "What came after the end, with the devices' times.",
      .schema("LateDeliveryList")),
    "GET /api/v1/contests/{contest}/watch": Words(
      "watch", "How the current round goes, for its organizers.", .schema("Watch")),
    "POST /api/v1/contests/{contest}/closing": Words(
      "closeContest", "Ends the open round now.", request: "Empty", .schema("ContestState")),
    "POST /api/v1/contests/{contest}/publication": Words(
      "publishContest", "Makes the results public.", request: "Empty", .schema("ContestState")),
    "GET /api/v1/certificates/{code}": Words(
      "certificate", "The public check of a certificate.", .schema("Certificate")),
    "GET /api/v1/openapi.json": Words("openapi", "This description.", .anything),
  ]

  private static func number(_ name: String, minimum: Int, maximum: Int) -> JSON {
    .object([
      "name": .string(name), "in": .string("query"),
      "schema": .object([
        "type": .string("integer"), "minimum": .int(minimum), "maximum": .int(maximum),
      ]),
    ])
  }
}
