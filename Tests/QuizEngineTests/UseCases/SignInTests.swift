import Testing

@testable import QuizEngine

@Suite struct SignInTests {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop()
  }

  private func teacher(_ password: String = "mật khẩu dài") throws -> Person {
    try workshop.engine.createPerson(
      name: "Trần Văn Bình", roles: [.teacher], unit: workshop.school.id, username: "GiaoVien",
      password: password, by: .operatorAtMachine, at: workshop.now)
  }

  private func signIn(
    _ username: String = "giaovien", _ password: String = "mật khẩu dài"
  ) throws -> SignedIn {
    try workshop.engine.signIn(username: username, password: password, at: workshop.now)
  }

  // MARK: Cards

  @Test func `a card signs its holder in, however it is typed`() throws {
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    for typed in [card.text, card.grouped, card.text.uppercased(), " " + card.grouped + " "] {
      let signedIn = try workshop.engine.signIn(card: typed, at: workshop.now)
      #expect(signedIn.person == person && signedIn.session.person == person.id)
    }
  }

  @Test func `an unknown and a mistyped card get the same answer, a revoked one says since when`()
    throws
  {
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    let moment = workshop.now
    try workshop.engine.write { transaction in
      try transaction.connection.signIns.revokeCards(of: person.id, at: moment)
    }
    let unknown = CardSecret(workshop.engine.environment)
    for text in ["", "abc", unknown.text, String(card.text.dropLast()), "ậ"] {
      #expect(throws: Refusal.wrongCredentials, "\(text)") {
        try workshop.engine.signIn(card: text, at: moment)
      }
    }
    #expect(throws: Refusal.cardReplaced(at: moment)) {
      try workshop.engine.signIn(card: card.text, at: moment)
    }
  }

  @Test
  func `a card tells given name and class, a replaced one since when, an unknown one nothing`()
    throws
  {
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    guard case .usable(let name, let unit) = try workshop.engine.readCard(card.grouped) else {
      Issue.record("not usable")
      return
    }
    #expect(name == "Lê Thị An" && !unit.isEmpty)
    let moment = workshop.now
    try workshop.engine.write { try $0.revokeCards(of: person.id, at: moment) }
    guard case .replaced(let at) = try workshop.engine.readCard(card.text) else {
      Issue.record("not replaced")
      return
    }
    #expect(at == moment)
    for text in ["", "abc", CardSecret(workshop.engine.environment).text] {
      guard case .unknown = try workshop.engine.readCard(text) else {
        Issue.record("known: \(text)")
        continue
      }
    }
  }

  @Test func `nobody fills the disk with sessions, the newest fifty stay`() throws {
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    let engine = workshop.engine
    let tokens = try (0..<60).map { round in
      if round.isMultiple(of: 4) { workshop.advance(.seconds(1)) }
      return try engine.signIn(card: card.text, at: workshop.now).token
    }
    let stored = { try engine.read { try $0.signIns.sessions(of: person.id) }.count }
    #expect(try stored() == 50)
    for (round, token) in tokens.enumerated() where !(8..<12).contains(round) {
      // Of those opened in the same moment as the tenth any two may stay.
      #expect(
        try (engine.session(token: token, at: workshop.now) != nil) == (round >= 12), "\(round)")
    }
    let other = try workshop.personWithCard("Trần Bình")
    _ = try engine.signIn(card: other.card.text, at: workshop.now)
    #expect(try stored() == 50)
  }

  @Test func `a revoked card ends what was opened with it`() throws {
    let (person, card) = try workshop.personWithCard("Lê Thị An")
    let engine = workshop.engine
    let signedIn = try engine.signIn(card: card.text, at: workshop.now)
    let outsider = try workshop.staff(.organizer, in: workshop.schoolClass, name: "Lê Ngoài")
    let teacher = try workshop.staff(.teacher, in: workshop.school, name: "Lê Dạy")
    #expect(throws: Refusal.notAllowed) {
      try engine.revokeCard(card.text, by: .person(teacher), at: workshop.now)
    }
    #expect(try engine.session(token: signedIn.token, at: workshop.now) != nil)
    let revoked = try engine.revokeCard(card.grouped, by: .person(outsider), at: workshop.now)
    #expect(revoked == person)
    #expect(try engine.session(token: signedIn.token, at: workshop.now) == nil)
    #expect(throws: Refusal.cardReplaced(at: workshop.now)) {
      try engine.signIn(card: card.text, at: workshop.now)
    }
    #expect(throws: Refusal.notFound(.card)) {
      try engine.revokeCard(card.text, by: .person(outsider), at: workshop.now)
    }
  }

  @Test func `no secret of a card or a session is stored`() throws {
    let (_, card) = try workshop.personWithCard("Lê Thị An")
    let signedIn = try workshop.engine.signIn(card: card.text, at: workshop.now)
    _ = try teacher("bí mật của thầy")
    workshop.engine.close()
    let file = try workshop.folder.bytes("data/training.sqlite")
    for secret in [card.text, card.grouped, signedIn.token, "bí mật của thầy"] {
      #expect(!file.contains(Array(secret.utf8)))
    }
    // Nor in the form in which a blob would hold it.
    let token = try #require(Base64URL.decode(signedIn.token))
    let number = try #require(CrockfordBase32.decodeTyped(card.text))
    let cardBytes = (0..<16).map { UInt8(truncatingIfNeeded: number >> UInt128(120 - $0 * 8)) }
    #expect(!file.contains(token) && !file.contains(cardBytes))
    try workshop.restart()
  }

  // MARK: Passwords

  @Test func `a password signs in, the name in any case`() throws {
    let person = try teacher()
    #expect(try signIn("GIAOVIEN").person.id == person.id)
  }

  @Test func `an unknown name costs the hash of a known one`() throws {
    #expect(decoyHash.hasPrefix(PasswordCost.staff.prefix))
    let real = try PasswordHash.hash("mật khẩu dài", salt: Array(1...16))
    #expect(decoyHash.utf8.count >= real.utf8.count - 6 && decoyHash.utf8.count <= real.utf8.count)
    for password in ["", "password", "mật khẩu dài"] {
      #expect(!PasswordHash.verify(password, against: decoyHash))
    }
  }

  @Test func `a wrong password and an unknown name get the same refusal`() throws {
    _ = try teacher()
    for (name, password) in [("giaovien", "sai mật khẩu"), ("khong-co", "mật khẩu dài"), ("", "")] {
      #expect(throws: Refusal.wrongCredentials) { try signIn(name, password) }
    }
  }

  @Test func `after five failures one waits longer and longer, known name or not`() throws {
    _ = try teacher()
    for name in ["giaovien", "khong-co"] {
      for _ in 1...5 { #expect(throws: Refusal.wrongCredentials) { try signIn(name, "sai") } }
      let until = workshop.now + .seconds(1)
      #expect(throws: Refusal.tooManyTries(until: until)) { try signIn(name) }
      workshop.advance(to: until)
      #expect(throws: Refusal.wrongCredentials) { try signIn(name, "sai") }
      #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(2))) { try signIn(name) }
      workshop.advance(.seconds(2))
    }
    _ = try signIn()
    #expect(throws: Refusal.wrongCredentials) { try signIn("giaovien", "sai") }
    _ = try signIn()
  }

  @Test(arguments: [
    ("1234567", Refusal.Complaint.tooShort), (String(repeating: "a", count: 129), .tooLong),
  ])
  func `a password has a length`(password: String, complaint: Refusal.Complaint) {
    #expect(throws: Refusal.invalid(field: "password", complaint)) { try teacher(password) }
  }

  @Test(arguments: [
    ("", Refusal.Complaint.missing), ("giáo viên", .malformed), ("a b", .malformed),
    ("a\u{0}b", .malformed), (String(repeating: "a", count: 65), .tooLong),
  ])
  func `a sign-in name is plain`(username: String, complaint: Refusal.Complaint) {
    #expect(throws: Refusal.invalid(field: "username", complaint)) {
      try workshop.engine.createPerson(
        name: "Lê A", roles: [.teacher], unit: workshop.school.id, username: username,
        password: "mật khẩu dài", by: .operatorAtMachine, at: workshop.now)
    }
  }

  @Test func `a person's name is kept in one spelling and has a length`() throws {
    func create(_ name: String) throws -> Person {
      try workshop.engine.createPerson(
        name: name, roles: [.student], unit: workshop.school.id, by: .operatorAtMachine,
        at: workshop.now)
    }
    let decomposed = "  Nguye\u{302}\u{303}n An "
    #expect(try Array(create(decomposed).name.utf8) == Array("Nguyễn An".utf8))
    #expect(throws: Refusal.invalid(field: "name", .missing)) { try create(" \n ") }
    #expect(throws: Refusal.invalid(field: "name", .tooLong)) {
      try create(String(repeating: "Ă", count: 151))
    }
  }

  @Test func `a name is given once`() throws {
    _ = try teacher()
    #expect(throws: Refusal.alreadyExists(.person, name: "giaovien")) { try teacher() }
  }

  @Test func `a new password ends all sessions of its holder`() throws {
    _ = try teacher()
    let old = try signIn()
    try workshop.engine.setPassword(
      "mật khẩu mới", of: "giaovien", by: .operatorAtMachine, at: workshop.now)
    #expect(try workshop.engine.session(token: old.token, at: workshop.now) == nil)
    #expect(throws: Refusal.wrongCredentials) { try signIn() }
    _ = try signIn("giaovien", "mật khẩu mới")
    try workshop.restart()
    #expect(try workshop.engine.session(token: old.token, at: workshop.now) == nil)
  }

  // MARK: Sessions

  @Test func `signing out ends one session and no other`() throws {
    let (_, card) = try workshop.personWithCard("Lê Thị An")
    let sessions = try (1...2).map { _ in
      try workshop.engine.signIn(card: card.text, at: workshop.now)
    }
    try workshop.engine.signOut(sessions[0].session, at: workshop.now)
    for _ in 1...2 {
      #expect(try workshop.engine.session(token: sessions[0].token, at: workshop.now) == nil)
      #expect(try workshop.engine.session(token: sessions[1].token, at: workshop.now) != nil)
      try workshop.restart()
    }
  }

  @Test(arguments: ["", "x", String(repeating: "A", count: 43), "a\u{0}b"])
  func `an invented token is no session`(token: String) throws {
    #expect(try workshop.engine.session(token: token, at: workshop.now) == nil)
  }

  @Test func `nobody hands out more than they hold`() throws {
    let organizer = try workshop.staff(.organizer)
    let admin = try workshop.staff(.admin)
    func create(_ role: Role, by session: Session, in unit: Unit) throws -> Person {
      try workshop.engine.createPerson(
        name: "Lê A", roles: [role], unit: unit.id, by: .person(session), at: workshop.now)
    }
    for role in [Role.organizer, .admin, .auditor] {
      #expect(throws: Refusal.notAllowed) {
        try create(role, by: organizer, in: workshop.school)
      }
      _ = try create(role, by: admin, in: workshop.school)
    }
    _ = try create(.teacher, by: organizer, in: workshop.school)
    let local = try workshop.staff(.organizer, in: workshop.schoolClass)
    #expect(throws: Refusal.notAllowed) { try create(.student, by: local, in: workshop.school) }
    let teacher = try workshop.staff(.teacher)
    #expect(throws: Refusal.notAllowed) {
      try create(.student, by: teacher, in: workshop.school)
    }
  }
}
