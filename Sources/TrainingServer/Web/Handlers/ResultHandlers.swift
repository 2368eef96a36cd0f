import QuizEngine

/// What an ended attempt came to, as far as the rule sheet shows it now.
enum ResultHandlers {
  static func result(_ context: RequestContext) throws -> Response {
    let id: AttemptID = try context.id("attempt", .attempt)
    let person = try context.requireSession().person
    let result = try context.engine.result(id, of: person, at: context.now)
    return context.page(
      resultPage(try model(result, context), try context.chrome(.result(id))))
  }

  private static func model(
    _ result: ResultReading, _ context: RequestContext
  ) throws -> ResultPage {
    let reading = result.reading
    let contest = reading.contest
    let items = result.verdicts.isEmpty ? nil : items(result, context)
    let hidden =
      result.outcome == nil ? contest.sheet.feedback.score : contest.sheet.feedback.answers
    var model = ResultPage(
      attempt: reading.attempt.id, title: contest.sheet.title, back: back(contest, context),
      score: result.outcome.map { score($0, contest) },
      laterNote: RevealNote.text(hidden, contest, reading.attempt.round), items: items)
    if let standing = result.standing, standing.attempt == reading.attempt.id {
      model.place = ResultPage.Place(
        rank: standing.rank, ranked: result.ranked ?? standing.rank,
        decidedBy: standing.decidedBy)
    }
    if result.outcome != nil, let saved = reading.state.prediction {
      model.prediction = ResultPage.Guess(value: saved.value, actual: result.actual)
    }
    model.mayTryAgain = try mayTryAgain(contest, context)
    if items != nil { model.readNext = readNext(result, context.engine.catalogue) }
    if contest.purpose == .contest,
      contest.reveals(contest.sheet.board.reveal, ofRound: reading.attempt.round, at: context.now)
    {
      model.board = .standings(contest.id)
    }
    return model
  }

  /// Nothing keeps the person from another attempt now: round, eligibility, attempts left.
  private static func mayTryAgain(
    _ contest: Contest, _ context: RequestContext
  ) throws -> Bool {
    do {
      let entrant = try context.engine.entrantReading(
        contest.id, for: context.requireSession(), at: context.now)
      return entrant.obstacle == nil && entrant.reading.phase.phase == .open
    } catch Refusal.notFound {
      return false
    }
  }

  private static func back(
    _ contest: Contest, _ context: RequestContext
  ) -> (title: LocalizedText, route: Route) {
    guard case .finalTest(let course, _) = contest.purpose else {
      return (contest.sheet.title, .contest(contest.id))
    }
    return (context.engine.catalogue[course]?.title ?? contest.sheet.summary, .course(course))
  }

  private static func score(_ outcome: AttemptOutcome, _ contest: Contest) -> ResultPage.Score {
    let sheet = contest.sheet
    return ResultPage.Score(
      points: outcome.points, maximum: sheet.scoring.perItem.times(sheet.blueprint.itemCount),
      correct: outcome.correctItems, itemCount: sheet.blueprint.itemCount,
      timeUsed: outcome.timeUsed, submittedAt: outcome.closedAt,
      isPassed: sheet.scoring.passMark.map { outcome.points >= $0 })
  }

  private static func items(
    _ result: ResultReading, _ context: RequestContext
  ) -> [ResultPage.Item] {
    let reading = result.reading
    let (catalogue, language) = (context.engine.catalogue, context.language)
    return zip(reading.paper.items, result.verdicts).map { item, verdict in
      let prompt = item.question.prompt[language].heading
      return ResultPage.Item(
        slot: item.slot, prompt: prompt.lead, promptRest: prompt.rest,
        options: OptionView.list(item.question, order: item.order, language),
        review: AnswerReview(
          item.question, order: item.order,
          chosen: reading.state.answers[item.slot]?.response.letters ?? [],
          isCorrect: verdict.isCorrect, catalogue, language))
    }
  }

  /// Lessons that teach the law behind what went wrong; three at most.
  private static func readNext(
    _ result: ResultReading, _ catalogue: Catalogue
  ) -> [(title: LocalizedText, route: Route)] {
    let missed = zip(result.reading.paper.items, result.verdicts).filter { !$0.1.isCorrect }
    let laws = Set(missed.flatMap(\.0.question.laws))
    var found: [(title: LocalizedText, route: Route)] = []
    for course in catalogue.courses where course.audience == .student {
      for lesson in course.lessons where !laws.isDisjoint(with: lesson.laws) {
        found.append((lesson.title, .lesson(course.slug, lesson.slug)))
      }
    }
    return Array(found.prefix(3))
  }
}
