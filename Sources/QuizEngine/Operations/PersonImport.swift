extension PersonOperations {
  @Sendable static func importList(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let file = try operation.operand(0)
    let plan = try engine.importPeople(
      try operation.file(file), file: file,
      into: try engine.unit(code: try operation.required("unit")).id,
      cohort: try operation.option("cohort").map { try engine.cohort(named: $0, actor).id },
      isDryRun: operation.isDryRun, by: actor, at: instant)
    guard plan.issues.isEmpty else { throw SourceIssues(plan.issues) }
    let newClasses = plan.classes.count(where: \.isNew)
    let counts = LocalizedText(
      vi: "\(plan.created) người mới, \(plan.changed) người thay đổi, \(plan.unchanged) người giữ "
        + "nguyên; \(plan.classes.count) lớp, trong đó \(newClasses) lớp mới.",
      en: "\(plan.created) new, \(plan.changed) changed, \(plan.unchanged) unchanged; "
        + "\(plan.classes.count) classes, \(newClasses) of them new.")
    let lead =
      operation.isDryRun
      ? LocalizedText(vi: "Chạy thử, chưa ghi gì: ", en: "Dry run, nothing written: ")
      : LocalizedText(vi: "Đã nhập: ", en: "Imported: ")
    return OperationOutcome(
      table(plan), vi: lead.vietnamese + counts.vietnamese, en: lead.english + counts.english)
  }

  private static func table(_ plan: ImportPlan) -> Table {
    Table(
      columns: [
        .init("line", vi: "Dòng", en: "Line", .number),
        .init("name", vi: "Họ và tên", en: "Full name"),
        .init("birthYear", vi: "Năm sinh", en: "Birth year", .number),
        .init("class", vi: "Lớp", en: "Class"),
        .init("code", vi: "Mã số", en: "Code"),
        .init("username", vi: "Tên đăng nhập", en: "Sign-in name"),
        .init("change", vi: "Kết quả", en: "Result"),
      ],
      rows: plan.rows.map { row in
        [
          .count(row.line), .text(row.person.name), .count(row.person.birthYear),
          .text(row.className), .text(row.person.code), .text(row.person.username),
          .term(row.change.rawValue, row.change.title),
        ]
      })
  }
}

extension ImportPlan.Change {
  /// The change in words.
  package var title: LocalizedText {
    switch self {
    case .created: LocalizedText(vi: "mới", en: "new")
    case .changed: LocalizedText(vi: "thay đổi", en: "changed")
    case .unchanged: LocalizedText(vi: "giữ nguyên", en: "unchanged")
    }
  }
}
