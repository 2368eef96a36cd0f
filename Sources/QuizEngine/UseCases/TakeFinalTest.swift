extension Engine {
  /// The contest that carries a module's final test, made when first needed.
  ///
  /// A new text of the test's bank is a new contest, so that running attempts keep theirs.
  package func finalTest(
    course courseSlug: String, module moduleSlug: String, at instant: Instant
  ) throws -> ContestID {
    guard let course = catalogue[courseSlug],
      let module = course.modules.first(where: { $0.slug == moduleSlug }),
      let test = module.finalTest
    else { throw Refusal.notFound(.course) }
    let known = try read { connection in
      try connection.contests.find(
        course: courseSlug, module: moduleSlug, bank: test.bank.digest)?.id
    }
    if let known { return known }
    guard let root = try units().children(of: nil).first else { throw Refusal.notFound(.unit) }
    let sheet = RuleSheet(finalTest: test, of: module, in: course)
    let contest = Contest(
      id: environment.newID(at: instant),
      purpose: .finalTest(course: courseSlug, module: moduleSlug), unit: root.id, sheet: sheet,
      bank: test.bank.digest, windows: sheet.rounds.map(\.window), createdAt: instant)
    return try write { transaction in
      if let made = try transaction.connection.contests.find(
        course: courseSlug, module: moduleSlug, bank: test.bank.digest)
      {
        return made.id
      }
      try transaction.insert(contest, bank: test.bank, at: instant)
      return contest.id
    }
  }
}

extension RuleSheet {
  /// A final test said as a rule sheet: always open, scored to its scale, shown at once.
  fileprivate init(finalTest test: FinalTest, of module: CourseModule, in course: Course) {
    let roles: Set<Role> =
      course.audience == .student ? [.student] : [.teacher, .organizer, .admin]
    let always = Window(
      opens: Instant(milliseconds: 0), closes: Instant(milliseconds: 253_402_214_400_000))
    self.init(
      slug: module.slug, title: test.title, summary: module.title,
      eligibility: Eligibility(roles: roles), rounds: [Round(title: test.title, window: always)],
      blueprint: Blueprint(
        bank: "\(course.slug)/\(module.slug)", draws: [Draw(count: test.draw)],
        shufflesItems: true, shufflesOptions: true),
      attempt: AttemptTerms(
        duration: test.duration, limit: test.resits + 1, lateStart: .fullTime,
        timeBasis: .submission),
      scoring: Scoring(
        perItem: Points(thousandths: test.scale.thousandths / Int64(max(1, test.draw))),
        multiple: .allOrNothing, passMark: test.passMark),
      prediction: nil,
      ranking: RankingTerms(
        counted: .best, requiresAllCorrect: false, keys: [RankingKey(.score, .descending)]),
      feedback: FeedbackTerms(score: .submission, answers: .submission),
      board: BoardTerms(reveal: .never, top: 1),
      training: TrainingTerms(lessons: module.lessons.map(\.slug), periods: module.periods))
  }
}
