import QuizEngine

/// Signing in and out, and who one is.
enum SessionAPI {
  static func signIn(_ context: RequestContext, _ reply: Reply) throws {
    let body = try JSONBody(context.request, members: ["card", "username", "password", "code"])
    var door = SignInDoor(context)
    if body["card"] != nil {
      guard body["username"] == nil, body["password"] == nil else {
        throw RequestFault.badMember("card", .contradicts)
      }
      let (card, code) = (try body.string("card"), try code(body))
      return reply.send(try answer(context) { try door.card(card, code: code) })
    }
    let (username, password) = (try body.string("username"), try body.string("password"))
    let code = try code(body)
    door = try door.paying(for: username)
    door.onHashingThread(reply) { [door] in
      try answer(context) { try door.password(username, password, code: code) }
    }
  }

  private static func code(_ body: JSONBody) throws -> String? {
    body["code"] == nil ? nil : try body.string("code")
  }

  private static func answer(
    _ context: RequestContext, _ door: () throws -> SignedIn
  ) throws -> Response {
    let signedIn: SignedIn
    do { signedIn = try door() } catch is CodeNeeded { throw Refusal.codeNeeded }
    let units = try context.engine.units()
    return .json { writer in
      writer.field("token", signedIn.token)
      writer.field("expiresAt", signedIn.session.expiresAt)
      writer.key("person")
      writer.person(signedIn.person, units)
    }
  }

  static func signOut(_ context: RequestContext) throws -> Response {
    try context.engine.signOut(context.requireSession(), at: context.now)
    var response = Response.noContent()
    response.fields.append("Clear-Site-Data", SecurityFields.forgetting)
    if case .cookie = context.credential {
      response.fields.append(
        "Set-Cookie", SessionCookie.clear(isSecure: context.arrival.isSecure))
    }
    return response
  }

  static func me(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    let units = try context.engine.units()
    let (person, learning, teaching) = try context.engine.read { connection in
      (
        try connection.persons.person(session.person),
        try connection.cohorts.cohorts(of: session.person, as: .learner),
        try connection.cohorts.cohorts(of: session.person, as: .teacher)
      )
    }
    guard let person else { throw Refusal.notSignedIn }
    return .json { writer in
      writer.personMembers(person, units)
      writer.array("cohorts", learning.map { ($0, "learner") } + teaching.map { ($0, "teacher") }) {
        $0.cohort($1.0, membership: $1.1)
      }
      writer.field("expiresAt", session.expiresAt)
      writer.field("serverTime", context.now)
    }
  }
}

extension JSONWriter {
  mutating func person(_ person: Person, _ units: UnitTree) {
    beginObject()
    personMembers(person, units)
    endObject()
  }

  mutating func personMembers(_ person: Person, _ units: UnitTree) {
    field("id", person.id.text)
    field("name", person.name)
    array("roles", person.roles.sorted()) { $0.string($1.rawValue) }
    key("unit")
    beginObject()
    field("id", person.unit.text)
    field("name", units[person.unit]?.name ?? "")
    field("school", PublicName.school(of: person.unit, in: units))
    endObject()
  }

  fileprivate mutating func cohort(_ cohort: Cohort, membership: String) {
    beginObject()
    field("id", cohort.id.text)
    field("name", cohort.name)
    field("membership", membership)
    field("course", cohort.course)
    field("dueAt", cohort.dueAt)
    endObject()
  }
}
