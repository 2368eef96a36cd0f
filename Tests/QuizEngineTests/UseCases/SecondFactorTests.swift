import Testing

@testable import QuizEngine

@Suite struct SecondFactorTests {
  let workshop: Workshop
  private let password = "mật khẩu dài"

  init() throws {
    workshop = try Workshop()
    _ = try workshop.engine.createPerson(
      name: "Trần Văn Bình", roles: [.organizer], unit: workshop.school.id, username: "giaovien",
      password: password, by: .operatorAtMachine, at: workshop.now)
  }

  private var engine: Engine { workshop.engine }

  private func signIn(code: String? = nil) throws -> SignedIn {
    try engine.signIn(username: "giaovien", password: password, code: code, at: workshop.now)
  }

  private func ticket() throws -> String {
    let needed = #expect(throws: CodeNeeded.self) { try signIn() }
    return try #require(needed).ticket
  }

  private func code(of session: Session) throws -> String {
    let factor = try engine.read { try $0.secondFactors.factor(of: session.person) }
    return OneTimeCode.code(
      try #require(factor).secret, step: OneTimeCode.step(at: workshop.now))
  }

  /// Turns the factor on; half a minute later, when the code of that is used up and a new one shows.
  private func turnOn() throws -> (session: Session, recovery: [String]) {
    let session = try signIn().session
    try engine.proposeSecondFactor(password: password, by: session, at: workshop.now)
    let recovery = try engine.confirmSecondFactor(
      code: try code(of: session), by: session, at: workshop.now)
    workshop.advance(.seconds(30))
    return (session, recovery)
  }

  @Test func `a password alone opens nothing once a factor is on, a code does it`() throws {
    let elsewhere = try signIn()
    let (session, recovery) = try turnOn()
    #expect(recovery.count == 8 && Set(recovery).count == 8)
    #expect(try engine.session(token: elsewhere.token, at: workshop.now) == nil)
    try workshop.restart()
    let ticket = try ticket()
    let signedIn = try engine.signIn(
      ticket: ticket, code: try code(of: session), at: workshop.now)
    #expect(signedIn.person.id == session.person)
    #expect(try engine.knows(device: try #require(signedIn.device), for: "giaovien"))
    #expect(try engine.session(token: signedIn.token, at: workshop.now) != nil)
  }

  @Test func `a factor that was only proposed asks for nothing`() throws {
    let session = try signIn().session
    try engine.proposeSecondFactor(password: password, by: session, at: workshop.now)
    _ = try signIn()
    #expect(throws: Refusal.wrongCode) {
      try engine.confirmSecondFactor(code: "000000", by: session, at: workshop.now)
    }
    _ = try signIn()
    #expect(throws: Refusal.wrongCredentials) {
      try engine.proposeSecondFactor(password: "sai", by: session, at: workshop.now)
    }
  }

  @Test func `a proposal that was left alone is none`() throws {
    let session = try signIn().session
    try engine.proposeSecondFactor(password: password, by: session, at: workshop.now)
    workshop.advance(.minutes(15))
    #expect(try engine.secondFactor(of: session, at: workshop.now) == .off)
    #expect(throws: Refusal.notFound(.page)) {
      try engine.confirmSecondFactor(
        code: try code(of: session), by: session, at: workshop.now)
    }
  }

  @Test func `no code opens twice, nor the code of its confirmation`() throws {
    let session = try signIn().session
    try engine.proposeSecondFactor(password: password, by: session, at: workshop.now)
    let first = try code(of: session)
    _ = try engine.confirmSecondFactor(code: first, by: session, at: workshop.now)
    #expect(throws: Refusal.wrongCode) { try signIn(code: first) }
    workshop.advance(.seconds(30))
    let second = try code(of: session)
    _ = try signIn(code: second)
    #expect(throws: Refusal.wrongCode) { try signIn(code: second) }
    try workshop.restart()
    #expect(throws: Refusal.wrongCode) { try signIn(code: second) }
  }

  @Test func `the sixth wrong code waits, whatever it is`() throws {
    let session = try turnOn().session
    let ticket = try ticket()
    for _ in 1...5 {
      #expect(throws: Refusal.wrongCode) {
        try engine.signIn(ticket: ticket, code: "abcdef", at: workshop.now)
      }
    }
    let right = try code(of: session)
    #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(1))) {
      try engine.signIn(ticket: ticket, code: right, at: workshop.now)
    }
    workshop.advance(.seconds(1))
    _ = try engine.signIn(ticket: ticket, code: right, at: workshop.now)
  }

  @Test func `a ticket is good for five minutes, for its factor, and unchanged`() throws {
    let session = try turnOn().session
    let ticket = try ticket()
    let parts = ticket.split(separator: ".").map(String.init)
    let later = String((try #require(Int64(parts[1]))) + 60_000)
    for odd in [
      "", "..", ticket + "x", String(ticket.dropLast()), "\(parts[0]).\(later).\(parts[2])",
      "\(parts[0]).\(parts[1])", "\(parts[0]).99999999999999999999.\(parts[2])",
      String(repeating: "x", count: 100_000),
    ] {
      let code = try code(of: session)
      #expect(throws: Refusal.ticketOver, "\(odd.prefix(80))") {
        try engine.signIn(ticket: odd, code: code, at: workshop.now)
      }
    }
    workshop.advance(.minutes(5))
    let code = try code(of: session)
    #expect(throws: Refusal.ticketOver) {
      try engine.signIn(ticket: ticket, code: code, at: workshop.now)
    }
  }

  @Test func `codes follow the wall clock, as telephones do, not contest time`() throws {
    let session = try turnOn().session
    workshop.setWall(ahead: .minutes(10))
    let stale = try code(of: session)
    #expect(throws: Refusal.wrongCode) { try signIn(code: stale) }
    let factor = try #require(try engine.confirmedFactor(of: session.person))
    let shown = OneTimeCode.code(
      factor.secret, step: OneTimeCode.step(at: workshop.now + .minutes(10)))
    _ = try signIn(code: shown)
  }

  @Test func `a known device is not locked out by who tries codes elsewhere`() throws {
    let device = try #require(try signIn().device)
    let session = try turnOn().session
    let ticket = try ticket()
    for _ in 1...5 {
      #expect(throws: Refusal.wrongCode) {
        try engine.signIn(ticket: ticket, code: "0", at: workshop.now)
      }
    }
    let right = try code(of: session)
    #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(1))) {
      try engine.signIn(ticket: ticket, code: right, device: "made.up", at: workshop.now)
    }
    _ = try engine.signIn(ticket: ticket, code: right, device: device, at: workshop.now)
  }

  @Test func `a ticket ends with the password that it was given for`() throws {
    let session = try turnOn().session
    let ticket = try ticket()
    try engine.setPassword(
      "con mèo uống nước chanh", of: "giaovien", by: .operatorAtMachine, at: workshop.now)
    let code = try code(of: session)
    #expect(throws: Refusal.ticketOver) {
      try engine.signIn(ticket: ticket, code: code, at: workshop.now)
    }
  }

  @Test func `a ticket ends with the card that it was given for`() throws {
    let session = try turnOn().session
    let secret = CardSecret(engine.environment)
    try engine.write { [now = workshop.now] in
      try $0.connection.signIns.insertCard(secret.digest, person: session.person, at: now)
    }
    let needed = #expect(throws: CodeNeeded.self) {
      try engine.signIn(card: secret.text, at: workshop.now)
    }
    try engine.revokeCards(of: session.person, by: .operatorAtMachine, at: workshop.now)
    let code = try code(of: session)
    #expect(throws: Refusal.ticketOver) {
      try engine.signIn(ticket: try #require(needed).ticket, code: code, at: workshop.now)
    }
  }

  @Test func `another session sees no proposal and cannot confirm it`() throws {
    let (here, there) = (try signIn().session, try signIn().session)
    try engine.proposeSecondFactor(password: password, by: here, at: workshop.now)
    #expect(try engine.secondFactor(of: there, at: workshop.now) == .off)
    let code = try code(of: here)
    #expect(throws: Refusal.notFound(.page)) {
      try engine.confirmSecondFactor(code: code, by: there, at: workshop.now)
    }
    _ = try engine.confirmSecondFactor(code: code, by: here, at: workshop.now)
  }

  @Test func `a card asks for the code too`() throws {
    let (session, _) = try turnOn()
    let secret = CardSecret(engine.environment)
    try engine.write { [now = workshop.now] in
      try $0.connection.signIns.insertCard(secret.digest, person: session.person, at: now)
    }
    #expect(throws: CodeNeeded.self) { try engine.signIn(card: secret.text, at: workshop.now) }
    _ = try engine.signIn(
      card: secret.text, code: try code(of: session), at: workshop.now)
  }

  @Test func `a recovery code opens once, and new ones end the old`() throws {
    let (session, recovery) = try turnOn()
    _ = try signIn(code: recovery[0].uppercased())
    #expect(throws: Refusal.wrongCode) { try signIn(code: recovery[0]) }
    let on = try engine.secondFactor(of: session, at: workshop.now)
    guard case .on(_, recoveryCodes: 7) = on else {
      Issue.record("\(on)")
      return
    }
    let renewed = try engine.renewRecoveryCodes(
      password: password, code: recovery[1], by: session, at: workshop.now)
    #expect(throws: Refusal.wrongCode) { try signIn(code: recovery[2]) }
    _ = try signIn(code: renewed[0])
    let events = try engine.read { try $0.audit.newest(20) }.map(\.action)
    #expect(events.count { $0 == "person recovery-code" } == 3)
    #expect(events.contains("person recovery-codes"))
  }

  @Test func `turning it off takes password and code`() throws {
    let session = try turnOn().session
    #expect(throws: Refusal.wrongCredentials) {
      try engine.endSecondFactor(
        password: "sai", code: try code(of: session), by: session, at: workshop.now)
    }
    #expect(throws: Refusal.wrongCode) {
      try engine.endSecondFactor(password: password, code: "1", by: session, at: workshop.now)
    }
    try engine.endSecondFactor(
      password: password, code: try code(of: session), by: session, at: workshop.now)
    _ = try signIn()
    #expect(try engine.secondFactor(of: session, at: workshop.now) == .off)
  }

  @Test func `an operator turns it off for somebody who lost everything`() throws {
    let session = try turnOn().session
    let elsewhere = try signIn(code: try code(of: session))
    _ = try engine.endSecondFactor(
      of: session.person, by: .operatorAtMachine, at: workshop.now)
    #expect(try engine.session(token: elsewhere.token, at: workshop.now) == nil)
    _ = try signIn()
    #expect(throws: Refusal.notFound(.secondFactor)) {
      try engine.endSecondFactor(of: session.person, by: .operatorAtMachine, at: workshop.now)
    }
  }

  @Test func `a proposal does not take the place of a factor that is on`() throws {
    let session = try turnOn().session
    let before = try engine.read { try $0.secondFactors.factor(of: session.person) }
    try engine.proposeSecondFactor(password: password, by: session, at: workshop.now)
    #expect(try engine.read { try $0.secondFactors.factor(of: session.person) } == before)
    #expect(throws: Refusal.notFound(.page)) {
      try engine.confirmSecondFactor(
        code: try code(of: session), by: session, at: workshop.now)
    }
  }

  @Test func `whoever has no password cannot turn it on`() throws {
    let pupil = try workshop.pupil()
    #expect(throws: Refusal.notFound(.page)) {
      try engine.proposeSecondFactor(password: "", by: pupil, at: workshop.now)
    }
  }
}
