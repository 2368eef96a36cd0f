import QuizEngine

/// The first page.
enum HomeHandlers {
  static func home(_ context: RequestContext) throws -> Response {
    let chrome = try context.chrome(.home)
    guard let session = context.session else {
      return context.page(welcomePage(chrome))
    }
    let list = try DueList(session, context)
    let model = HomePage(
      name: chrome.viewer?.name ?? "", next: list.open.first,
      later: Array(list.open.dropFirst()), done: list.done)
    return context.page(homePage(model, chrome))
  }
}

/// What waits for somebody, the most urgent first.
struct DueList {
  private(set) var open: [DueItem] = []
  private(set) var done: [DueItem] = []
  private let session: Session
  private let context: RequestContext

  init(_ session: Session, _ context: RequestContext) throws {
    self.session = session
    self.context = context
    let own = try context.engine.own(session.person, attempts: 20)
    addRunning(own)
    try addContests(own)
    try addCourses(own)
    if !session.isStaff { addResults(own) } else { addCohorts(own) }
    addCertificates(own)
  }

  private var now: Instant { context.now }

  private mutating func addRunning(_ own: OwnReading) {
    for attempt in own.attempts where attempt.outcome == nil && now < attempt.attempt.deadline {
      open.append(
        DueItem(
          kind: .attemptRunning, title: attempt.contest.sheet.title,
          route: .attempt(attempt.attempt.id), at: attempt.attempt.deadline))
    }
  }

  private mutating func addContests(_ own: OwnReading) throws {
    let running = Set(
      own.attempts.filter { $0.outcome == nil && now < $0.attempt.deadline }.map(\.contest.id))
    for reading in try context.engine.contests(for: session, at: now)
    where !running.contains(reading.contest.id) {
      let contest = reading.contest
      let phase = reading.phase
      if session.allows(.manageContests) {
        addManaged(reading)
        continue
      }
      guard !contest.sheet.eligibility.roles.isDisjoint(with: session.roles) else { continue }
      let used = own.attempts.count {
        $0.contest.id == contest.id && $0.attempt.round == phase.round
      }
      let hasLeft = contest.sheet.attempt.limit.map { used < $0 } ?? true
      if phase.phase == .open, hasLeft {
        open.append(
          DueItem(
            kind: .contestOpen, title: contest.sheet.title, route: .contest(contest.id),
            at: phase.until))
      } else if phase.phase == .upcoming {
        open.append(
          DueItem(
            kind: .contestSoon, title: contest.sheet.title, route: .contest(contest.id),
            at: phase.until))
      }
    }
  }

  private mutating func addManaged(_ reading: ContestReading) {
    let contest = reading.contest
    let kind: DueItem.Kind
    switch reading.phase.phase {
    case .open, .upcoming: kind = .watch
    case .closed: kind = .publish
    case .published: return
    }
    open.append(
      DueItem(
        kind: kind, title: contest.sheet.title, route: .watch(contest.id),
        at: reading.phase.until, isOpening: reading.phase.phase == .upcoming))
  }

  private mutating func addCourses(_ own: OwnReading) throws {
    for cohort in own.learning {
      guard let course = cohort.course.flatMap({ context.engine.catalogue[$0] }) else { continue }
      let progress = try context.engine.progress(of: session.person, in: course)
      let share = (done: progress.lessonsDone, total: course.lessons.count)
      if let lesson = course.lessons.first(where: { progress.completions[$0.slug] == nil }) {
        open.append(
          DueItem(
            kind: .lesson, title: lesson.title, route: .lesson(course.slug, lesson.slug),
            at: cohort.dueAt, progress: share))
      } else if !progress.isComplete {
        open.append(
          DueItem(
            kind: .finalTest, title: course.title, route: .course(course.slug),
            at: cohort.dueAt))
      } else {
        done.append(
          DueItem(
            kind: .lesson, title: course.title, route: .course(course.slug), progress: share))
      }
    }
  }

  private mutating func addResults(_ own: OwnReading) {
    for attempt in own.attempts.prefix(5) {
      guard let outcome = attempt.outcome,
        attempt.contest.reveals(
          attempt.contest.sheet.feedback.score, ofRound: attempt.attempt.round, at: now)
      else { continue }
      done.append(
        DueItem(
          kind: .resultReady, title: attempt.contest.sheet.title,
          route: .result(attempt.attempt.id), at: outcome.closedAt))
    }
  }

  private mutating func addCohorts(_ own: OwnReading) {
    for cohort in own.teaching {
      open.append(
        DueItem(
          kind: .cohort, title: both(cohort.name, cohort.name), route: .cohort(cohort.id),
          at: cohort.dueAt))
    }
  }

  private mutating func addCertificates(_ own: OwnReading) {
    for certificate in own.certificates where certificate.revocation == nil {
      done.append(
        DueItem(
          kind: .certificate, title: certificate.courseTitle,
          route: .certificate(certificate.code), at: certificate.issuedAt))
    }
  }
}
