import Testing

@testable import QuizEngine

@Suite struct ContestWalkthroughTests {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop()
  }

  private func contestAndPupil(_ sheet: RuleSheet = Given.sheet()) throws -> (Contest, Session) {
    (try workshop.openContest(sheet), try workshop.pupil())
  }

  // MARK: Who may start, and when

  @Test func `before the opening and from the close on nobody starts`() throws {
    let (contest, pupil) = try contestAndPupil()
    let window = contest.windows[0]
    workshop.advance(to: window.opens + Span(milliseconds: -1))
    #expect(throws: Refusal.notOpenYet(opens: window.opens)) {
      try workshop.start(contest.id, by: pupil)
    }
    workshop.advance(to: window.closes)
    #expect(throws: Refusal.closed(since: window.closes)) {
      try workshop.start(contest.id, by: pupil)
    }
    workshop.advance(to: window.closes + Span(milliseconds: -1))
    let dealt = try workshop.start(contest.id, by: pupil)
    #expect(dealt.attempt.deadline == window.closes)
  }

  @Test func `the limit counts attempts of the round, those that ran out among them`() throws {
    let (contest, pupil) = try contestAndPupil()
    try workshop.attempt(contest.id, by: pupil, right: 1)
    let second = try workshop.start(contest.id, by: pupil)
    #expect(second.attempt.number == 2)
    workshop.advance(to: second.attempt.deadline)
    #expect(throws: Refusal.noAttemptsLeft(limit: 2)) {
      try workshop.start(contest.id, by: pupil)
    }
  }

  @Test func `the next round counts anew`() throws {
    let windows = [0, 2].map {
      Window(opens: Given.monday + .hours($0), closes: Given.monday + .hours($0 + 1))
    }
    let (contest, pupil) = try contestAndPupil(
      Given.sheet(
        rounds: windows,
        attempt: AttemptTerms(
          duration: .minutes(20), limit: 1, lateStart: .cutAtClosing, timeBasis: .submission)))
    try workshop.attempt(contest.id, by: pupil, right: 4)
    #expect(throws: Refusal.noAttemptsLeft(limit: 1)) { try workshop.start(contest.id, by: pupil) }
    workshop.advance(to: windows[1].opens)
    let dealt = try workshop.start(contest.id, by: pupil)
    #expect(dealt.attempt.round == 1 && dealt.attempt.number == 1)
  }

  @Test func `staff above the unit, another role, another age are refused with their reason`()
    throws
  {
    let sheet = Given.sheet(
      eligibility: Eligibility(roles: [.student], minimumAge: 10, maximumAge: 15))
    let contest = try workshop.openContest(sheet, for: workshop.schoolClass)
    let cases: [(Session, Eligibility.Obstacle)] = [
      (try workshop.pupil("Lê A", in: workshop.school, roles: [.teacher]), .unit),
      (try workshop.pupil("Lê B", roles: [.teacher]), .role),
      (try workshop.pupil("Lê C", birthYear: 2_010), .tooOld),
      (try workshop.pupil("Lê D", birthYear: 2_017), .tooYoung),
      (try workshop.pupil("Lê E", birthYear: nil), .birthYearUnknown),
    ]
    for (session, obstacle) in cases {
      #expect(throws: Refusal.notEligible(obstacle)) {
        try workshop.start(contest.id, by: session)
      }
    }
    let pupil = try workshop.pupil("Lê G", birthYear: 2_011)
    _ = try workshop.start(contest.id, by: pupil)
  }

  @Test func `a contest of another unit is not even seen`() throws {
    let contest = try workshop.openContest(for: workshop.schoolClass)
    let outsider = try workshop.pupil("Lê A", in: workshop.school)
    let engine = workshop.engine
    #expect(try engine.contests(for: outsider, at: workshop.now).isEmpty)
    #expect(throws: Refusal.notFound(.contest)) {
      try engine.entrantReading(contest.id, for: outsider, at: workshop.now)
    }
    #expect(throws: Refusal.notFound(.contest)) {
      try engine.board(contest.id, for: outsider, at: workshop.now)
    }
    #expect(throws: Refusal.notFound(.contest)) { try workshop.start(contest.id, by: outsider) }
    let pupil = try workshop.pupil()
    #expect(try engine.contests(for: pupil, at: workshop.now).map(\.contest.id) == [contest.id])
  }

  // MARK: Prediction

  static let predictionTerms = PredictionTerms(
    target: .personsAllCorrect, question: Given.text("Bao nhiêu người đúng cả?"), minimum: 0,
    maximum: 1_000)

  static let predictionSheet = Given.sheet(
    prediction: predictionTerms,
    ranking: RankingTerms(
      counted: .best, requiresAllCorrect: false,
      keys: [RankingKey(.score, .descending), RankingKey(.predictionDistance, .ascending)]))

  @Test func `a prediction follows the rules of an answer`() throws {
    let (contest, pupil) = try contestAndPupil(Self.predictionSheet)
    let id = try workshop.start(contest.id, by: pupil).attempt.id
    let first = try workshop.predict(7, revision: 3, in: id, by: pupil)
    #expect(try workshop.predict(7, revision: 3, in: id, by: pupil) == first)
    #expect(throws: Refusal.staleRevision(found: 3)) {
      try workshop.predict(8, revision: 3, in: id, by: pupil)
    }
    for value in [-1, 1_001] {
      #expect(throws: Refusal.predictionOutOfRange(minimum: 0, maximum: 1_000)) {
        try workshop.predict(value, revision: 4, in: id, by: pupil)
      }
    }
    try workshop.predict(2, revision: 4, in: id, by: pupil)
    let ended = try workshop.submit(id, by: pupil)
    #expect(ended.outcome.prediction == 2)
    #expect(throws: Refusal.attemptEnded(at: ended.closing.at, byDeadline: false)) {
      try workshop.predict(9, revision: 5, in: id, by: pupil)
    }
    #expect(try workshop.predict(2, revision: 4, in: id, by: pupil).value == 2)
  }

  @Test func `a sheet without a prediction takes none`() throws {
    let (contest, pupil) = try contestAndPupil()
    let id = try workshop.start(contest.id, by: pupil).attempt.id
    #expect(throws: Refusal.predictionNotAsked) { try workshop.predict(1, in: id, by: pupil) }
  }

  @Test func `the board ranks by the nearest prediction and tells the number it was`() throws {
    let contest = try workshop.openContest(Self.predictionSheet)
    let names = ["Lê A", "Lê B", "Lê C", "Lê D"]
    let pupils = try names.map { try workshop.pupil($0) }
    for (pupil, guess) in zip(pupils, [5, 4, 3, nil]) {
      try workshop.attempt(contest.id, by: pupil, right: 4, taking: .seconds(1), predicting: guess)
    }
    workshop.advance(to: contest.windows[0].closes)
    try workshop.tick()
    let board = try workshop.engine.board(contest.id, for: pupils[0], at: workshop.now)
    #expect(board.actual == 4)
    #expect(board.rows.map(\.person.name) == ["Lê B", "Lê A", "Lê C", "Lê D"])
    #expect(board.rows.map(\.rank) == [1, 2, 2, 4])
    #expect(board.rows.map(\.predictionDistance) == [0, 1, 1, nil])
    #expect(board.own?.rank == 2)
    #expect(
      board.counts
        == RoundCounts(attempts: 4, persons: 4, attemptsAllCorrect: 4, personsAllCorrect: 4))
  }

  // MARK: What is shown, and when

  @Test(arguments: RevealMoment.allCases.filter { $0 != .submission })
  func `score, answers and board wait for their moment`(moment: RevealMoment) throws {
    let (contest, pupil) = try contestAndPupil(
      Given.sheet(
        feedback: FeedbackTerms(score: moment, answers: moment),
        board: BoardTerms(reveal: moment, top: 100)))
    let ended = try workshop.attempt(contest.id, by: pupil, right: 3)
    let closes = contest.windows[0].closes
    let published = closes + .hours(3)
    let shownFrom: Instant? =
      switch moment {
      case .submission: Given.monday
      case .closing: closes
      case .publication: published
      case .never: nil
      }
    for instant in [closes + Span(milliseconds: -1), closes, published, published + .hours(1)] {
      workshop.advance(to: instant)
      try workshop.tick()
      if instant == published {
        try workshop.engine.publishContest(contest.id, by: .operatorAtMachine, at: instant)
      }
      let isShown = shownFrom.map { $0 <= instant } ?? false
      let result = try workshop.engine.result(ended.attempt.id, of: pupil.person, at: instant)
      #expect((result.outcome != nil) == isShown, "\(moment) at \(instant.iso8601)")
      #expect(result.verdicts.isEmpty == !isShown)
      #expect((result.standing != nil) == isShown && (result.ranked != nil) == isShown)
      if isShown {
        let board = try workshop.engine.board(contest.id, for: pupil, at: instant)
        #expect(board.rows.map(\.person.id) == [pupil.person])
      } else {
        #expect(throws: Refusal.notRevealedYet) {
          try workshop.engine.board(contest.id, for: pupil, at: instant)
        }
      }
    }
  }

  @Test func `a score may be shown at submission while answers wait`() throws {
    let (contest, pupil) = try contestAndPupil(
      Given.sheet(feedback: FeedbackTerms(score: .submission, answers: .closing)))
    let ended = try workshop.attempt(contest.id, by: pupil, right: 3)
    let result = try workshop.engine.result(ended.attempt.id, of: pupil.person, at: workshop.now)
    #expect(result.outcome?.points == Points("30"))
    #expect(result.verdicts.isEmpty && result.standing == nil && result.actual == nil)
  }

  @Test func `a board shows its top and everybody their own place`() throws {
    let contest = try workshop.openContest(
      Given.sheet(board: BoardTerms(reveal: .closing, top: 3)))
    var pupils: [Session] = []
    for number in 1...5 {
      let pupil = try workshop.pupil("Lê \(number)")
      pupils.append(pupil)
      try workshop.attempt(contest.id, by: pupil, right: 4, taking: .seconds(number))
    }
    workshop.advance(to: contest.windows[0].closes)
    try workshop.tick()
    let engine = workshop.engine
    let board = try engine.board(contest.id, limit: 2, for: pupils[4], at: workshop.now)
    #expect(board.rows.map(\.person.name) == ["Lê 1", "Lê 2"] && board.next == 2)
    let rest = try engine.board(contest.id, from: 2, for: pupils[4], at: workshop.now)
    #expect(rest.rows.map(\.person.name) == ["Lê 3"] && rest.next == nil)
    #expect(rest.own?.rank == 5)
    let organizer = try workshop.staff(.organizer)
    #expect(try engine.board(contest.id, for: organizer, at: workshop.now).rows.count == 5)
  }

  @Test(arguments: [Int.min, -1, .max])
  func `a board begins nowhere outside itself`(position: Int) throws {
    let contest = try workshop.openContest()
    let organizer = try workshop.staff(.organizer)
    let pupil = try workshop.pupil()
    try workshop.attempt(contest.id, by: pupil, right: 4)
    workshop.advance(to: contest.windows[0].closes)
    try workshop.tick()
    for session in [organizer, pupil] {
      let board = try workshop.engine.board(
        contest.id, from: position, for: session, at: workshop.now)
      #expect(board.rows.count == (position < 0 ? 1 : 0))
    }
  }

  // MARK: Closing and publishing

  @Test func `closing early ends the attempts that run`() throws {
    let contest = try workshop.openContest()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.answer(dealt, right: 2, by: pupil)
    workshop.advance(.minutes(4))
    let closed = workshop.now
    try workshop.engine.closeContest(contest.id, by: .operatorAtMachine, at: closed)
    let result = try workshop.engine.result(dealt.attempt.id, of: pupil.person, at: closed)
    #expect(result.outcome?.closedAt == closed && result.outcome?.points == Points("20"))
    #expect(result.standing?.rank == 1)
    #expect(throws: Refusal.closed(since: closed)) { try workshop.start(contest.id, by: pupil) }
    #expect(throws: Refusal.attemptEnded(at: closed, byDeadline: true)) {
      try workshop.save(.cleared, slot: 1, revision: 9, in: dealt.attempt.id, by: pupil)
    }
    #expect(throws: Refusal.closed(since: closed)) {
      try workshop.engine.closeContest(contest.id, by: .operatorAtMachine, at: closed)
    }
    try workshop.restart()
    #expect(try workshop.engine.contest(contest.id).contest.windows[0].closes == closed)
  }

  @Test func `results are published after the last round and once`() throws {
    let contest = try workshop.openContest()
    let engine = workshop.engine
    let closes = contest.windows[0].closes
    #expect(throws: Refusal.notOpenYet(opens: closes)) {
      try engine.publishContest(contest.id, by: .operatorAtMachine, at: workshop.now)
    }
    let moment = closes + .minutes(1)
    try engine.publishContest(contest.id, by: .operatorAtMachine, at: moment)
    try engine.publishContest(contest.id, by: .operatorAtMachine, at: moment + .hours(1))
    #expect(try engine.contest(contest.id).contest.publishedAt == moment)
    #expect(try engine.contest(contest.id).contest.phase(at: moment).phase == .published)
  }

  @Test func `windows given at the opening follow one another`() throws {
    let early = Window(opens: Given.monday, closes: Given.monday + .hours(1))
    let late = Window(opens: Given.monday + .hours(2), closes: Given.monday + .hours(3))
    let sheet = Given.sheet(rounds: [early, late])
    let wrong: [[Window]] = [
      [early], [early, late, late], [late, early], [early, early],
      [Window(opens: late.opens, closes: late.opens), late],
    ]
    for windows in wrong {
      #expect(throws: Refusal.invalid(field: "windows", .contradicts)) {
        try workshop.engine.openContest(
          sheet: sheet.json.encoded(), file: "de.json", unit: workshop.school.id,
          windows: windows, by: .operatorAtMachine, at: workshop.now)
      }
    }
  }

  @Test func `a bank that cannot fill the paper is found when the contest opens`() throws {
    let sheet = Given.sheet(
      blueprint: Blueprint(
        bank: "khoa-mau/questions/ngan-hang.gift", draws: [Draw(count: 7)], shufflesItems: true,
        shufflesOptions: true))
    #expect(throws: Refusal.bankTooSmall(topic: nil, level: nil, wanted: 7, found: 6)) {
      try workshop.openContest(sheet)
    }
  }

  @Test func `a corrected bank does not change a contest that was opened`() throws {
    let (contest, pupil) = try contestAndPupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    try workshop.folder.write(
      [
        "khoa-mau/questions/ngan-hang.gift": SmallCourse.bank(6, prefix: "cau", words: "Mới"),
        "khoa-mau/questions/ngan-hang.en.gift": SmallCourse.bank(6, prefix: "cau", words: "New"),
      ], below: "Courses")
    try workshop.restart()
    let reading = try workshop.engine.attempt(dealt.attempt.id, of: pupil.person, at: workshop.now)
    #expect(reading.paper == dealt.paper)
    let next = try workshop.openContest()
    #expect(next.bank != contest.bank)
  }
}
