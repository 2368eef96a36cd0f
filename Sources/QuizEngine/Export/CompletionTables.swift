/// One learner of a cohort, as completion lists say it.
package struct LearnerRow: Sendable {
  package let person: Person
  package let className: String
  package let unitCode: String
  package let lessonsDone: Int
  package let lessons: Int
  package let periods: Int
  package let state: CompletionState
  package let certificate: String?

  package init(
    person: Person, className: String, unitCode: String, lessonsDone: Int, lessons: Int,
    periods: Int, state: CompletionState, certificate: String?
  ) {
    self.person = person
    self.className = className
    self.unitCode = unitCode
    self.lessonsDone = lessonsDone
    self.lessons = lessons
    self.periods = periods
    self.state = state
    self.certificate = certificate
  }
}

/// How far a learner is.
package enum CompletionState: String, CaseIterable, Sendable {
  case notStarted = "not-started"
  case started
  case completed

  package var title: LocalizedText {
    switch self {
    case .notStarted: LocalizedText(vi: "Chưa bắt đầu", en: "Not started")
    case .started: LocalizedText(vi: "Đang học", en: "Under way")
    case .completed: LocalizedText(vi: "Hoàn thành", en: "Completed")
    }
  }
}

extension Table {
  /// One row for each learner.
  package init(learners: [LearnerRow]) {
    self.init(
      columns: [
        Column("name", vi: "Họ và tên", en: "Full name"),
        Column("code", vi: "Mã số", en: "Code"),
        Column("class", vi: "Lớp", en: "Class"),
        Column("unitCode", vi: "Mã đơn vị", en: "Unit code"),
        Column("lessonsDone", vi: "Bài đã đạt", en: "Lessons passed", .number),
        Column("lessons", vi: "Tổng số bài", en: "Lessons", .number),
        Column("periods", vi: "Số tiết được tính", en: "Periods credited", .number),
        Column("state", vi: "Tình trạng", en: "State"),
        Column("certificate", vi: "Số giấy chứng nhận", en: "Certificate number"),
      ],
      rows: learners.map { row in
        [
          .text(row.person.name), .text(row.person.code), .text(row.className),
          .text(row.unitCode), .count(row.lessonsDone), .count(row.lessons), .count(row.periods),
          .term(row.state.rawValue, row.state.title), .text(row.certificate),
        ]
      })
  }

  /// One row for each unit, and the sum of all in the end.
  package init(completionByUnit learners: [LearnerRow]) {
    let groups = Dictionary(grouping: learners, by: \.unitCode).sorted { $0.key < $1.key }
    self.init(
      columns: [
        Column("unitCode", vi: "Mã đơn vị", en: "Unit code"),
        Column("unit", vi: "Đơn vị", en: "Unit"),
        Column("assigned", vi: "Số người được giao", en: "Assigned", .number),
        Column("started", vi: "Đã bắt đầu", en: "Started", .number),
        Column("completed", vi: "Hoàn thành", en: "Completed", .number),
        Column("rate", vi: "Tỷ lệ hoàn thành (%)", en: "Completion (%)", .number),
        Column("denominator", vi: "Mẫu số", en: "Denominator", .number),
        Column("certificates", vi: "Đã cấp giấy", en: "Certificates", .number),
      ],
      rows: groups.map { code, rows in
        [.text(code), .text(rows.first?.className)] + Self.completion(rows)
      } + [
        [.none, .term("total", LocalizedText(vi: "Tổng cộng", en: "Total"))]
          + Self.completion(learners)
      ])
  }

  private static func completion(_ rows: [LearnerRow]) -> [Cell] {
    let completed = rows.count { $0.state == .completed }
    return [
      .count(rows.count), .count(rows.count { $0.state != .notStarted }), .count(completed),
      .rate(Rate(completed, of: rows.count)), .count(rows.count),
      .count(rows.count { $0.certificate != nil }),
    ]
  }
}
