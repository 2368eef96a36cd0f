import QuizEngine

/// Pages of contests as entrants see them.
enum ContestHandlers {
  static func list(_ context: RequestContext) throws -> Response {
    let contests = try context.engine.contests(for: context.requireSession(), at: context.now)
    let rows = contests.map { reading in
      ContestsPage.Row(
        id: reading.contest.id, title: reading.contest.sheet.title,
        summary: reading.contest.sheet.summary, phase: reading.phase.phase,
        window: reading.window)
    }
    return context.page(
      contestsPage(ContestsPage(contests: rows), try context.chrome(.contests)))
  }

  static func contest(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    let session = try context.requireSession()
    let entrant = try context.engine.entrantReading(id, for: session, at: context.now)
    var isEntrant = true
    if case .notEligible = entrant.obstacle { isEntrant = false }
    let contest = entrant.reading.contest
    let phase = entrant.reading.phase
    let isOpen = phase.phase == .open
    let model = ContestPage(
      contest: contest, reading: phase,
      used: entrant.attempts.count { $0.attempt.round == phase.round },
      obstacle: isOpen || !isEntrant ? entrant.obstacle?.text : nil, running: entrant.running?.id,
      ended: entrant.attempts.filter { $0.outcome != nil }.reversed().map(\.attempt.id),
      showsBoard: contest.reveals(
        contest.sheet.board.reveal, ofRound: phase.round, at: context.now),
      isEntrant: isEntrant, showsParticipants: session.allows(.viewCohort))
    return context.page(contestPage(model, try context.chrome(.contest(id))))
  }

  static func start(_ context: RequestContext, _ reply: Reply) throws {
    try ExamForms.start(try context.id("contest", .contest), context, reply)
  }

  static func standings(_ context: RequestContext) throws -> Response {
    let id: ContestID = try context.id("contest", .contest)
    let session = try context.requireSession()
    let contest = try context.engine.contest(id).contest
    let board: StandingsPage.Board?
    do {
      let reading = try context.engine.board(id, limit: 500, for: session, at: context.now)
      let names = BoardNames(contest, session, try context.engine.units())
      board = StandingsPage.Board(
        reading, names, context.site.boardMarkup, context.language,
        to: Address(roles: session.roles))
    } catch Refusal.notRevealedYet {
      board = nil
    }
    let model = StandingsPage(
      contest: id, title: contest.sheet.title, isOfficial: contest.publishedAt != nil,
      board: board,
      hiddenNote: RevealNote.text(contest.sheet.board.reveal, contest, contest.windows.count - 1))
    return context.page(standingsPage(model, try context.chrome(.standings(id))))
  }
}

extension ContestReading {
  /// The window of the round that the phase speaks of.
  var window: Window {
    contest.windows.indices.contains(phase.round) ? contest.windows[phase.round] : contest.span
  }
}

extension StandingsPage.Board {
  fileprivate init(
    _ reading: BoardReading, _ names: BoardNames, _ copies: BoardLines<HTML>,
    _ language: Language, to address: Address
  ) {
    let showsPrediction = reading.contest.sheet.prediction != nil
    let write = { (row: StandingTable.BoardRow, names: BoardNames) in
      // Only the reader's own line speaks to somebody, and that one is in no copy.
      boardLine(
        StandingsPage.Row(row, names), showsPrediction: showsPrediction, language, to: address)
    }
    var lines = copies.lines(of: reading.page, for: names, in: language, write)
    // Whoever stands below the board's end sees their own place too.
    if let own = reading.own, !reading.rows.contains(where: { $0.person.id == own.person.id }) {
      lines.append(write(own, names))
    }
    self.init(
      counts: reading.counts
        ?? RoundCounts(attempts: 0, persons: 0, attemptsAllCorrect: 0, personsAllCorrect: 0),
      lines: lines, top: reading.contest.sheet.board.top, showsPrediction: showsPrediction)
  }
}

extension StandingsPage.Row {
  fileprivate init(_ row: StandingTable.BoardRow, _ names: BoardNames) {
    self.init(
      rank: row.rank, name: names.name(of: row.person), unitName: names.school(of: row.person),
      score: row.points, timeUsed: row.timeUsed, prediction: row.prediction,
      distance: row.predictionDistance, isViewer: names.isReader(row.person))
  }
}

/// When something that is still hidden will be shown.
enum RevealNote {
  static func text(
    _ moment: RevealMoment, _ contest: Contest, _ round: Int
  ) -> LocalizedText? {
    switch moment {
    case .submission: return nil
    case .closing:
      let at = contest.lastDeadline(ofRound: round)
      return both(
        "Xem được sau khi vòng thi kết thúc: \(Language.vietnamese.deadline(at)).",
        "To be seen after the round has ended: \(Language.english.deadline(at)).")
    case .publication:
      return both(
        "Xem được sau khi ban tổ chức công bố kết quả.",
        "To be seen after the organizers have published the results.")
    case .never:
      return both("Thể lệ không công bố mục này.", "The rules do not reveal this.")
    }
  }
}
