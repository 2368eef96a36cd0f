import QuizEngine

/// Bringing in a class list: look first, then write.
enum ImportHandlers {
  static func form(_ context: RequestContext) throws -> Response {
    try form(context, errors: [], status: 200)
  }

  static func take(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    let form = context.form
    guard let unit = UnitID(text: form["unit"] ?? "") else {
      return try Self.form(context, errors: [error("unit", .missing)], status: 422)
    }
    let cohort = CohortID(text: form["cohort"] ?? "")
    guard form["mode"] == "import" else {
      guard let file = context.files.first(where: { $0.field == "file" }) else {
        return try Self.form(context, errors: [error("file", .missing)], status: 422)
      }
      return try preview(file, unit, cohort, session, context)
    }
    let token = form["upload"] ?? ""
    guard let file = context.site.uploads.files(token, of: session.person, at: context.now).first
    else { return try Self.form(context, errors: [error("file", .missing)], status: 422) }
    let plan = try context.engine.importPeople(
      file.bytes, file: file.fileName, into: unit, cohort: cohort, by: .person(session),
      at: context.now)
    guard plan.issues.isEmpty else {
      return try preview(file, unit, cohort, session, context)
    }
    context.site.uploads.forget(token)
    let page = ImportPage.done(ImportPage.Summary(plan), cohort: cohort)
    return context.page(importPage(page, try context.chrome(.importPeople)))
  }

  private static func preview(
    _ file: UploadedFile, _ unit: UnitID, _ cohort: CohortID?, _ session: Session,
    _ context: RequestContext
  ) throws -> Response {
    let plan = try context.engine.importPeople(
      file.bytes, file: file.fileName, into: unit, cohort: cohort, isDryRun: true,
      by: .person(session), at: context.now)
    let token = context.site.uploads.keep(
      [file], of: session.person, context.engine.environment, at: context.now)
    let isRefused = !plan.issues.isEmpty
    let page = ImportPage.preview(
      ImportPage.Preview(
        token: token, unit: unit.text, cohort: cohort?.text ?? "",
        summary: isRefused
          ? ImportPage.Summary(added: 0, updated: 0, unchanged: 0, leftOut: plan.rows.count)
          : ImportPage.Summary(plan),
        rows: plan.rows.prefix(200).map { ImportPage.Row($0, isRefused: isRefused) },
        issues: Array(plan.issues.prefix(200))))
    return context.page(
      importPage(page, try context.chrome(.importPeople)), status: isRefused ? 422 : 200)
  }

  private static func form(
    _ context: RequestContext, errors: [FieldError], status: Int
  ) throws -> Response {
    let page = ImportPage.form(
      ImportPage.Draft(
        units: try SelectOption.units(context, chosen: context.form["unit"]),
        cohorts: try SelectOption.cohorts(context, chosen: context.form["cohort"]),
        errors: errors))
    return context.page(importPage(page, try context.chrome(.importPeople)), status: status)
  }

  private static func error(_ field: String, _ complaint: Refusal.Complaint) -> FieldError {
    FieldError(field: field, message: Refusal.invalid(field: field, complaint).text)
  }
}

extension ImportPage.Summary {
  fileprivate init(_ plan: ImportPlan) {
    self.init(
      added: plan.created, updated: plan.changed, unchanged: plan.unchanged, leftOut: 0)
  }
}

extension ImportPage.Row {
  fileprivate init(_ row: ImportPlan.Row, isRefused: Bool) {
    let effect: ImportPage.Effect =
      switch row.change {
      case .created: .add
      case .changed: .update
      case .unchanged: .keep
      }
    self.init(
      line: row.line, name: row.person.name, code: row.person.code,
      birthYear: row.person.birthYear, effect: isRefused ? .leaveOut : effect)
  }
}
