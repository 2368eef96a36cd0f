import QuizEngine

/// Opening a contest from a rule sheet and its bank: look first, then open.
enum ContestOpeningHandlers {
  static func form(_ context: RequestContext) throws -> Response {
    try form(context, errors: [], issues: [], status: 200)
  }

  static func take(_ context: RequestContext) throws -> Response {
    let session = try context.requireSession()
    guard let unit = UnitID(text: context.form["unit"] ?? "") else {
      return try form(context, errors: [error("unit")], issues: [], status: 422)
    }
    let isOpening = context.form["mode"] == "open"
    let token = context.form["upload"] ?? ""
    let files =
      isOpening
      ? context.site.uploads.files(token, of: session.person, at: context.now) : context.files
    guard let sheet = files.first(where: { $0.field == "sheet" }) else {
      return try form(context, errors: [error("sheet")], issues: [], status: 422)
    }
    do {
      let reading = try reading(in: files)
      let contest = try context.engine.openContest(
        sheet: sheet.bytes, file: sheet.fileName, bank: reading?.bank, unit: unit,
        isDryRun: !isOpening,
        by: .person(session), at: context.now)
      if isOpening {
        context.site.uploads.forget(token)
        return context.go(to: .watch(contest.id), .contestOpened)
      }
      return try preview(contest, reading, files, context)
    } catch let issues as SourceIssues {
      return try form(context, errors: [], issues: issues.issues, status: 422)
    } catch let refusal as Refusal {
      switch refusal {
      case .bankTooSmall, .notFound(.bank), .ambiguousBank, .keysWouldLeak:
        let error = FieldError(field: "bank", message: refusal.text)
        return try form(context, errors: [error], issues: [], status: 422)
      default: throw refusal
      }
    }
  }

  /// The bank among the files: the English twin is the one whose name says so.
  private static func reading(in files: [UploadedFile]) throws(SourceIssues) -> BankReading? {
    let banks = files.filter { $0.field == "bank" }
    let isEnglish = { (file: UploadedFile) in
      file.fileName.utf8.reversed().starts(with: ".en.gift".utf8.reversed())
    }
    guard let first = banks.first(where: { !isEnglish($0) }) ?? banks.first else { return nil }
    let twin = banks.first { isEnglish($0) && $0.fileName != first.fileName }
    return try BankReader.read(
      first.bytes, file: first.fileName,
      english: twin.map { (bytes: $0.bytes, file: $0.fileName) })
  }

  private static func preview(
    _ contest: Contest, _ reading: BankReading?, _ files: [UploadedFile],
    _ context: RequestContext
  ) throws -> Response {
    let session = try context.requireSession()
    let token = context.site.uploads.keep(
      files, of: session.person, context.engine.environment, at: context.now)
    let page = NewContestPage.preview(
      NewContestPage.Preview(
        token: token, unit: contest.unit.text,
        unitName: try context.engine.units()[contest.unit]?.name ?? "", sheet: contest.sheet,
        questionCount: reading?.bank.questions.count ?? contest.sheet.blueprint.itemCount,
        warnings: Array((reading?.warnings ?? []).prefix(200))))
    return context.page(newContestPage(page, try context.chrome(.newContest)))
  }

  private static func form(
    _ context: RequestContext, errors: [FieldError], issues: [SourceIssue], status: Int
  ) throws -> Response {
    let page = NewContestPage.form(
      NewContestPage.Draft(
        units: try SelectOption.units(context, chosen: context.form["unit"]),
        issues: Array(issues.prefix(200)), errors: errors))
    return context.page(newContestPage(page, try context.chrome(.newContest)), status: status)
  }

  private static func error(_ field: String) -> FieldError {
    FieldError(field: field, message: Refusal.invalid(field: field, .missing).text)
  }
}
