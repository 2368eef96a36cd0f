import QuizEngine

/// What organizers do with their contests.
enum OrganizerAPI {
  static func watch(_ context: RequestContext) throws -> Response {
    let reading = try context.engine.watch(
      context.id("contest", .contest), by: .person(context.requireSession()), at: context.now)
    return .json { writer in
      writer.contest(reading.reading, context.language)
      writer.field("registered", reading.expected)
      writer.field("persons", reading.persons)
      writer.field("started", reading.started)
      writer.field("running", reading.started - reading.ended)
      writer.field("submitted", reading.ended)
      writer.field("serverTime", context.now)
    }
  }

  static func close(_ context: RequestContext) throws -> Response {
    _ = try JSONBody(context.request, members: [])
    let id: ContestID = try context.id("contest", .contest)
    try context.engine.closeContest(
      id, by: .person(context.requireSession()), at: context.now)
    return try state(of: id, context)
  }

  static func publish(_ context: RequestContext) throws -> Response {
    _ = try JSONBody(context.request, members: [])
    let id: ContestID = try context.id("contest", .contest)
    try context.engine.publishContest(
      id, by: .person(context.requireSession()), at: context.now)
    return try state(of: id, context)
  }

  private static func state(of id: ContestID, _ context: RequestContext) throws -> Response {
    let reading = try context.engine.watch(
      id, by: .person(context.requireSession()), at: context.now)
    return .json { writer in
      writer.contest(reading.reading, context.language)
      writer.field("serverTime", context.now)
    }
  }
}
