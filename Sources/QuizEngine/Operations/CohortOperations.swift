/// `cohort create|list|enrol|cards|progress`.
enum CohortOperations {
  static let specs = [
    OperationSpec(
      "cohort", "create", vi: "Tạo nhóm học", en: "Create a cohort", operands: [.text("NAME")],
      options: [
        .init(
          "unit", .text("CODE"), isRequired: true, vi: "Đơn vị của nhóm", en: "The cohort's unit"),
        .init("course", .text("SLUG"), vi: "Khóa học của nhóm", en: "The course to complete"),
        .init("due", .text("DATE"), vi: "Hạn hoàn thành, hết ngày", en: "Due by the end of"),
      ], .data(create)),
    OperationSpec(
      "cohort", "list", vi: "Liệt kê nhóm học", en: "List cohorts", options: [NameSearch.option],
      .data(list)),
    OperationSpec(
      "cohort", "enrol", vi: "Ghi danh người của một đơn vị, hoặc một cán bộ",
      en: "Enrol the people of a unit, or one member of staff", operands: [.text("COHORT")],
      options: [
        .init(
          "unit", .text("CODE"), vi: "Mọi học sinh của đơn vị này", en: "All pupils of this unit"),
        .init(
          "username", .text("NAME"), vi: "Người có tên đăng nhập này", en: "This member of staff"),
        .init(
          "as", .choice(["learner", "teacher"]), vi: "Học hay phụ trách (mặc định learner)",
          en: "Learner or teacher (default learner)"),
      ], hasDryRun: true, .data(enrol)),
    OperationSpec(
      "cohort", "cards", vi: "In thẻ đăng nhập cho em chưa có, hoặc làm lại thẻ cả lớp",
      en: "Print sign-in cards for those without one, or anew for the whole class",
      operands: [.text("COHORT")],
      options: [
        baseURL,
        .init(
          "replace", .choice(["missing", "all"]),
          vi: "missing: em chưa có thẻ (mặc định); all: cả lớp, mọi thẻ cũ bị khóa",
          en: "missing: those without a card (default); all: everybody, every old card is locked"),
      ], hasDryRun: true, asksFirst: true, document: .secret, .data(cards)),
    OperationSpec(
      "cohort", "progress", vi: "Tiến độ của từng người", en: "Everybody's progress",
      operands: [.text("COHORT")], .data(progress)),
  ]

  static let baseURL = OperationSpec.Option(
    "base-url", .text("URL"), isRequired: true, vi: "Địa chỉ của trang, ghi vào mã QR",
    en: "Address of the site, for the QR codes")

  @Sendable private static func create(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let cohort = try engine.createCohort(
      name: try operation.operand(0),
      unit: try engine.unit(code: try operation.required("unit")).id,
      course: operation.option("course"), dueAt: try operation.instant("due", dayEnd: true),
      by: actor, at: instant)
    return OperationOutcome(
      try table([cohort], engine), vi: "Đã tạo nhóm học \(cohort.name).",
      en: "Created the cohort \(cohort.name).")
  }

  @Sendable private static func list(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let search = try operation.nameSearch()
    let cohorts = try engine.cohorts(for: actor).filter { search?.finds($0.name) ?? true }
    return OperationOutcome(table: try table(cohorts, engine))
  }

  @Sendable private static func enrol(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let cohort = try engine.cohort(named: try operation.operand(0), actor)
    let membership: Membership = operation.option("as") == "teacher" ? .teacher : .learner
    var people: [PersonID] = []
    if let code = operation.option("unit") {
      let nodes = try engine.units().subtree(of: try engine.unit(code: code).id)
      people += try engine.read { connection in
        try nodes.flatMap { try connection.persons.members(of: $0.unit.id) }
      }.filter { $0.roles.contains(.student) }.map(\.id)
    }
    if let username = operation.option("username") {
      guard
        let person = try engine.read({ try $0.persons.holder(ofUsername: username.lowercased()) })
      else { throw Refusal.notFound(.person) }
      people.append(person.id)
    }
    guard !people.isEmpty else {
      throw Misuse(
        vi: "Không có ai để ghi danh. Hãy thêm --unit hoặc --username.",
        en: "Nobody to enrol. Add --unit or --username.")
    }
    if !operation.isDryRun {
      try engine.enrol(people, in: cohort.id, as: membership, by: actor, at: instant)
    }
    return OperationOutcome(
      nil,
      vi: (operation.isDryRun ? "Chạy thử, chưa ghi gì: " : "Đã ghi danh: ")
        + "\(people.count) người vào \(cohort.name).",
      en: (operation.isDryRun ? "Dry run, nothing written: " : "Enrolled: ")
        + "\(people.count) people in \(cohort.name).")
  }

  @Sendable private static func progress(
    _ engine: Engine, _ operation: Operation, _ actor: Actor, _ instant: Instant
  ) throws -> OperationOutcome {
    let cohort = try engine.cohort(named: try operation.operand(0), actor)
    let learners = try engine.completion(ofCohort: cohort.id, by: actor)
    try engine.recordExport("progress", of: cohort.id.text, by: actor, at: instant)
    return OperationOutcome(table: Table(learners: learners))
  }

  private static func table(_ cohorts: [Cohort], _ engine: Engine) throws -> Table {
    let units = try engine.units()
    return Table(
      columns: [
        .init("id", vi: "Mã định danh", en: "Id"), .init("name", vi: "Tên", en: "Name"),
        .init("unit", vi: "Đơn vị", en: "Unit"), .init("course", vi: "Khóa học", en: "Course"),
        .init("dueAt", vi: "Hạn (giờ Việt Nam)", en: "Due (Viet Nam time)"),
        .init("learners", vi: "Số người học", en: "Learners", .number),
      ],
      rows: try cohorts.map { cohort in
        [
          .text(cohort.id.text), .text(cohort.name), .text(units[cohort.unit]?.code),
          .text(cohort.course), .instant(cohort.dueAt),
          .count(try engine.read { try $0.cohorts.size(of: cohort.id) }),
        ]
      })
  }
}
