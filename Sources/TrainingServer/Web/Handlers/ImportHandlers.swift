import QuizEngine

/// Bringing in a class list: look first, answer what is asked, then write; and taking it back.
enum ImportHandlers {
  static func form(_ context: RequestContext) throws -> Response {
    try form(context, errors: [], status: 200)
  }

  /// An empty list with the headings: a workbook, or the language's own CSV.
  static func template(
    _ format: ListFormat
  ) -> @Sendable (RequestContext) throws -> Response {
    { context in
      let headings = Words.classList.templateHeadings.map { $0[context.language] }
      let isVietnamese = context.language == .vietnamese
      let bytes: [UInt8]
      let kind: String
      switch format {
      case .csv:
        var writer = CSVWriter(separator: isVietnamese ? .semicolon : .comma)
        writer.row(headings)
        (bytes, kind) = (writer.bytes, "text/csv; charset=utf-8")
      case .xlsx:
        let sheet = WorkbookWriter.Sheet(
          name: Words.classList.templateSheet[context.language], rows: [headings],
          widths: [6, 28, 14, 10, 16, 24])
        (bytes, kind) = (
          WorkbookWriter.write([sheet]),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
      }
      let name = isVietnamese ? "mau-danh-sach" : "list-template"
      return Response(
        status: 200,
        fields: [
          "Content-Type": kind, "Cache-Control": "no-store",
          "Content-Disposition": "attachment; filename=\"\(name).\(format.rawValue)\"",
        ], body: bytes)
    }
  }

  static func take(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    let form = context.form
    if form["mode"] == "undo" { return try undo(session, context) }
    guard let unit = UnitID(text: form["unit"] ?? "") else {
      return try Self.form(context, errors: [error("unit", .missing)], status: 422)
    }
    let cohort = CohortID(text: form["cohort"] ?? "")
    guard cohort != nil || (form["cohort"] ?? "").isEmpty else {
      throw Refusal.notFound(.cohort)
    }
    guard let token = form["upload"] else {
      guard let file = context.files.first(where: { $0.field == "file" }) else {
        return try Self.form(context, errors: [error("file", .missing)], status: 422)
      }
      let kept = context.site.uploads.keep(
        [file], of: session.person, context.engine.environment, at: context.now)
      return try review(file, kept, unit, cohort, session, context, writes: false)
    }
    guard let file = context.site.uploads.files(token, of: session.person, at: context.now).first
    else { return try Self.form(context, errors: [error("file", .missing)], status: 422) }
    return try review(
      file, token, unit, cohort, session, context, writes: form["mode"] == "import")
  }

  /// Shows what would happen; or does it, when everything is answered and that is wanted.
  private static func review(
    _ file: UploadedFile, _ token: String, _ unit: UnitID, _ cohort: CohortID?,
    _ session: Session, _ context: RequestContext, writes: Bool
  ) throws -> Response {
    let plan = try context.engine.importPeople(
      file.bytes, file: file.fileName, into: unit, cohort: cohort,
      decisions: ImportDecisions(context.form), isDryRun: !writes, by: .person(session),
      at: context.now)
    if let run = plan.run {
      context.site.uploads.forget(token)
      let page = ImportPage.done(
        .init(
          summary: ImportPage.Summary(plan), cohort: cohort, run: run,
          ways: cohort == nil ? try waysOn(plan, unit, context) : []))
      return context.page(importPage(page, try context.chrome(.importPeople)))
    }
    let chrome = try context.chrome(.importPeople)
    var preview = ImportPage.Preview(
      plan, token: token, file: file.fileName, unit: unit, cohort: cohort,
      try context.engine.units()[unit]?.name ?? "",
      chrome)
    if writes, plan.undecided > 0, let first = preview.questions.firstOpen {
      preview.errors = [FieldError(field: first, message: Words.classList.unanswered)]
    }
    let isRefused = writes || !plan.issues.isEmpty
    return context.page(
      importPage(.preview(preview), chrome), status: isRefused ? 422 : 200)
  }

  /// The classes of the file with the cohorts of each; the unit itself where it names none.
  private static func waysOn(
    _ plan: ImportPlan, _ unit: UnitID, _ context: RequestContext
  ) throws -> [ImportPage.Way] {
    let units = try context.engine.units()
    let named = plan.classes.map(\.unit.id)
    let cohorts = try context.engine.cohorts(for: .person(context.requireSession()))
    return (named.isEmpty ? [unit] : named).prefix(50).flatMap { id in
      let name = units[id]?.name ?? ""
      let found = cohorts.filter { $0.unit == id }.prefix(5).map {
        ImportPage.Way(unit: id, name: name, cohort: ($0.id, $0.name))
      }
      return found.isEmpty ? [ImportPage.Way(unit: id, name: name, cohort: nil)] : found
    }
  }

  private static func undo(_ session: Session, _ context: RequestContext) throws -> Response {
    guard let run = ImportID(text: context.form["run"] ?? "") else {
      throw Refusal.notFound(.page)
    }
    let isSure = context.form["sure"] == "1"
    let undoing = try context.engine.undoImport(
      run, isDryRun: !isSure, by: .person(session), at: context.now)
    return context.page(
      importPage(isSure ? .undone(undoing) : .undoing(undoing), try context.chrome(.importPeople)))
  }

  private static func form(
    _ context: RequestContext, errors: [FieldError], status: Int
  ) throws -> Response {
    let session = try context.requireSession()
    let chosen = { context.form[$0] ?? context.request.query[$0] }
    let page = ImportPage.form(
      ImportPage.Draft(
        units: try SelectOption.units(context, chosen: chosen("unit")),
        cohorts: try SelectOption.cohorts(context, chosen: chosen("cohort")),
        recent: try recent(session, context), errors: errors))
    return context.page(importPage(page, try context.chrome(.importPeople)), status: status)
  }

  private static func recent(
    _ session: Session, _ context: RequestContext
  ) throws -> [ImportPage.Recent] {
    let units = try context.engine.units()
    let runs = try context.engine.recentImports(by: .person(session))
    return try context.engine.read { connection in
      try runs.map { run in
        ImportPage.Recent(
          run: run, unit: units[run.unit]?.name ?? "",
          cohort: try run.cohort.flatMap { try connection.cohorts.find($0)?.name },
          actor: try run.actor.flatMap { try connection.persons.person($0)?.name })
      }
    }
  }

  private static func error(_ field: String, _ complaint: Refusal.Complaint) -> FieldError {
    FieldError(field: field, message: Refusal.invalid(field: field, complaint).text)
  }
}
