import Testing

@testable import QuizEngine

/// Everything that checks first and writes later, with what may happen between the two.
@Suite struct CheckThenWriteTests {
  /// One act of an organizer whose right to it is taken away while it waits for its turn.
  struct Act: Sendable, CustomTestStringConvertible {
    let name: String
    let run: @Sendable (Engine, Scene, Actor, Instant) throws -> Void

    var testDescription: String { name }
  }

  /// What acts are about.
  struct Scene: Sendable {
    let school: Unit
    let cohort: CohortID
    let pupil: PersonID
    let learner: PersonID
    let contest: ContestID
    let closed: ContestID
    let certificate: String
  }

  static let acts: [Act] = [
    Act(name: "unit create") { engine, scene, actor, now in
      _ = try engine.createUnit(
        code: "lop-9z", name: "Lớp 9Z", kind: .schoolClass, parent: scene.school.id, by: actor,
        at: now)
    },
    Act(name: "person create") { engine, scene, actor, now in
      _ = try engine.createPerson(
        name: "Lê Mới", roles: [.teacher], unit: scene.school.id, username: "le.moi",
        password: "mật khẩu dài", by: actor, at: now)
    },
    Act(name: "person password") { engine, scene, actor, now in
      try engine.setPassword("mật khẩu khác", of: "giaovien", by: actor, at: now)
    },
    Act(name: "person import") { engine, scene, actor, now in
      _ = try engine.importPeople(
        Array("Họ và tên,Lớp\nLê Mới,8A\n".utf8), file: "a.csv", into: scene.school.id, by: actor,
        at: now)
    },
    Act(name: "session end") { engine, scene, actor, now in
      try engine.endSessions(of: scene.pupil, by: actor, at: now)
    },
    Act(name: "card print") { engine, scene, actor, now in
      _ = try engine.makeCards(for: .person(scene.pupil), by: actor, at: now)
    },
    Act(name: "card give") { engine, scene, actor, now in
      _ = try engine.makeCards(
        for: .learner(scene.learner, of: scene.cohort), by: actor, at: now)
    },
    Act(name: "data key export") { engine, _, actor, now in
      _ = try engine.exportBackupKey(by: actor, at: now)
    },
    Act(name: "card revoke") { engine, scene, actor, now in
      try engine.revokeCards(of: scene.pupil, by: actor, at: now)
    },
    Act(name: "cohort create") { engine, scene, actor, now in
      _ = try engine.createCohort(
        name: "Lớp mới", unit: scene.school.id, course: nil, dueAt: nil, by: actor, at: now)
    },
    Act(name: "cohort enrol") { engine, scene, actor, now in
      try engine.enrol([scene.pupil], in: scene.cohort, as: .learner, by: actor, at: now)
    },
    Act(name: "bank import") { engine, scene, actor, now in
      try engine.importBank(
        Given.bank(6), name: "moi", unit: scene.school.id, by: actor, at: now)
    },
    Act(name: "contest open") { engine, scene, actor, now in
      _ = try engine.openContest(
        sheet: Given.sheet().json.encoded(), file: "a.json", bank: Given.bank(7, topic: "x"),
        unit: scene.school.id, by: actor, at: now)
    },
    Act(name: "contest close") { engine, scene, actor, now in
      try engine.closeContest(scene.contest, by: actor, at: now)
    },
    Act(name: "contest publish") { engine, scene, actor, now in
      try engine.publishContest(scene.closed, by: actor, at: now)
    },
    Act(name: "certificate revoke") { engine, scene, actor, now in
      _ = try engine.revokeCertificate(
        code: scene.certificate, reason: "Nhầm người", by: actor, at: now)
    },
    Act(name: "lesson try") { engine, _, actor, now in
      guard case .person(let session) = actor else { return }
      _ = try engine.completeLesson(
        course: SmallCourse.slug, lesson: "bai-mot", choices: [[0], [0]], by: session, at: now)
    },
    Act(name: "data export") { engine, scene, actor, now in
      try engine.recordExport("results", of: scene.contest.text, by: actor, at: now)
    },
  ]

  let workshop: Workshop
  let scene: Scene
  let organizer: Session

  init() throws {
    let workshop = try Workshop()
    let engine = workshop.engine
    let now = workshop.now
    let cohort = try engine.createCohort(
      name: "8A", unit: workshop.school.id, course: nil, dueAt: nil, by: .operatorAtMachine,
      at: now)
    let pupil = try workshop.pupil()
    let learner = try workshop.pupil()
    try engine.enrol(
      [learner.person], in: cohort.id, as: .learner, by: .operatorAtMachine, at: now)
    _ = try engine.createPerson(
      name: "Trần Văn Bình", roles: [.teacher], unit: workshop.school.id, username: "giaovien",
      password: "mật khẩu dài", by: .operatorAtMachine, at: now)
    let contest = try workshop.openContest()
    let before = Window(opens: now + .hours(-3), closes: now + .hours(-2))
    let closed = try workshop.openContest(Given.sheet(rounds: [before]))
    let paper = Certificate(
      id: Given.id(7), code: "ABCD-EFGH-JKMN-PQRS", person: pupil.person, holder: "Minh Anh",
      unitName: "Trường mẫu", course: "khoa-mau", courseTitle: Given.text("Khóa"), periods: 2,
      cohort: nil, issuedAt: now, year: 2026, entry: 1)
    try engine.write { try $0.connection.certificates.insert(paper) }
    self.workshop = workshop
    organizer = try workshop.staff(.organizer)
    workshop.advance(.minutes(1))
    scene = Scene(
      school: workshop.school, cohort: cohort.id, pupil: pupil.person, learner: learner.person,
      contest: contest.id,
      closed: closed.id, certificate: paper.code)
  }

  @Test(arguments: acts)
  func `whoever loses their role while an act waits changes nothing`(act: Act) throws {
    let (scene, organizer, now) = (scene, organizer, workshop.now)
    let result = workshop.engine.race(
      { transaction in
        var person = try #require(try transaction.connection.persons.person(organizer.person))
        person.roles = [.teacher]
        try transaction.update(person)
      }, against: { try act.run($0, scene, .person(organizer), now) })
    #expect(result.refusal == .notAllowed)
    #expect(try !workshop.auditLog().contains { $0.actor == organizer.person && $0.at == now })
  }

  @Test(arguments: acts)
  func `whoever is signed out while an act waits changes nothing`(act: Act) throws {
    let (scene, organizer, now) = (scene, organizer, workshop.now)
    let result = workshop.engine.race(
      { try $0.endSessions(of: organizer.person, at: now) },
      against: { try act.run($0, scene, .person(organizer), now) })
    #expect(result.refusal == .notSignedIn)
    #expect(try !workshop.auditLog().contains { $0.actor == organizer.person && $0.at == now })
  }

  @Test(arguments: acts)
  func `nothing stands in the way of whoever stays what they are`(act: Act) throws {
    try act.run(workshop.engine, scene, .person(organizer), workshop.now)
  }

  @Test func `somebody promoted meanwhile is out of an organizer's reach`() throws {
    let (organizer, now) = (organizer, workshop.now)
    let result = workshop.engine.race(
      { transaction in
        var person = try #require(try transaction.connection.persons.holder(ofUsername: "giaovien"))
        person.roles = [.admin]
        try transaction.update(person)
      },
      against: {
        try $0.setPassword("của người khác", of: "giaovien", by: .person(organizer), at: now)
      })
    #expect(result.refusal == .notAllowed)
    _ = try workshop.engine.signIn(username: "giaovien", password: "mật khẩu dài", at: now)
  }

  @Test func `of two who close a round at once the first says when`() throws {
    let (contest, now) = (scene.contest, workshop.now)
    let result = workshop.engine.race(
      { transaction in
        try transaction.connection.contests.setCloses(now, of: contest, round: 0)
        transaction.contestChanged(contest)
      },
      against: { try $0.closeContest(contest, by: .operatorAtMachine, at: now + .minutes(1)) })
    #expect(result.refusal == .closed(since: now + .minutes(1)))
  }
}

/// Signing in while what it rests on is taken away.
@Suite struct SignInRaceTests {
  private let workshop: Workshop
  private let password = "mật khẩu dài"

  init() throws {
    workshop = try Workshop()
    _ = try workshop.engine.createPerson(
      name: "Trần Văn Bình", roles: [.organizer], unit: workshop.school.id, username: "giaovien",
      password: password, by: .operatorAtMachine, at: workshop.now)
  }

  private func change(
    hashOf session: PersonID? = nil
  ) -> @Sendable (Transaction) throws -> Void {
    let now = workshop.now
    return { transaction in
      let holder = try #require(try transaction.connection.persons.holder(ofUsername: "giaovien"))
      try transaction.connection.persons.setPasswordHash(decoyHash, of: holder.id, at: now)
    }
  }

  private func sessions() throws -> Int {
    try workshop.engine.read { connection in
      let holder = try #require(try connection.persons.holder(ofUsername: "giaovien"))
      return try connection.signIns.sessions(of: holder.id).count
    }
  }

  @Test func `a password that is changed while it is checked opens nothing`() throws {
    let (password, now) = (password, workshop.now)
    let result = workshop.engine.race(change()) {
      try $0.signIn(username: "giaovien", password: password, at: now)
    }
    #expect(result.refusal == .wrongCredentials)
    #expect(try sessions() == 0)
  }

  @Test func `a card that is revoked while it signs in opens nothing`() throws {
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    let now = workshop.now
    let result = workshop.engine.race(
      { try $0.revokeCards(of: person.id, at: now) },
      against: { try $0.signIn(card: card.text, at: now) })
    #expect(result.refusal == .wrongCredentials)
    #expect(try workshop.engine.read { try $0.signIns.sessions(of: person.id) }.isEmpty)
  }

  @Test func `a role that is taken away while somebody signs in is not in their session`() throws {
    let (password, now) = (password, workshop.now)
    let result = workshop.engine.race(
      { transaction in
        var person = try #require(try transaction.connection.persons.holder(ofUsername: "giaovien"))
        person.roles = [.teacher]
        try transaction.update(person)
      },
      against: { try $0.signIn(username: "giaovien", password: password, at: now) })
    let signedIn = try result.get()
    #expect(signedIn.session.roles == [.teacher])
    #expect(try workshop.engine.session(token: signedIn.token, at: now)?.roles == [.teacher])
  }

  @Test func `a password changed elsewhere is not changed again with the old one`() throws {
    let (password, now) = (password, workshop.now)
    let session = try workshop.engine.signIn(
      username: "giaovien", password: password, at: now
    ).session
    let result = workshop.engine.race(change()) {
      try $0.changePassword(from: password, to: "một câu thật dài", by: session, at: now)
    }
    #expect(result.refusal == .wrongCredentials)
  }

  @Test func `nobody proposes or ends a second factor with a password of yesterday`() throws {
    let (password, now) = (password, workshop.now)
    let session = try workshop.engine.signIn(
      username: "giaovien", password: password, at: now
    ).session
    let proposal = workshop.engine.race(change()) {
      try $0.proposeSecondFactor(password: password, by: session, at: now)
    }
    #expect(proposal.refusal == .wrongCredentials)
    #expect(try workshop.engine.secondFactor(of: session, at: now) == .off)
  }

  @Test func `a code typed while the password is changed opens nothing`() throws {
    let (engine, password) = (workshop.engine, password)
    let session = try engine.signIn(
      username: "giaovien", password: password, at: workshop.now
    ).session
    try engine.proposeSecondFactor(password: password, by: session, at: workshop.now)
    let factor = try #require(try engine.read { try $0.secondFactors.factor(of: session.person) })
    let code = { OneTimeCode.code(factor.secret, step: OneTimeCode.step(at: workshop.now)) }
    _ = try engine.confirmSecondFactor(code: code(), by: session, at: workshop.now)
    workshop.advance(.seconds(30))
    let needed = #expect(throws: CodeNeeded.self) {
      try engine.signIn(username: "giaovien", password: password, at: workshop.now)
    }
    let (ticket, typed, now) = (try #require(needed).ticket, code(), workshop.now)
    let before = try sessions()
    let result = workshop.engine.race(change()) {
      try $0.signIn(ticket: ticket, code: typed, at: now)
    }
    #expect(result.refusal == .ticketOver)
    #expect(try sessions() == before)
  }
}
