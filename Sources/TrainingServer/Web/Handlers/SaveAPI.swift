import QuizEngine

/// The hot path: saves of answers and predictions, from bytes to bytes without Foundation.
enum SaveAPI {
  static func answer(_ context: RequestContext, _ reply: Reply) throws {
    let person = try context.requireSession().person
    let attempt: AttemptID = try context.id("attempt", .attempt)
    let body = try JSONBody(context.request, members: ["revision", "response"])
    let (revision, response) = (try body.revision(), try body.response())
    guard let slot = wholeNumber(context.parameters.octets("slot")) else {
      throw Refusal.notFound(.page)
    }
    context.engine.save(
      response, slot: slot, revision: revision, in: attempt, by: person, at: context.now
    ) { result in
      switch result {
      case .success(let saved):
        reply.send(proof(saved.revision, saved.savedAt, saved.receipt))
      case .failure(Refusal.staleRevision(let found)):
        tellNewer(attempt, of: person, found, context, reply) { state, writer in
          guard let saved = state.answers[slot] else { return }
          writer.key("response")
          writer.response(saved.response)
          writer.field("savedAt", saved.savedAt)
        }
      case .failure(let error): reply.fail(error)
      }
    }
  }

  static func prediction(_ context: RequestContext, _ reply: Reply) throws {
    let person = try context.requireSession().person
    let attempt: AttemptID = try context.id("attempt", .attempt)
    let body = try JSONBody(context.request, members: ["revision", "value"])
    let (revision, value) = (try body.revision(), try body.int("value"))
    context.engine.predict(
      value, revision: revision, in: attempt, by: person, at: context.now
    ) { result in
      switch result {
      case .success(let saved):
        reply.send(proof(saved.revision, saved.savedAt, saved.receipt))
      case .failure(Refusal.staleRevision(let found)):
        tellNewer(attempt, of: person, found, context, reply) { state, writer in
          guard let saved = state.prediction else { return }
          writer.field("value", saved.value)
          writer.field("savedAt", saved.savedAt)
        }
      case .failure(let error): reply.fail(error)
      }
    }
  }

  private static func proof(_ revision: Int, _ savedAt: Instant, _ receipt: Receipt) -> Response {
    var body: [UInt8] = []
    body.reserveCapacity(128)
    // Written by hand, since nothing in it needs escaping.
    body.append(contentsOf: #"{"revision":"#.utf8)
    body.append(decimal: revision)
    body.append(contentsOf: #","savedAt":""#.utf8)
    body.append(contentsOf: savedAt.wireText.utf8)
    body.append(contentsOf: #"","receipt":""#.utf8)
    body.append(contentsOf: receipt.code.utf8)
    body.append(contentsOf: #""}"#.utf8)
    return Response(status: 200, fields: .unstoredJSON, body: body)
  }

  /// 409 with what is stored, so that the client can show it; read off the writer's thread.
  private static func tellNewer(
    _ attempt: AttemptID, of person: PersonID, _ found: Int, _ context: RequestContext,
    _ reply: Reply, _ stored: @escaping @Sendable (AttemptState, inout JSONWriter) -> Void
  ) {
    reply.finishOnWorker {
      let reading = try context.engine.attempt(attempt, of: person, at: context.now)
      var problem = Problem(.staleRevision(found: found), at: context.now)
      var writer = JSONWriter()
      writer.beginObject()
      stored(reading.state, &writer)
      writer.endObject()
      problem.members +=
        (try JSON(writer.finish())).object?.members.map { ($0.key, $0.value) } ?? []
      throw problem
    }
  }
}
