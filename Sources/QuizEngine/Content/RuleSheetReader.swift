/// Reads a rule sheet (JSON, see `Courses/rule-sheet.schema.json`), refusing what is unknown or
/// contradicts itself with file:line:column.
package enum RuleSheetReader {
  /// The sheet that a person wrote, or everything wrong with it.
  ///
  /// - Parameter isStored: the engine wrote the sheet itself; only then may it be a final test.
  package static func read(
    _ bytes: [UInt8], file: String, isStored: Bool = false
  ) throws(SourceIssues) -> RuleSheet {
    try JSONReader.read(bytes, file: file) { object in
      _ = object.optionalString("$schema")
      let sheet = RuleSheet(
        slug: slug(object), title: object.localizedText("title"),
        summary: object.localizedText("summary"),
        eligibility: eligibility(object.object("eligibility")),
        rounds: object.objects("rounds").map(round),
        blueprint: blueprint(object.object("paper")), attempt: attempt(object.object("attempt")),
        scoring: scoring(object.object("scoring")),
        prediction: object.optionalObject("prediction").map(prediction),
        ranking: ranking(object.object("ranking")), feedback: feedback(object.object("feedback")),
        board: board(object.object("board")),
        training: isStored ? object.optionalObject("training").map(training) : nil)
      if !isStored { checkContradictions(sheet, object) }
      return sheet
    }
  }

  private static func slug(_ object: ObjectReader) -> String {
    let slug = object.string("slug")
    if !Slug.isValid(slug) {
      object.report(
        "slug",
        LocalizedText(
          vi: "Mã cuộc thi chỉ gồm chữ thường không dấu, số và dấu gạch ngang, dài 3–64 ký tự.",
          en: "A slug is 3 to 64 lower-case letters a–z, digits and hyphens."))
    }
    return slug
  }

  private static func eligibility(_ object: ObjectReader) -> Eligibility {
    let roles = object.array("roles").map { $0.choice(Role.self, standIn: .student) }
    if roles.isEmpty {
      object.report(
        "roles",
        LocalizedText(
          vi: "Cần ít nhất một đối tượng dự thi, chẳng hạn \"student\".",
          en: "At least one role must be allowed to enter, such as \"student\"."))
    }
    return Eligibility(
      roles: Set(roles), minimumAge: object.optionalInt("minimumAge", in: 6...100),
      maximumAge: object.optionalInt("maximumAge", in: 6...100))
  }

  private static func round(_ object: ObjectReader) -> Round {
    let window = Window(opens: object.instant("opens"), closes: object.instant("closes"))
    if window.closes <= window.opens {
      object.report(
        "closes",
        LocalizedText(
          vi: "Vòng thi phải đóng sau khi mở: giờ đóng không được sớm hơn hoặc bằng giờ mở.",
          en: "A round must close after it opens."))
    }
    return Round(title: object.localizedText("title"), window: window)
  }

  private static func blueprint(_ object: ObjectReader) -> Blueprint {
    let draws = object.objects("draws").map { draw in
      Draw(
        count: draw.int("count", in: 1...200), topic: draw.optionalString("topic"),
        level: draw.optionalInt("level", in: 1...9))
    }
    return Blueprint(
      bank: object.filledString("bank"), draws: draws,
      shufflesItems: object.optionalBool("shuffleItems") ?? true,
      shufflesOptions: object.optionalBool("shuffleOptions") ?? true)
  }

  private static func attempt(_ object: ObjectReader) -> AttemptTerms {
    AttemptTerms(
      duration: object.optionalInt("minutes", in: 1...600).map(Span.minutes),
      limit: object.optionalInt("limit", in: 1...1000),
      lateStart: object.optionalChoice("lateStart", LateStart.self, fallback: .cutAtClosing),
      timeBasis: object.optionalChoice("timeBasis", TimeBasis.self, fallback: .submission))
  }

  private static func scoring(_ object: ObjectReader) -> Scoring {
    Scoring(
      // The stand-in contradicts nothing else.
      perItem: points(object, "pointsPerItem") ?? Points(thousandths: .max),
      multiple: object.optionalChoice(
        "multiple", MultipleScoring.self, fallback: .allOrNothing),
      passMark: object.has("passMark") ? points(object, "passMark") : nil)
  }

  private static func points(_ object: ObjectReader, _ key: String) -> Points? {
    if let points = Points(object.string(key)) { return points }
    object.report(
      key,
      LocalizedText(
        vi: "Điểm viết trong nháy kép, nhiều nhất ba chữ số thập phân, chẳng hạn \"0.5\".",
        en: "Points are written in quotes with at most three decimals, such as \"0.5\"."))
    return nil
  }

  private static func prediction(_ object: ObjectReader) -> PredictionTerms {
    PredictionTerms(
      target: object.choice("target", PredictionTarget.self, standIn: .persons),
      question: object.localizedText("question"),
      minimum: object.optionalInt("minimum", in: 0...1_000_000_000) ?? 0,
      maximum: object.optionalInt("maximum", in: 1...1_000_000_000) ?? 100_000_000)
  }

  private static func ranking(_ object: ObjectReader) -> RankingTerms {
    RankingTerms(
      counted: object.optionalChoice("counted", CountedAttempt.self, fallback: .best),
      requiresAllCorrect: object.optionalBool("requireAllCorrect") ?? false,
      keys: object.objects("keys").map { key in
        let measure = key.choice("key", RankingMeasure.self, standIn: .score)
        return RankingKey(
          measure,
          key.optionalChoice("order", RankingOrder.self, fallback: measure.usualOrder))
      })
  }

  private static func feedback(_ object: ObjectReader) -> FeedbackTerms {
    FeedbackTerms(
      score: object.choice("score", RevealMoment.self, standIn: .closing),
      answers: object.choice("answers", RevealMoment.self, standIn: .closing))
  }

  private static func board(_ object: ObjectReader) -> BoardTerms {
    BoardTerms(
      reveal: object.choice("reveal", RevealMoment.self, standIn: .closing),
      top: object.optionalInt("top", in: 1...1000) ?? 100)
  }

  private static func training(_ object: ObjectReader) -> TrainingTerms {
    TrainingTerms(
      lessons: object.strings("lessons"), periods: object.int("periods", in: 0...200))
  }
}
