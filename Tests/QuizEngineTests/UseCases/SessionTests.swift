import Testing

@testable import QuizEngine

@Suite struct SessionTests {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop()
  }

  private var engine: Engine { workshop.engine }

  private func signIn(_ role: Role = .student, name: String = "Lê Thị An") throws -> SignedIn {
    let (_, card) = try workshop.personWithCard(name, roles: [role])
    return try engine.signIn(card: card.text, at: workshop.now)
  }

  private func isOpen(_ signedIn: SignedIn, at instant: Instant? = nil) throws -> Bool {
    try engine.session(token: signedIn.token, at: instant ?? workshop.now) != nil
  }

  // MARK: How long they last

  @Test(arguments: [(Role.student, 8 * 60), (.teacher, 30), (.organizer, 30)])
  func `a session ends when nothing comes for its idle time, in memory and in the table`(
    role: Role, minutes: Int
  ) throws {
    for restarts in [false, true] {
      let signedIn = try signIn(role)
      let start = workshop.now
      if restarts { try workshop.restart() }
      workshop.advance(to: start + .minutes(minutes) + Span(milliseconds: -1))
      #expect(try isOpen(signedIn))
      workshop.advance(.minutes(minutes))
      #expect(try !isOpen(signedIn))
      #expect(try !isOpen(signedIn), "nor when the table is asked")
    }
  }

  @Test(arguments: [(Role.student, 24), (.teacher, 12)])
  func `a session that is used all the time ends all the same`(role: Role, hours: Int) throws {
    let signedIn = try signIn(role)
    let end = workshop.now + .hours(hours)
    while workshop.now + .minutes(10) < end {
      workshop.advance(.minutes(10))
      #expect(try isOpen(signedIn))
    }
    #expect(try isOpen(signedIn, at: end + Span(milliseconds: -1)))
    #expect(try !isOpen(signedIn, at: end))
    try workshop.restart()
    #expect(try !isOpen(signedIn, at: end))
  }

  @Test func `a restart takes at most a quarter of the idle time away`() throws {
    let signedIn = try signIn(.teacher)
    for _ in 1...9 {
      workshop.advance(.minutes(5))
      #expect(try isOpen(signedIn))
      try engine.keepSessions(at: workshop.now)
    }
    try workshop.restart()
    workshop.advance(.minutes(22))
    #expect(try isOpen(signedIn))
  }

  /// As if the pupil's sessions so far had been opened a day before.
  private func setEnd(_ end: Instant, of person: PersonID) throws {
    try workshop.tamper(
      "UPDATE session SET expires_at = \(end.milliseconds) WHERE person = x'\(Hex.encode(person.bytes))'"
    )
  }

  @Test func `nobody is signed out of a running attempt, nor before the receipt is read`() throws {
    let contest = try workshop.openContest()
    let pupil = try signIn()
    let dealt = try workshop.start(contest.id, by: pupil.session)
    let over = workshop.now + .seconds(1)
    try setEnd(over, of: pupil.person.id)
    let end = dealt.attempt.deadline + .minutes(10)
    for _ in 1...2 {
      #expect(try isOpen(pupil, at: over))
      #expect(try isOpen(pupil, at: dealt.attempt.deadline + .seconds(-1)))
      #expect(try isOpen(pupil, at: end + Span(milliseconds: -1)))
      #expect(try !isOpen(pupil, at: end))
      try workshop.restart()
    }
    try workshop.submit(dealt.attempt.id, by: pupil.session)
    #expect(try !isOpen(pupil, at: over), "the attempt has ended")
  }

  @Test func `a session that was over before the attempt began does not come back with it`() throws
  {
    let contest = try workshop.openContest()
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    let old = try engine.signIn(card: card.text, at: workshop.now)
    workshop.advance(.minutes(1))
    try setEnd(workshop.now, of: person.id)
    let new = try engine.signIn(card: card.text, at: workshop.now)
    _ = try workshop.start(contest.id, by: new.session)
    workshop.advance(.seconds(1))
    #expect(try isOpen(new))
    #expect(try !isOpen(old))
  }

  @Test func `sessions that ended a month ago are dropped from the table`() throws {
    _ = try signIn()
    let later = workshop.now + .days(40)
    try engine.keepSessions(at: later + .days(-20))
    #expect(try engine.read { try $0.rowCounts() }["session"] == 1)
    try engine.keepSessions(at: later)
    #expect(try engine.read { try $0.rowCounts() }["session"] == 0)
  }

  // MARK: One's own sessions

  @Test func `people see and end their own sessions and nobody else's`() throws {
    let (_, card) = try workshop.personWithCard("Lê Thị An")
    let sessions = try (1...3).map { number in
      workshop.advance(.minutes(number))
      return try engine.signIn(card: card.text, at: workshop.now)
    }
    let stranger = try signIn(name: "Trần Lạ")
    let own = try engine.ownSessions(sessions[0].session, at: workshop.now)
    #expect(own.map(\.isThis) == [false, false, true])
    #expect(own.map(\.name) == sessions.reversed().map(\.session.token))
    #expect(throws: Refusal.notFound(.session)) {
      try engine.endSession(own[0].name, of: stranger.session, at: workshop.now)
    }
    try engine.endSession(own[0].name, of: sessions[0].session, at: workshop.now)
    #expect(try sessions.map { try isOpen($0) } == [true, true, false])
    try engine.endOtherSessions(of: sessions[0].session, at: workshop.now)
    #expect(try sessions.map { try isOpen($0) } == [true, false, false])
    try workshop.restart()
    #expect(try sessions.map { try isOpen($0) } == [true, false, false])
    #expect(try isOpen(stranger))
    #expect(try workshop.auditLog().filter { $0.action == "session end" }.count == 2)
  }

  @Test func `an admin ends everything that somebody has open, an outsider nothing`() throws {
    let pupil = try signIn()
    let outsider = try workshop.staff(.teacher)
    #expect(throws: Refusal.notAllowed) {
      try engine.endSessions(of: pupil.person.id, by: .person(outsider), at: workshop.now)
    }
    #expect(try isOpen(pupil))
    try engine.endSessions(of: pupil.person.id, by: .operatorAtMachine, at: workshop.now)
    #expect(try !isOpen(pupil))
  }

  @Test func `a session that ends while it is being read does not come back`() throws {
    let signedIn = try signIn()
    let mark = engine.sessions.mark
    try engine.signOut(signedIn.session, at: workshop.now)
    engine.sessions.keep(
      signedIn.session, seen: workshop.now, written: workshop.now, since: mark)
    #expect(try !isOpen(signedIn))
  }

  @Test func `who was moved to another class is a member of it at once`() throws {
    _ = try engine.createPerson(
      name: "Vũ Văn Tú", roles: [.teacher], unit: workshop.school.id, username: "thaytu",
      password: "mật khẩu dài", by: .operatorAtMachine, at: workshop.now)
    let signedIn = try engine.signIn(
      username: "thaytu", password: "mật khẩu dài", at: workshop.now)
    #expect(signedIn.session.unit == workshop.school.id)
    let list = "Họ và tên,Lớp,Vai trò,Tên đăng nhập\nVũ Văn Tú,8A,giáo viên,thaytu\n"
    let plan = try engine.importPeople(
      Array(list.utf8), file: "a.csv", into: workshop.school.id,
      decisions: .makingClasses, by: .operatorAtMachine, at: workshop.now)
    #expect(plan.moved == 1, "\(plan.issues)")
    let unit = try engine.session(token: signedIn.token, at: workshop.now)?.unit
    #expect(unit == plan.rows.first?.person.unit && unit != workshop.school.id)
  }
}
