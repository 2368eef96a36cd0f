/// `data info|check|backup|restore|audit`.
enum DataOperations {
  static let specs = [
    OperationSpec(
      "data", "info", vi: "Thư mục dữ liệu chứa gì", en: "What the data folder holds", .data(info)),
    OperationSpec(
      "data", "check", vi: "Kiểm tra toàn bộ cơ sở dữ liệu và chuỗi nhật ký",
      en: "Check the whole database and the chain of the audit log", .data(check)),
    OperationSpec(
      "data", "backup", vi: "Sao lưu trong khi hệ thống vẫn chạy, rồi kiểm tra bản sao",
      en: "Back up while work goes on, then check the copy", operands: [.target], .data(backup)),
    RestoreOperation.spec,
    KeyOperation.spec,
    OperationSpec(
      "data", "audit", vi: "Nhật ký: ai đã làm gì, lúc nào", en: "The log of who did what, when",
      options: [
        .init("verify", .flag, vi: "Kiểm tra chuỗi băm của nhật ký", en: "Check its hash chain"),
        .init(
          "head", .text("HEAD"), vi: "Dòng cuối đã ghi lại lần trước, do --verify in ra",
          en: "A last event noted earlier, as --verify prints it"),
        .init(
          "limit", .text("N"), vi: "Số dòng mới nhất (mặc định 50)", en: "Newest N (default 50)"),
      ], .data(audit)),
    ClockOperation.spec,
  ]

  @Sendable private static func info(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let summary = try engine.dataSummary()
    let tables = summary.rows.sorted { $0.key < $1.key }.map { name, count in
      (
        key: name, title: LocalizedText(vi: "Số dòng \(name)", en: "Rows of \(name)"),
        value: Cell.count(count)
      )
    }
    return OperationOutcome(
      table: Table(
        properties: [
          ("folder", LocalizedText(vi: "Thư mục", en: "Folder"), .text(engine.folder.path)),
          ("schema", LocalizedText(vi: "Lược đồ", en: "Schema"), .count(summary.schema)),
          (
            "freeBytes", LocalizedText(vi: "Ổ đĩa còn trống (byte)", en: "Free on disk (bytes)"),
            .count(summary.freeBytes)
          ),
          (
            "totalBytes", LocalizedText(vi: "Ổ đĩa (byte)", en: "Disk (bytes)"),
            .count(summary.totalBytes)
          ),
        ] + tables))
  }

  @Sendable private static func check(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let audit = try checked(engine)
    try requireWhole(audit)
    return OperationOutcome(
      nil, vi: "Dữ liệu nguyên vẹn; nhật ký \(audit.events) dòng nối liền nhau.",
      en: "The data is intact; the \(audit.events) events of the log follow each other.")
  }

  private static func checked(_ engine: Engine) throws -> AuditVerification {
    do { return try engine.checkData() } catch let difference as SchemaDifference {
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "Cơ sở dữ liệu khác với những gì chương trình tạo ra: \(difference.text.vietnamese).",
          en: "The database differs from what the program makes: \(difference.text.english)."))
    }
  }

  @Sendable private static func backup(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let path = try operation.operand(0)
    let report = try engine.backUp(to: path, by: actor, at: instant)
    return OperationOutcome(
      Table(properties: [
        ("file", LocalizedText(vi: "Tệp", en: "File"), .text(path)),
        ("bytes", LocalizedText(vi: "Kích thước (byte)", en: "Bytes"), .count(report.bytes)),
        ("schema", LocalizedText(vi: "Lược đồ", en: "Schema"), .count(report.schema)),
        (
          "rows", LocalizedText(vi: "Số dòng", en: "Rows"),
          .count(report.rows.values.reduce(0, +))
        ),
      ]), vi: "Đã sao lưu và kiểm tra bản sao; hãy giữ cả hai tệp .sha256 và .hmac bên cạnh.",
      en: "Backed up, and checked the copy; keep the .sha256 and .hmac files with it.")
  }

  @Sendable private static func audit(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    if operation.flags.contains("verify") {
      return try verify(engine, noted: try operation.auditHead())
    }
    let limit = try operation.number("limit", in: 1...1_000_000) ?? 50
    let events = try engine.read { try $0.audit.newest(limit) }
    return OperationOutcome(
      table: Table(
        columns: [
          .init("sequence", vi: "Số", en: "No.", .number),
          .init("at", vi: "Lúc (giờ Việt Nam)", en: "At (Viet Nam time)"),
          .init("actor", vi: "Ai", en: "Who"),
          .init("action", vi: "Việc", en: "Action"),
          .init("object", vi: "Đối tượng", en: "Object"),
          .init("detail", vi: "Chi tiết", en: "Detail"),
        ],
        rows: events.map { event in
          [
            .count(event.sequence), .instant(event.at), .text(event.actor?.text),
            .text(event.action), .text(event.object), .text(event.detail),
          ]
        }))
  }

  private static func verify(_ engine: Engine, noted: AuditHead?) throws -> OperationOutcome {
    let audit = try engine.verifyAudit(noted: noted)
    try requireWhole(audit)
    return OperationOutcome(
      Table(properties: [
        ("events", LocalizedText(vi: "Số dòng", en: "Events"), .count(audit.events)),
        ("head", LocalizedText(vi: "Dòng cuối", en: "Last event"), .text(audit.head?.text)),
      ]),
      vi: "Nhật ký nguyên vẹn. Hãy ghi lại dòng cuối ở nơi khác; lần sau kiểm tra bằng --head.",
      en: "The log is whole. Note the last event elsewhere; check against it next time by --head.")
  }

  private static func requireWhole(_ audit: AuditVerification) throws {
    if let sequence = audit.brokenAt {
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "Nhật ký bị đứt ở dòng \(sequence): dữ liệu đã bị sửa hoặc thiếu.",
          en: "The log breaks at event \(sequence): data was changed or is missing."))
    }
    guard let lost = audit.lost else { return }
    let place = lost.sequence == .max ? "?" : String(lost.sequence)
    throw OperationFailure(
      .refused,
      LocalizedText(
        vi:
          "Nhật ký từng có dòng \(place) khác với bây giờ: phần cuối đã bị cắt hoặc thay, hoặc dữ "
          + "liệu được khôi phục từ bản sao lưu cũ hơn. Nếu do bạn khôi phục, hãy cất tệp audit.head.",
        en:
          "The log once had another event \(place): its end was cut off or exchanged, or an older "
          + "backup was restored. If you restored one, move the file audit.head away."))
  }
}

extension Operation {
  fileprivate func auditHead() throws(Misuse) -> AuditHead? {
    guard let text = option("head") else { return nil }
    guard let head = AuditHead(text: text) else {
      throw Misuse(
        vi: "--head cần dạng SỐ:MÃ như --verify in ra.",
        en: "--head takes NUMBER:CODE as --verify prints it.")
    }
    return head
  }
}
