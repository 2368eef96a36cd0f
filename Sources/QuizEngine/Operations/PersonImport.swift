extension PersonOperations {
  static let importSpec = OperationSpec(
    "person", "import", vi: "Nhập danh sách lớp từ tệp của Excel (.xlsx, CSV)",
    en: "Import a class list from a file of Excel (.xlsx, CSV)", operands: [.file],
    options: [
      .init(
        "sheet", .text("NAME"), vi: "Trang tính cần đọc, khi sổ Excel có nhiều danh sách",
        en: "The sheet to read where a workbook holds several lists"),
      unit(vi: "Trường nhận danh sách", en: "The school that takes them"),
      .init(
        "cohort", .text("COHORT"), vi: "Ghi danh luôn vào nhóm học này",
        en: "Enrol them in this cohort as well"),
      .init(
        "new-class", .choice(["create", "skip"]),
        vi: "Lớp chưa có: tạo, hoặc bỏ các dòng của lớp đó",
        en: "A class that does not exist: make it, or leave its rows out"),
      .init(
        "class", .text("NAME=CODE"), vi: "Lớp tên NAME trong tệp là đơn vị có mã CODE",
        en: "The class that the file calls NAME is the unit of that code"),
      .init(
        "known", .choice(ImportDecisions.ForEverybody.allCases.map(\.rawValue)),
        vi: "Người có thể đã có: là cùng một người, là người khác, hay để sau",
        en: "People who may be known already: the same, somebody else, or later"),
      .init(
        "partial", .flag, vi: "Ghi các dòng đã đúng, giữ lại các dòng cần sửa",
        en: "Write the rows that are in order, keep the others"),
    ], hasDryRun: true, .data(importList))

  static let undoSpec = OperationSpec(
    "person", "undo-import", vi: "Hoàn tác một lần nhập danh sách, trừ người đã có việc dựa vào",
    en: "Undo an import, but for people on whom something depends meanwhile",
    operands: [.text("ID")], hasDryRun: true, .data(undoImport))

  @Sendable private static func importList(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let file = try operation.operand(0)
    let plan = try engine.importPeople(
      try operation.file(file), file: file,
      into: try engine.unit(code: try operation.required("unit")).id,
      cohort: try operation.option("cohort").map { try engine.cohort(named: $0, actor).id },
      decisions: try decisions(operation, engine), isDryRun: operation.isDryRun, by: actor,
      at: instant)
    let isPartial = operation.flags.contains("partial")
    guard plan.isReadable else { throw SourceIssues(plan.issues) }
    guard plan.issues.isEmpty || isPartial else {
      throw OperationFailure(.source, plan.complaint, issues: plan.issues)
    }
    var outcome = OperationOutcome(table: table(plan))
    outcome.notes = plan.notes.map(\.message) + plan.issues.map(\.message)
    outcome.notes += plan.openQuestions
    if plan.asksForSheet {
      outcome.failure = LocalizedText(
        vi: "Chưa ghi gì: hãy chọn trang tính bằng --sheet.",
        en: "Nothing was written: name the sheet with --sheet.")
      return outcome
    }
    if plan.undecided > 0 {
      outcome.failure = LocalizedText(
        vi: "Chưa ghi gì: còn \(plan.undecided) câu hỏi chưa trả lời.",
        en: "Nothing was written: \(plan.undecided) questions are open.")
      return outcome
    }
    outcome.notes.append(plan.summary(isDryRun: operation.isDryRun))
    if let run = plan.run {
      outcome.notes.append(
        LocalizedText(
          vi: "Hoàn tác: trainctl person undo-import \(run.text)",
          en: "To undo: trainctl person undo-import \(run.text)"))
    }
    return outcome
  }

  private static func decisions(
    _ operation: Operation, _ engine: Engine
  ) throws -> ImportDecisions {
    var decisions = ImportDecisions()
    decisions.takesReadyRows = operation.flags.contains("partial")
    decisions.sheet = operation.option("sheet").map { .name($0) }
    switch operation.option("new-class") {
    case "create": decisions.everyClass = .create
    case "skip": decisions.everyClass = .skip
    default: break
    }
    for pair in operation.options["class"] ?? [] {
      guard let equals = pair.lastIndex(of: "=") else {
        throw Misuse(
          vi: "--class cần TÊN=MÃ, ví dụ 7A1=thcs-hoa-sen-7a.",
          en: "--class takes NAME=CODE, such as 7A1=thcs-hoa-sen-7a.")
      }
      let code = String(pair[pair.index(after: equals)...])
      decisions.name(
        String(pair[..<equals]), is: .existing(try engine.unit(code: code).id))
    }
    decisions.everybody = operation.option("known").flatMap {
      ImportDecisions.ForEverybody(rawValue: $0)
    }
    return decisions
  }

  private static func table(_ plan: ImportPlan) -> Table {
    let rows = plan.rows.map { row in
      (
        row.line,
        [
          .count(row.line), .text(row.person.name), .count(row.person.birthYear),
          .text(row.className), .text(row.shownCode), .text(row.person.username),
          .term(row.change.rawValue, row.change.title),
        ] as [Cell]
      )
    }
    let waiting = plan.waiting.map { row in
      (
        row.line,
        [
          .count(row.line), .text(row.name), .count(row.birthYear), .text(row.className),
          .text(row.code), .text(nil as String?),
          row.isLeftOut
            ? .term("left-out", LocalizedText(vi: "bỏ qua", en: "left out"))
            : .term("waiting", LocalizedText(vi: "chờ", en: "waiting")),
        ] as [Cell]
      )
    }
    return Table(
      columns: [
        .init("line", vi: "Dòng", en: "Line", .number),
        .init("name", vi: "Họ và tên", en: "Full name"),
        .init("birthYear", vi: "Năm sinh", en: "Birth year", .number),
        .init("class", vi: "Lớp", en: "Class"),
        .init("code", vi: "Mã số", en: "Code"),
        .init("username", vi: "Tên đăng nhập", en: "Sign-in name"),
        .init("change", vi: "Kết quả", en: "Result"),
      ], rows: (rows + waiting).sorted { $0.0 < $1.0 }.map(\.1))
  }

  @Sendable private static func undoImport(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    guard let id = ImportID(text: try operation.operand(0)) else {
      throw Misuse(
        vi: "Hãy ghi mã của lần nhập: dòng “Hoàn tác” mà person import in ra có mã ấy.",
        en: "Name the import by its id: the line “To undo” that person import printed has it.")
    }
    let undoing = try engine.undoImport(
      id, isDryRun: operation.isDryRun, by: actor, at: instant)
    var outcome = OperationOutcome(
      table: Table(
        columns: [
          .init("name", vi: "Họ và tên", en: "Full name"),
          .init("reason", vi: "Vì sao giữ lại", en: "Why kept"),
        ],
        rows: undoing.kept.map { [.text($0.name), .term($0.reason.rawValue, $0.reason.title)] }))
    let lead =
      operation.isDryRun
      ? LocalizedText(vi: "Chạy thử, chưa ghi gì: ", en: "Dry run, nothing written: ")
      : LocalizedText(vi: "Đã hoàn tác: ", en: "Undone: ")
    outcome.notes = [
      LocalizedText(
        vi: lead.vietnamese + undoing.summary.vietnamese,
        en: lead.english + undoing.summary.english)
    ]
    return outcome
  }
}
