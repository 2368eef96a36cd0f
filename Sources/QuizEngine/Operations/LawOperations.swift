/// `law list|show|check`, on the files alone.
enum LawOperations {
  static let specs = [
    OperationSpec(
      "law", "list", vi: "Liệt kê quy định có hiệu lực vào một ngày",
      en: "List the law facts in force on a day",
      options: [
        CourseOperations.onDay,
        .init(
          "all", .flag, vi: "Cả những quy định không có hiệu lực", en: "Those not in force too"),
      ], .content(list)),
    OperationSpec(
      "law", "show", vi: "Xem một quy định", en: "Show one law fact", operands: [.text("ID")],
      .content(show)),
    OperationSpec(
      "law", "check", vi: "Tìm nội dung dẫn quy định đã hoặc sắp hết hiệu lực",
      en: "Find content that cites law which has ended or is about to",
      options: [
        CourseOperations.onDay,
        .init(
          "days", .text("N"), vi: "Nhìn trước bao nhiêu ngày (mặc định 0)",
          en: "How many days to look ahead (default 0)"),
      ], .content(check)),
  ]

  @Sendable private static func list(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let day = try operation.instant("on") ?? instant
    let facts = try registry(courses).filter {
      operation.flags.contains("all") || $0.isInForce(at: day)
    }
    return OperationOutcome(
      table: Table(
        columns: [
          .init("id", vi: "Mã", en: "Id"),
          .init("inForce", vi: "Có hiệu lực", en: "In force"),
          .init("from", vi: "Từ ngày", en: "From"),
          .init("until", vi: "Hết hiệu lực từ", en: "Ended from"),
          .init("source", vi: "Nguồn", en: "Source"),
        ],
        rows: facts.map { fact in
          [
            .text(fact.id), .flag(fact.isInForce(at: day)), date(fact.inForceFrom),
            date(fact.inForceUntil), .text(fact.source[operation.language]),
          ]
        }))
  }

  @Sendable private static func show(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let id = try operation.operand(0).uppercased()
    guard let fact = try registry(courses).first(where: { $0.id == id }) else {
      throw Refusal.notFound(.law)
    }
    return OperationOutcome(table: Table(properties: properties(of: fact, operation)))
  }

  private static func properties(of fact: LawFact, _ operation: Operation) -> [(
    key: String, title: LocalizedText, value: Cell
  )] {
    [
      ("id", LocalizedText(vi: "Mã", en: "Id"), .text(fact.id)),
      (
        "statement", LocalizedText(vi: "Nội dung", en: "Statement"),
        .text(fact.statement[operation.language])
      ),
      (
        "source", LocalizedText(vi: "Nguồn", en: "Source"), .text(fact.source[operation.language])
      ),
      ("from", LocalizedText(vi: "Từ ngày", en: "From"), date(fact.inForceFrom)),
      ("until", LocalizedText(vi: "Hết hiệu lực từ", en: "Ended from"), date(fact.inForceUntil)),
      (
        "replacedBy", LocalizedText(vi: "Được thay bằng", en: "Replaced by"),
        fact.replacedBy.isEmpty ? .none : .text(fact.replacedBy.joined(separator: " "))
      ),
      (
        "confidence", LocalizedText(vi: "Độ tin cậy", en: "Confidence"),
        .text(fact.confidence.rawValue)
      ),
      (
        "conditions", LocalizedText(vi: "Điều kiện, ngoại lệ", en: "Conditions, exceptions"),
        text(fact.conditions, operation)
      ),
      (
        "doNotSay", LocalizedText(vi: "Không được viết", en: "Do not say"),
        text(fact.doNotSay, operation)
      ),
      (
        "clauseRead", LocalizedText(vi: "Đọc nguyên văn ngày", en: "Clause read on"),
        date(fact.clauseRead)
      ),
    ]
  }

  @Sendable private static func check(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let first = try operation.instant("on") ?? instant
    let days = try operation.number("days", in: 0...3660) ?? 0
    let catalogue = try Catalogue.read(root: courses)
    var issues = try CourseCheck.check(catalogue, on: first)
    if days > 0 {
      let known = Set(issues)
      issues += try CourseCheck.check(catalogue, on: first + .days(days)).filter {
        !known.contains($0)
      }
    }
    guard issues.isEmpty else { throw SourceIssues(issues) }
    return OperationOutcome(
      nil, vi: "Mọi dẫn chiếu đều còn hiệu lực.", en: "Everything cited is in force.")
  }

  private static func registry(_ courses: String) throws -> [LawFact] {
    let files = SourceFiles(root: courses)
    let path = "law/facts.json"
    return try LawRegistry.read(try files.bytes(path), file: files.name(path))
  }

  private static func text(_ text: LocalizedText?, _ operation: Operation) -> Cell {
    text.map { .text($0[operation.language]) } ?? .none
  }

  private static func date(_ instant: Instant?) -> Cell {
    instant.map { .text($0.vietnamDate(.english)) } ?? .none
  }
}
