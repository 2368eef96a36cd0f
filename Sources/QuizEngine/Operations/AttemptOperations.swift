/// `attempt list|show|verify`.
enum AttemptOperations {
  static let specs = [
    OperationSpec(
      "attempt", "list", vi: "Liệt kê lượt thi của một cuộc thi", en: "List a contest's attempts",
      options: [contest(isRequired: true), ContestOperations.round], .data(list)),
    OperationSpec(
      "attempt", "show", vi: "Xem từng bước của một lượt thi", en: "Show an attempt step by step",
      operands: [.text("ATTEMPT")], .data(show)),
    OperationSpec(
      "attempt", "verify",
      vi: "Dựng lại lượt thi từ các bước: chuỗi băm, biên nhận, điểm",
      en: "Rebuild attempts from their steps: hash chain, receipts, score",
      operands: [.text("ATTEMPT", isOptional: true)],
      options: [
        contest(isRequired: false),
        .init(
          "receipt", .text("CODE"), vi: "Biên nhận thí sinh đưa ra",
          en: "A receipt that somebody shows"),
      ], .data(verify)),
  ]

  private static func contest(isRequired: Bool) -> OperationSpec.Option {
    .init(
      "contest", .text("CONTEST"), isRequired: isRequired, vi: "Mọi lượt của cuộc thi này",
      en: "All attempts of this contest")
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let id = try engine.contest(named: try operation.required("contest"), actor).contest.id
    let round = try operation.roundIndex()
    let units = try engine.units()
    let rows = try engine.read { try $0.attempts.listing(id, round: round) }
    try engine.recordExport("attempts", of: id.text, by: actor, at: instant)
    return OperationOutcome(
      table: Table(
        columns: [
          .init("id", vi: "Mã định danh", en: "Id"),
          .init("name", vi: "Họ và tên", en: "Full name"),
          .init("unit", vi: "Đơn vị", en: "Unit"),
          .init("round", vi: "Vòng", en: "Round", .number),
          .init("number", vi: "Lượt", en: "Attempt", .number),
          .init("startedAt", vi: "Bắt đầu (giờ Việt Nam)", en: "Started (Viet Nam time)"),
          .init("closedAt", vi: "Kết thúc (giờ Việt Nam)", en: "Ended (Viet Nam time)"),
          .init("points", vi: "Điểm", en: "Points", .number),
          .init("correct", vi: "Số câu đúng", en: "Correct items", .number),
        ],
        rows: rows.map { row in
          [
            .text(row.id.text), .text(row.person), .text(units[row.unit]?.code),
            .count(row.round + 1), .count(row.number), .instant(row.startedAt),
            .instant(row.closedAt), row.points.map { .points($0) } ?? .none,
            .count(row.correctItems),
          ]
        }))
  }

  @Sendable private static func show(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let id = try attemptID(try operation.operand(0))
    _ = try engine.verify(id, by: actor)
    let steps = try engine.read { try $0.steps.steps(of: id) }
    try engine.recordExport("steps", of: id.text, by: actor, at: instant)
    return OperationOutcome(
      table: Table(
        columns: [
          .init("sequence", vi: "Bước", en: "Step", .number),
          .init("at", vi: "Lúc (giờ Việt Nam)", en: "At (Viet Nam time)"),
          .init("action", vi: "Việc", en: "Action"),
          .init("receipt", vi: "Biên nhận", en: "Receipt"),
        ],
        rows: steps.map { step in
          [
            .count(step.sequence), .instant(step.at), .text(step.action.text),
            .text(Receipt(sequence: step.sequence, digest: step.digest).code),
          ]
        }))
  }

  @Sendable private static func verify(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let receipt = operation.option("receipt")
    let checks: [AttemptVerification]
    switch (operation.operands.first, operation.option("contest")) {
    case (let attempt?, nil):
      checks = [try engine.verify(try attemptID(attempt), receipt: receipt, by: actor)]
    case (nil, let name?) where receipt == nil:
      checks = try engine.verifyAll(
        of: try engine.contest(named: name, actor).contest.id, by: actor)
    default:
      throw Misuse(
        vi: "Hãy nêu một lượt thi, hoặc --contest; --receipt chỉ đi với một lượt thi.",
        en: "Name one attempt, or --contest; --receipt goes with one attempt only.")
    }
    let faults = checks.filter { $0.fault != nil }
    guard faults.isEmpty else { throw failure(faults) }
    return OperationOutcome(
      table(checks), vi: "Đúng cả: \(checks.count) lượt thi khớp với từng bước đã lưu.",
      en: "All right: \(checks.count) attempts agree with every step stored.")
  }

  private static func table(_ checks: [AttemptVerification]) -> Table {
    Table(
      columns: [
        .init("attempt", vi: "Lượt thi", en: "Attempt"),
        .init("steps", vi: "Số bước", en: "Steps", .number),
        .init("head", vi: "Biên nhận cuối", en: "Last receipt"),
      ], rows: checks.map { [.text($0.attempt.text), .count($0.steps), .text($0.head?.code)] })
  }

  private static func failure(_ checks: [AttemptVerification]) -> OperationFailure {
    let lines = checks.prefix(50).compactMap { check in
      check.fault.map { (check.attempt.text, $0.text) }
    }
    return OperationFailure(
      .refused,
      LocalizedText(
        vi: lines.map { "\($0): \($1.vietnamese)" }.joined(separator: "\n"),
        en: lines.map { "\($0): \($1.english)" }.joined(separator: "\n")))
  }

  private static func attemptID(_ text: String) throws -> AttemptID {
    guard let id = AttemptID(text: text) else { throw Refusal.notFound(.attempt) }
    return id
  }
}

extension AttemptVerification.Fault {
  fileprivate var text: LocalizedText {
    switch self {
    case .brokenChain(let sequence): BrokenChain(sequence: sequence).text
    case .outcomeDiffers:
      LocalizedText(
        vi: "Chấm lại từ các bước cho kết quả khác với kết quả đã lưu.",
        en: "Grading the steps again gives another outcome than the one stored.")
    case .endingDiffers:
      LocalizedText(
        vi: "Trạng thái kết thúc không khớp với các bước.",
        en: "Whether it ended disagrees with the steps.")
    case .receiptUnknown:
      LocalizedText(
        vi: "Biên nhận này không chứng minh bước nào của lượt thi.",
        en: "The receipt proves no step of this attempt.")
    }
  }
}
