import QuizEngine

/// Tables as files for spreadsheets and programs.
enum ExportHandlers {
  static func results(_ format: ExportFormat) -> Endpoint.Answering {
    { context in
      let id: ContestID = try context.id("contest", .contest)
      let actor = Actor.person(try context.requireSession())
      let round = try context.queryNumber("round", in: 1...1000)
      let index = try round.map { $0 - 1 } ?? context.engine.latestSettledRound(of: id, by: actor)
      let table = try context.engine.resultTable(of: id, round: index, by: actor)
      try context.engine.recordExport("results", of: id.text, by: actor, at: context.now)
      return file(table, "ket-qua", format, context)
    }
  }

  static func units(_ format: ExportFormat) -> Endpoint.Answering {
    { context in
      let id: ContestID = try context.id("contest", .contest)
      let round = try context.queryNumber("round", in: 1...1000)
      let actor = Actor.person(try context.requireSession())
      let rows = try context.engine.participation(
        of: id, round: round.map { $0 - 1 }, by: actor)
      try context.engine.recordExport("units", of: id.text, by: actor, at: context.now)
      return file(UnitParticipation.table(rows), "don-vi", format, context)
    }
  }

  static func completion(_ format: ExportFormat) -> Endpoint.Answering {
    { context in
      let id: CohortID = try context.id("cohort", .cohort)
      let actor = Actor.person(try context.requireSession())
      let rows = try context.engine.completion(ofCohort: id, by: actor)
      try context.engine.recordExport("completion", of: id.text, by: actor, at: context.now)
      return file(Table(learners: rows), "hoan-thanh", format, context)
    }
  }

  private static func file(
    _ table: Table, _ name: String, _ format: ExportFormat, _ context: RequestContext
  ) -> Response {
    let bytes: [UInt8]
    let mediaType: String
    switch format {
    case .csv:
      bytes = table.csv(language: context.language)
      mediaType = "text/csv; charset=utf-8"
    case .json:
      bytes = table.json()
      mediaType = "application/json"
    }
    let day = CalendarTime(context.now, offset: vietnamOffset)
    let stamp = "\(day.year)-\(padded(day.month, 2))-\(padded(day.day, 2))"
    return Response(
      status: 200,
      fields: [
        "Content-Type": mediaType, "Cache-Control": "no-store",
        "Content-Disposition": "attachment; filename=\"\(name)-\(stamp).\(format.rawValue)\"",
      ], body: bytes)
  }
}
