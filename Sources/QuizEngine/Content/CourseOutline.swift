/// `course.json` as written, before the files it names are read.
struct CourseOutline {
  let slug: String
  let version: String
  let audience: CourseAudience
  let title: LocalizedText
  let summary: LocalizedText
  let grades: String?
  let periods: Int
  let modules: [Module]

  struct Module {
    let slug: String
    let title: LocalizedText
    let periods: Int
    let lessons: [LessonOutline]
    let finalTest: TestOutline?
  }

  struct LessonOutline {
    let slug: String
    let file: String
    let title: LocalizedText
    let minutes: Int
    let competences: [String]
    let laws: [String]
    let checkpoint: String?
    /// Right answers that pass the checkpoint; nil for two thirds of its questions.
    let passMark: Int?
  }

  struct TestOutline {
    let title: LocalizedText
    let bank: String
    let draw: Int
    let minutes: Int
    let scale: Points
    let passMark: Points
    let resits: Int
  }

  static func read(_ bytes: [UInt8], file: String) throws(SourceIssues) -> CourseOutline {
    try JSONReader.read(bytes, file: file) { object in
      let outline = CourseOutline(
        slug: slug(object), version: object.filledString("version"),
        audience: object.choice("audience", CourseAudience.self, standIn: .student),
        title: object.localizedText("title"), summary: object.localizedText("summary"),
        grades: object.optionalString("grades"),
        periods: object.optionalInt("periods", in: 0...200) ?? 0,
        modules: object.objects("modules").map(module))
      checkSlugs(outline, object)
      return outline
    }
  }

  /// Completions and credits are kept by slug, so each is used once in a course.
  private static func checkSlugs(_ outline: CourseOutline, _ object: ObjectReader) {
    let lessons = outline.modules.flatMap { $0.lessons.map(\.slug) }
    for slugs in [outline.modules.map(\.slug), lessons] {
      var seen: Set<String> = []
      for slug in slugs where !seen.insert(slug).inserted {
        object.report(
          "modules",
          LocalizedText(
            vi: "Mã “\(slug)” xuất hiện hai lần trong khóa học.",
            en: "The slug “\(slug)” occurs twice in the course."))
      }
    }
  }

  private static func module(_ object: ObjectReader) -> Module {
    Module(
      slug: slug(object), title: object.localizedText("title"),
      periods: object.optionalInt("periods", in: 0...200) ?? 0,
      lessons: object.objects("lessons").map(lesson),
      finalTest: object.optionalObject("finalTest").map(test))
  }

  private static func lesson(_ object: ObjectReader) -> LessonOutline {
    let checkpoint = object.optionalObject("checkpoint").map { checkpoint in
      (bank: path(checkpoint, "bank"), passMark: checkpoint.optionalInt("passMark", in: 1...200))
    }
    return LessonOutline(
      slug: slug(object), file: path(object, "file"), title: object.localizedText("title"),
      minutes: object.int("minutes", in: 1...300),
      competences: object.optionalArray("competences")?.map { $0.string() } ?? [],
      laws: object.strings("laws"),
      checkpoint: checkpoint?.bank, passMark: checkpoint?.passMark)
  }

  private static func test(_ object: ObjectReader) -> TestOutline {
    let scale = points(object, "scale")
    let passMark = points(object, "passMark")
    let test = TestOutline(
      title: object.localizedText("title"), bank: path(object, "bank"),
      draw: object.int("draw", in: 1...200), minutes: object.int("minutes", in: 1...600),
      scale: scale ?? .zero, passMark: passMark ?? .zero,
      resits: object.int("resits", in: 0...100))
    if scale != nil, passMark != nil { checkScale(test, object) }
    return test
  }

  /// Points are exact: a scale that cannot be shared out would fail people by a thousandth.
  private static func checkScale(_ test: TestOutline, _ object: ObjectReader) {
    if test.scale.thousandths % Int64(test.draw) != 0 {
      object.report(
        "scale",
        LocalizedText(
          vi:
            "Thang điểm \(test.scale.text()) không chia đều cho \(test.draw) câu. Hãy đổi \"draw\" hoặc \"scale\", chẳng hạn 20 câu cho thang 10.",
          en:
            "A scale of \(test.scale.text()) cannot be shared out evenly over \(test.draw) questions. Change \"draw\" or \"scale\", such as 20 questions for a scale of 10."
        ))
    }
    if test.scale < test.passMark {
      object.report(
        "passMark",
        LocalizedText(
          vi: "Điểm đạt \(test.passMark.text()) cao hơn thang điểm \(test.scale.text()).",
          en: "The pass mark \(test.passMark.text()) is above the scale \(test.scale.text())."))
    }
  }

  private static func slug(_ object: ObjectReader) -> String {
    let slug = object.string("slug")
    if !Slug.isValid(slug) {
      object.report(
        "slug",
        LocalizedText(
          vi: "Chỉ dùng chữ thường không dấu, số và dấu gạch ngang, 3–64 ký tự.",
          en: "Use 3 to 64 lower-case letters a–z, digits and hyphens."))
    }
    return slug
  }

  /// A path inside the course folder: no `..`, not absolute.
  private static func path(_ object: ObjectReader, _ key: String) -> String {
    let path = object.filledString(key)
    if !SourcePath.isInside(path) {
      object.report(
        key,
        LocalizedText(
          vi: "Đường dẫn phải nằm trong thư mục khóa học, không có \"..\".",
          en: "The path must stay inside the course folder, without \"..\"."))
    }
    return path
  }

  private static func points(_ object: ObjectReader, _ key: String) -> Points? {
    if let points = Points(object.string(key)), points > .zero { return points }
    object.report(
      key,
      LocalizedText(
        vi: "Điểm viết trong nháy kép và lớn hơn 0, chẳng hạn \"10\".",
        en: "Points are written in quotes and above 0, such as \"10\"."))
    return nil
  }
}
