/// `bank check|import|list`.
enum BankOperations {
  static let specs = [
    OperationSpec(
      "bank", "check", vi: "Kiểm tra một ngân hàng câu hỏi GIFT", en: "Check a GIFT question bank",
      operands: [.file], .content(check)),
    OperationSpec(
      "bank", "import", vi: "Nhập một ngân hàng câu hỏi GIFT", en: "Import a GIFT question bank",
      operands: [.file],
      options: [
        .init(
          "name", .text("NAME"), vi: "Tên để thể lệ gọi (mặc định tên tệp)",
          en: "The name rule sheets use (default the file's)"),
        .init(
          "unit", .text("CODE"),
          vi:
            "Đơn vị giữ ngân hàng; chỉ đơn vị này và cấp trên dùng được (mặc định đơn vị cao nhất)",
          en: "The unit that holds it; only it and those above may use it (default the one on top)"),
      ], hasDryRun: true, .data(importBank)),
    OperationSpec(
      "bank", "list", vi: "Liệt kê ngân hàng câu hỏi đã nhập", en: "List imported banks",
      .data(list)),
  ]

  @Sendable private static func check(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let reading = try read(operation)
    let bank = reading.bank
    return outcome(
      reading,
      reading.warnings.isEmpty
        ? LocalizedText(
          vi: "Đúng cả: \(bank.questions.count) câu hỏi.",
          en: "All right: \(bank.questions.count) questions.")
        : LocalizedText(
          vi:
            "Nhập được \(bank.questions.count) câu hỏi, với \(reading.warnings.count) điều nên xem.",
          en: "\(bank.questions.count) questions can be imported, with \(reading.warnings.count) "
            + "remarks."))
  }

  @Sendable private static func importBank(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let reading = try read(operation)
    let bank = reading.bank
    let name = try operation.option("name") ?? baseName(try operation.operand(0))
    guard !name.trimmed.isEmpty else { throw Refusal.invalid(field: "name", .missing) }
    let unit = try holder(engine, operation)
    if !operation.isDryRun {
      try engine.importBank(bank, name: name, unit: unit.id, by: actor, at: instant)
    }
    return outcome(
      reading,
      LocalizedText(
        vi: (operation.isDryRun ? "Chạy thử, chưa ghi gì: " : "Đã nhập: ")
          + "\(bank.questions.count) câu hỏi dưới tên “\(name)”.",
        en: (operation.isDryRun ? "Dry run, nothing written: " : "Imported: ")
          + "\(bank.questions.count) questions as “\(name)”."))
  }

  /// The summary of a bank, with the warnings in the form of the errors.
  private static func outcome(_ reading: BankReading, _ note: LocalizedText) -> OperationOutcome {
    let shown = reading.warnings.prefix(200).map { issue in
      LocalizedText(vi: issue.text(.vietnamese), en: issue.text(.english))
    }
    return OperationOutcome(table: summary(reading.bank), notes: shown + [note])
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let units = try engine.units()
    let banks = try engine.bankHoldings(actor).map { bank -> [Cell] in
      [
        .text(bank.name), .text(units[bank.unit]?.code), .count(bank.size),
        .instant(bank.addedAt), .text(bank.bank.named),
      ]
    }
    return OperationOutcome(
      table: Table(
        columns: [
          .init("name", vi: "Tên", en: "Name"),
          .init("unit", vi: "Đơn vị", en: "Unit"),
          .init("questions", vi: "Số câu", en: "Questions", .number),
          .init("addedAt", vi: "Thêm lúc (giờ Việt Nam)", en: "Added (Viet Nam time)"),
          .init("digest", vi: "Dấu SHA-256", en: "SHA-256"),
        ], rows: banks))
  }

  /// Whoever names no unit means the one on top.
  private static func holder(_ engine: Engine, _ operation: Operation) throws -> Unit {
    if let code = operation.option("unit") { return try engine.unit(code: code) }
    let tops = try engine.units().children(of: nil)
    guard tops.count == 1, let top = tops.first else {
      throw Misuse(
        vi: "Ngân hàng thuộc đơn vị nào? Thêm --unit CODE.",
        en: "Which unit holds the bank? Add --unit CODE.")
    }
    return top
  }

  /// The bank of the named file, with its English twin when that was sent along.
  private static func read(_ operation: Operation) throws -> BankReading {
    let file = try operation.operand(0)
    let twin = englishPath(file)
    return try BankReader.read(
      try operation.file(file), file: file,
      english: operation.files[twin].map { (bytes: $0, file: twin) })
  }

  private static func summary(_ bank: QuestionBank) -> Table {
    let groups = Dictionary(grouping: bank.questions) { "\($0.topic ?? "")\u{0}\($0.level ?? 0)" }
    return Table(
      columns: [
        .init("topic", vi: "Chủ đề", en: "Topic"),
        .init("level", vi: "Mức", en: "Level", .number),
        .init("questions", vi: "Số câu", en: "Questions", .number),
      ],
      rows: groups.sorted { $0.key < $1.key }.map { _, questions in
        [.text(questions.first?.topic), .count(questions.first?.level), .count(questions.count)]
      })
  }

  private static func baseName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".gift") ? String(name.dropLast(5)) : name
  }
}
