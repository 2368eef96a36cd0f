import QuizEngine

/// Contests as entrants see them.
enum ContestAPI {
  static func list(_ context: RequestContext) throws -> Response {
    let contests = try context.engine.contests(for: context.requireSession(), at: context.now)
    return .json { writer in
      writer.array("items", contests) { writer, reading in
        writer.beginObject()
        writer.contest(reading, context.language)
        writer.endObject()
      }
      writer.field("serverTime", context.now)
    }
  }

  static func contest(_ context: RequestContext) throws -> Response {
    let entrant = try context.engine.entrantReading(
      context.id("contest", .contest), for: context.requireSession(), at: context.now)
    return .json { writer in
      writer.contest(entrant.reading, context.language)
      writer.terms(of: entrant.reading.contest, context.language)
      writer.own(entrant, at: context.now)
      writer.field("serverTime", context.now)
    }
  }

  static func standings(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    let round = try context.queryNumber("round", in: 1...1000)
    let after = try context.queryNumber("after", in: 0...100_000_000) ?? 0
    let limit = try context.queryNumber("limit", in: 1...500) ?? 100
    let session = try context.requireSession()
    let board = try context.engine.board(
      id, round: round.map { $0 - 1 }, from: after, limit: limit, for: session, at: context.now)
    let units = try context.engine.units()
    let names = BoardNames(board.contest, session, units)
    let lines = context.site.boardJSON.lines(of: board.page, for: names, line)
    return .json { writer in
      writer.field("round", board.round + 1)
      writer.array("items", lines) { $0.raw($1) }
      writer.key("own")
      if let own = board.own { writer.row(own, names) } else { writer.null() }
      writer.counts(board)
      if let next = board.next {
        writer.field(
          "next",
          "/api/v1/contests/\(id.text)/standings?round=\(board.round + 1)&after=\(next)"
            + "&limit=\(limit)")
      }
    }
  }

  private static func line(_ row: StandingTable.BoardRow, _ names: BoardNames) -> [UInt8] {
    var writer = JSONWriter()
    writer.row(row, names)
    return writer.finish()
  }

  static func events(_ context: RequestContext, _ reply: Reply) throws {
    let session = try context.requireSession()
    let entrant = try context.engine.entrantReading(
      context.id("contest", .contest), for: session, at: context.now)
    let contest = entrant.reading.contest
    let units = try context.engine.units()
    let isManager =
      session.allows(.manageContests) && units.contains(contest.unit, in: session.unit)
    let (hub, now) = (context.site.hub, context.now)
    reply.stream { stream in
      hub.add(stream, to: contest, session: session, isManager: isManager, at: now)
    }
  }
}

extension JSONWriter {
  mutating func contest(_ reading: ContestReading, _ language: Language) {
    let contest = reading.contest
    let round = reading.phase.round
    let window = contest.windows.indices.contains(round) ? contest.windows[round] : contest.span
    field("id", contest.id.text)
    field("title", contest.sheet.title[language])
    field("phase", reading.phase.phase.rawValue)
    field("opensAt", window.opens)
    field("closesAt", window.closes)
  }

  fileprivate mutating func terms(of contest: Contest, _ language: Language) {
    let sheet = contest.sheet
    field("summary", sheet.summary[language])
    array("rounds", zip(sheet.rounds, contest.windows)) { writer, pair in
      writer.beginObject()
      writer.field("title", pair.0.title[language])
      writer.field("opensAt", pair.1.opens)
      writer.field("closesAt", pair.1.closes)
      writer.endObject()
    }
    field("itemCount", sheet.blueprint.itemCount)
    key("durationSeconds")
    if let duration = sheet.attempt.duration {
      int(Int(duration.milliseconds / 1000))
    } else {
      null()
    }
    key("attemptLimit")
    if let limit = sheet.attempt.limit { int(limit) } else { null() }
    prediction(sheet.prediction, nil, language)
    field("publishedAt", contest.publishedAt)
  }

  fileprivate mutating func own(_ entrant: EntrantReading, at now: Instant) {
    let contest = entrant.reading.contest
    field("running", entrant.running?.id.text)
    field("obstacle", entrant.obstacle.map { Problem($0, at: now).kind.rawValue })
    array("attempts", entrant.attempts) { writer, pair in
      writer.beginObject()
      writer.field("attempt", pair.attempt.id.text)
      writer.field("round", pair.attempt.round + 1)
      writer.field("startedAt", pair.attempt.startedAt)
      writer.field("deadline", pair.attempt.deadline)
      writer.field("closedAt", pair.outcome?.closedAt)
      if let outcome = pair.outcome,
        contest.reveals(contest.sheet.feedback.score, ofRound: pair.attempt.round, at: now)
      {
        writer.result(outcome, contest.sheet)
      }
      writer.endObject()
    }
  }

  fileprivate mutating func row(_ row: StandingTable.BoardRow, _ names: BoardNames) {
    beginObject()
    field("rank", row.rank)
    field("name", names.name(of: row.person))
    field("school", names.school(of: row.person))
    field("points", row.points.text())
    field("correctItems", row.correctItems)
    field("timeUsedMilliseconds", row.timeUsed.milliseconds)
    field("submittedAt", row.submittedAt)
    if let prediction = row.prediction { field("prediction", prediction) }
    if let distance = row.predictionDistance { field("predictionDistance", distance) }
    if let measure = row.decidedBy { field("decidedBy", measure.rawValue) }
    endObject()
  }

  fileprivate mutating func counts(_ board: BoardReading) {
    if let actual = board.actual { field("actual", actual) }
    guard let counts = board.counts else { return }
    key("counts")
    beginObject()
    field("attempts", counts.attempts)
    field("persons", counts.persons)
    field("attemptsAllCorrect", counts.attemptsAllCorrect)
    field("personsAllCorrect", counts.personsAllCorrect)
    endObject()
  }
}
