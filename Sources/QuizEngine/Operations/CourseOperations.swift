/// `course list` and `course check`, on the files alone.
enum CourseOperations {
  static let specs = [
    OperationSpec(
      "course", "list", vi: "Liệt kê khóa học", en: "List courses", .content(list)),
    OperationSpec(
      "course", "check",
      vi: "Kiểm tra mọi tệp khóa học và dẫn chiếu pháp luật vào một ngày",
      en: "Check all course files and what they cite as law on a day",
      options: [onDay], .content(check)),
  ]

  static let onDay = OperationSpec.Option(
    "on", .text("DATE"), vi: "Ngày xét hiệu lực (mặc định hôm nay)",
    en: "The day that counts (default today)")

  @Sendable private static func list(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let catalogue = try Catalogue.read(root: courses)
    return OperationOutcome(
      table: Table(
        columns: [
          .init("slug", vi: "Mã", en: "Slug"),
          .init("title", vi: "Tên khóa học", en: "Title"),
          .init("audience", vi: "Đối tượng", en: "Audience"),
          .init("modules", vi: "Số mô đun", en: "Modules", .number),
          .init("lessons", vi: "Số bài", en: "Lessons", .number),
          .init("periods", vi: "Số tiết", en: "Periods", .number),
          .init("version", vi: "Phiên bản", en: "Version"),
        ],
        rows: catalogue.courses.map { course in
          [
            .text(course.slug), .text(course.title[operation.language]),
            .term(course.audience.rawValue, course.audience.title), .count(course.modules.count),
            .count(course.lessons.count), .count(course.periods), .text(course.version),
          ]
        }))
  }

  @Sendable private static func check(
    _ operation: Operation, _ courses: String, _ instant: Instant
  ) throws -> OperationOutcome {
    let day = try operation.instant("on") ?? instant
    let catalogue = try Catalogue.read(root: courses)
    let issues = try CourseCheck.check(catalogue, on: day)
    guard issues.isEmpty else { throw SourceIssues(issues) }
    let questions = catalogue.courses.flatMap(\.lessons).reduce(0) {
      $0 + ($1.checkpoint?.questions.count ?? 0)
    }
    let date = day.vietnamDate(operation.language)
    let reviews = try ConditionReview.list(catalogue)
    var outcome = OperationOutcome(
      reviews.isEmpty ? nil : table(reviews),
      vi: "Đúng cả: \(catalogue.courses.count) khóa học, \(questions) câu hỏi trong bài, "
        + "\(catalogue.laws.count) quy định, xét ngày \(date).",
      en: "All right: \(catalogue.courses.count) courses, \(questions) questions in lessons, "
        + "\(catalogue.laws.count) law facts, on \(date).")
    if !reviews.isEmpty {
      outcome.notes.append(
        LocalizedText(
          vi: "\(reviews.count) câu dẫn luật ngắn hơn điều kiện của quy định: hãy xem lại xem có "
            + "bỏ sót điều kiện không (cảnh báo, không phải lỗi).",
          en: "\(reviews.count) statements are shorter than the condition of the fact they cite: "
            + "look whether they leave it out (a warning, not an error)."))
    }
    return outcome
  }

  private static func table(_ reviews: [ConditionReview]) -> Table {
    Table(
      columns: [
        .init("place", vi: "Chỗ", en: "Place"), .init("fact", vi: "Quy định", en: "Fact"),
        .init("words", vi: "Số từ", en: "Words", .number),
        .init("needed", vi: "Điều kiện có", en: "Condition has", .number),
        .init("condition", vi: "Điều kiện", en: "Condition"),
      ],
      rows: reviews.map { review in
        [
          .text("\(review.location.file):\(review.location.line)"), .text(review.fact),
          .count(review.words), .count(review.needed), .text(review.condition),
        ]
      })
  }
}

extension CourseAudience {
  fileprivate var title: LocalizedText {
    switch self {
    case .student: LocalizedText(vi: "học sinh", en: "pupils")
    case .teacher: LocalizedText(vi: "giáo viên", en: "teachers")
    case .library: LocalizedText(vi: "thư viện cuộc thi", en: "contest library")
    }
  }
}
