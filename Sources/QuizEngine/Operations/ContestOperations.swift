/// `contest check|open|list|show|close|publish|results|units`.
enum ContestOperations {
  static let specs = [
    OperationSpec(
      "contest", "check", vi: "Kiểm tra một thể lệ và thử ra một đề",
      en: "Check a rule sheet and deal one paper", operands: [.file], .content(check)),
    OperationSpec(
      "contest", "open", vi: "Mở cuộc thi theo thể lệ cho một đơn vị",
      en: "Open a contest by a rule sheet for a unit", operands: [.file],
      options: [
        .init(
          "unit", .text("CODE"), isRequired: true, vi: "Ai thuộc đơn vị này được dự thi",
          en: "Whose people may enter"),
        .init(
          "opens", .text("TIME"), vi: "Giờ mở khác thể lệ, chỉ khi có một vòng",
          en: "Opens at another time than the sheet's, for one round only"),
        .init("closes", .text("TIME"), vi: "Giờ đóng khác thể lệ", en: "Closes at another time"),
      ], hasDryRun: true, .data(open)),
    OperationSpec(
      "contest", "list", vi: "Liệt kê cuộc thi", en: "List contests",
      options: [NameSearch.option], .data(list)),
    OperationSpec(
      "contest", "show", vi: "Xem một cuộc thi: vòng, giờ, số lượt, số người",
      en: "Show a contest: rounds, times, attempts, persons", operands: [.text("CONTEST")],
      .data(show)),
    OperationSpec(
      "contest", "close", vi: "Đóng ngay vòng đang mở", en: "Close the open round now",
      operands: [.text("CONTEST")], hasDryRun: true, asksFirst: true, .data(close)),
    OperationSpec(
      "contest", "publish", vi: "Công bố kết quả", en: "Publish the results",
      operands: [.text("CONTEST")], hasDryRun: true, asksFirst: true, .data(publish)),
    OperationSpec(
      "contest", "results", vi: "Kết quả xếp hạng của một vòng",
      en: "The ranked results of a round",
      operands: [.text("CONTEST")], options: [round], .data(results)),
    OperationSpec(
      "contest", "units", vi: "Số người và số lượt theo đơn vị", en: "Persons and attempts by unit",
      operands: [.text("CONTEST")], options: [round], .data(units)),
  ]

  static let round = OperationSpec.Option(
    "round", .text("N"), vi: "Vòng thi, tính từ 1", en: "The round, counting from 1")

  @Sendable private static func check(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let file = try operation.operand(0)
    let sheet = try RuleSheetReader.read(try operation.file(file), file: file)
    let files = SourceFiles(root: courses)
    guard SourcePath.isBank(sheet.blueprint.bank), files.exists(sheet.blueprint.bank) else {
      return OperationOutcome(
        nil,
        vi: "Thể lệ đúng. Ngân hàng “\(sheet.blueprint.bank)” không nằm trong \(courses) nên chưa "
          + "thử ra đề; lúc mở sẽ tìm trong các ngân hàng đã nhập.",
        en: "The sheet is right. The bank “\(sheet.blueprint.bank)” is not in \(courses), so no "
          + "paper was dealt; opening looks for it among the imported banks.")
    }
    let bank = try BankReader.read(sheet.blueprint.bank, in: files)
    _ = try sheet.blueprint.deal(bank, seed: Seed(0))
    return OperationOutcome(
      nil,
      vi: "Đúng cả: \(sheet.rounds.count) vòng, đề \(sheet.blueprint.itemCount) câu từ "
        + "\(bank.questions.count) câu.",
      en: "All right: \(sheet.rounds.count) rounds, papers of \(sheet.blueprint.itemCount) items "
        + "out of \(bank.questions.count).")
  }

  @Sendable private static func open(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let file = try operation.operand(0)
    let bytes = try operation.file(file)
    let unit = try engine.unit(code: try operation.required("unit"))
    let opens = try operation.instant("opens")
    let closes = try operation.instant("closes")
    var windows: [Window]?
    if opens != nil || closes != nil {
      let sheet = try RuleSheetReader.read(bytes, file: file)
      guard sheet.rounds.count == 1, let window = sheet.rounds.first?.window else {
        throw Misuse(
          vi: "--opens và --closes chỉ dùng cho thể lệ có một vòng; hãy sửa giờ trong thể lệ.",
          en: "--opens and --closes are for sheets of one round; change the times in the sheet.")
      }
      windows = [Window(opens: opens ?? window.opens, closes: closes ?? window.closes)]
    }
    let contest = try engine.openContest(
      sheet: bytes, file: file, unit: unit.id, windows: windows, isDryRun: operation.isDryRun,
      by: actor, at: instant)
    let title = contest.sheet.title
    return OperationOutcome(
      ContestTables.list([contest], try engine.units(), at: instant, operation.language),
      vi: (operation.isDryRun ? "Chạy thử, chưa mở: " : "Đã mở: ") + "\(title.vietnamese).",
      en: (operation.isDryRun ? "Dry run, not opened: " : "Opened: ") + "\(title.english).")
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let search = try operation.nameSearch()
    let contests = try engine.managedContests(actor).map(\.contest).filter { contest in
      let title = contest.sheet.title
      return search?.finds(contest.sheet.slug, title.vietnamese, title.english) ?? true
    }
    return OperationOutcome(
      table: ContestTables.list(contests, try engine.units(), at: instant, operation.language))
  }

  @Sendable private static func show(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let pinned = try engine.contest(named: try operation.operand(0), actor)
    let progress = try engine.read { connection in
      try pinned.rounds.indices.map { round in
        try connection.attempts.progress(of: pinned.contest.id, round: round)
      }
    }
    return OperationOutcome(
      table: ContestTables.rounds(pinned, progress, at: instant, operation.language))
  }

  @Sendable private static func close(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let pinned = try engine.contest(named: try operation.operand(0), actor)
    let phase = pinned.contest.phase(at: instant)
    if !operation.isDryRun || phase.phase != .open {
      try engine.closeContest(pinned.contest.id, by: actor, at: instant)
    }
    return OperationOutcome(
      nil,
      vi: (operation.isDryRun ? "Chạy thử: sẽ đóng" : "Đã đóng") + " vòng \(phase.round + 1).",
      en: (operation.isDryRun ? "Dry run: would close" : "Closed") + " round \(phase.round + 1).")
  }

  @Sendable private static func publish(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let pinned = try engine.contest(named: try operation.operand(0), actor)
    let phase = pinned.contest.phase(at: instant).phase
    if !operation.isDryRun || phase == .upcoming || phase == .open {
      try engine.publishContest(pinned.contest.id, by: actor, at: instant)
    }
    return OperationOutcome(
      nil, vi: operation.isDryRun ? "Chạy thử: có thể công bố." : "Đã công bố kết quả.",
      en: operation.isDryRun ? "Dry run: can be published." : "The results are published.")
  }

  @Sendable private static func results(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let id = try engine.contest(named: try operation.operand(0), actor).contest.id
    let round =
      try operation.roundIndex() ?? engine.latestSettledRound(of: id, by: actor)
    let table = try engine.resultTable(of: id, round: round, by: actor)
    try engine.recordExport("results", of: id.text, by: actor, at: instant)
    return OperationOutcome(table: table)
  }

  @Sendable static func units(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let name = try operation.option("contest") ?? operation.operand(0)
    let id = try engine.contest(named: name, actor).contest.id
    let rows = try engine.participation(of: id, round: try operation.roundIndex(), by: actor)
    try engine.recordExport("units", of: id.text, by: actor, at: instant)
    let over = rows.filter { $0.persons > $0.denominator }.map(\.unit.code)
    return OperationOutcome(
      table: UnitParticipation.table(rows),
      notes: over.isEmpty
        ? []
        : [
          LocalizedText(
            vi: "Số người dự thi vượt tổng số khai báo ở: \(over.joined(separator: ", ")).",
            en: "More persons than declared in: \(over.joined(separator: ", ")).")
        ])
  }
}

extension Operation {
  /// `--round 1` as an index from 0.
  func roundIndex() throws(Misuse) -> Int? {
    try number("round", in: 1...1000).map { $0 - 1 }
  }
}
