import QuizEngine

/// A contest while its organizers watch it, and what they do with it.
enum WatchHandlers {
  static func watch(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    let actor = Actor.person(try context.requireSession())
    let watch = try context.engine.watch(id, by: actor, at: context.now)
    let contest = watch.reading.contest
    let rows = try context.engine.participation(
      of: id, round: watch.reading.phase.round, by: actor)
    let settled = try context.engine.contest(id).rounds.contains { $0.settledAt != nil }
    let late = try context.engine.lateDeliveries(in: id, limit: 500, by: actor)
    let tree = try context.engine.units()
    let model = WatchPage(
      id: id, title: contest.sheet.title,
      unitName: tree[contest.unit]?.name ?? "",
      reading: watch.reading.phase,
      counts: WatchPage.Counts(
        registered: watch.expected, started: watch.started,
        running: watch.started - watch.ended, submitted: watch.ended),
      units: rows.map { row in
        WatchPage.UnitRow(
          name: row.unit.name, headcount: row.basis == .registered ? nil : row.denominator,
          persons: row.persons, attempts: row.attempts)
      }, showsBoard: settled,
      late: late.rows.map { row in
        LateRow(person: row.person, unit: tree[row.unit]?.name ?? "", delivery: row.delivery)
      }, lateCount: late.count)
    return context.page(watchPage(model, try context.chrome(.watch(id))))
  }

  static func close(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    try context.engine.closeContest(id, by: .person(context.requireSession()), at: context.now)
    return context.go(to: .watch(id), .contestClosed)
  }

  static func publish(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    try context.engine.publishContest(
      id, by: .person(context.requireSession()), at: context.now)
    return context.go(to: .watch(id), .contestPublished)
  }

  static func audit(_ context: RequestContext) throws -> Response {
    let events = try context.engine.auditEvents(
      limit: 200, by: .person(context.requireSession()))
    let model = AuditPage(
      events: events.map { event, actor in
        AuditPage.Event(
          at: event.at, actor: actor, act: AuditWords.text(event.action),
          subject: event.detail.isEmpty ? event.object : "\(event.object) · \(event.detail)")
      })
    return context.page(auditPage(model, try context.chrome(.audit)))
  }
}

/// What the audit log's actions are called.
enum AuditWords {
  /// The action in words; one without words stays as it was written.
  static func text(_ action: String) -> LocalizedText {
    words[action] ?? both(action, action)
  }

  private static let words: [String: LocalizedText] = [
    "bank import": both("Nhập ngân hàng câu hỏi", "Imported a question bank"),
    "card print": both("Tạo thẻ đăng nhập", "Made sign-in cards"),
    "card revoke": both("Thu hồi thẻ", "Revoked a card"),
    "certificate issue": both("Cấp giấy chứng nhận", "Issued a certificate"),
    "certificate revoke": both("Thu hồi giấy chứng nhận", "Withdrew a certificate"),
    "cohort create": both("Tạo lớp", "Made a class"),
    "cohort enrol": both("Thêm người vào lớp", "Enrolled people"),
    "contest close": both("Đóng vòng thi", "Closed a round"),
    "contest open": both("Mở cuộc thi", "Opened a contest"),
    "contest publish": both("Công bố kết quả", "Published results"),
    "contest settle": both("Xếp hạng vòng thi", "Ranked a round"),
    "data backup": both("Sao lưu dữ liệu", "Made a backup"),
    "data export": both("Xuất dữ liệu", "Exported data"),
    "demo fill": both("Điền dữ liệu mẫu", "Filled in demo data"),
    "person create": both("Thêm người", "Added a person"),
    "person factor-off": both("Tắt xác thực hai bước", "Turned two-step sign-in off"),
    "person factor-on": both("Bật xác thực hai bước", "Turned two-step sign-in on"),
    "person import": both("Nhập danh sách", "Imported a list"),
    "person password": both("Đặt lại mật khẩu", "Set a password"),
    "person recovery-code": both("Dùng một mã dự phòng", "Used a recovery code"),
    "person recovery-codes": both("Tạo mã dự phòng mới", "Made new recovery codes"),
    "session end": both("Kết thúc phiên đăng nhập", "Ended sessions"),
    "session start": both("Đăng nhập", "Signed in"),
    "unit create": both("Thêm đơn vị", "Added a unit"),
  ]
}
