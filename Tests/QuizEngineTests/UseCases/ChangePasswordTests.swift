import Testing

@testable import QuizEngine

@Suite struct ChangePasswordTests {
  let workshop: Workshop
  private let old = "mật khẩu dài"
  private let new = "con mèo uống nước chanh"

  init() throws {
    workshop = try Workshop()
    _ = try workshop.engine.createPerson(
      name: "Trần Văn Bình", roles: [.teacher], unit: workshop.school.id, username: "giaovien",
      password: old, by: .operatorAtMachine, at: workshop.now)
  }

  private func signIn(_ password: String, device: String? = nil) throws -> SignedIn {
    try workshop.engine.signIn(
      username: "giaovien", password: password, device: device, at: workshop.now)
  }

  @Test func `a new password ends all sessions but the one that it opens`() throws {
    let sessions = try [signIn(old), signIn(old)]
    let renewed = try workshop.engine.changePassword(
      from: old, to: new, by: sessions[0].session, at: workshop.now)
    for _ in 1...2 {
      for one in sessions {
        #expect(try workshop.engine.session(token: one.token, at: workshop.now) == nil)
      }
      #expect(try workshop.engine.session(token: renewed.token, at: workshop.now) != nil)
      try workshop.restart()
    }
    #expect(throws: Refusal.wrongCredentials) { try signIn(old) }
    _ = try signIn(new)
  }

  @Test func `a wrong old password changes nothing and is throttled`() throws {
    let session = try signIn(old).session
    for _ in 1...5 {
      #expect(throws: Refusal.wrongCredentials) {
        try workshop.engine.changePassword(
          from: "sai", to: new, by: session, at: workshop.now)
      }
    }
    #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(1))) {
      try workshop.engine.changePassword(from: old, to: new, by: session, at: workshop.now)
    }
    _ = try signIn(old)
  }

  @Test func `an easy new password is refused and the old one stays`() throws {
    let session = try signIn(old).session
    for password in ["matkhau123", "tranvanbinh1", "giaovien99", "ngắn"] {
      #expect(throws: (any Error).self, "\(password)") {
        try workshop.engine.changePassword(
          from: old, to: password, by: session, at: workshop.now)
      }
    }
    _ = try signIn(old)
  }

  @Test func `whoever has no password has none to change`() throws {
    let pupil = try workshop.pupil()
    #expect(throws: Refusal.notFound(.page)) {
      try workshop.engine.changePassword(from: "", to: new, by: pupil, at: workshop.now)
    }
  }

  @Test func `a password hashed at another cost is hashed again at the next sign-in`() throws {
    let cost = try #require(PasswordCost(1))
    let cheap = try PasswordHash.hash(old, cost: cost, salt: Array(1...16))
    let person = try signIn(old).person.id
    try workshop.engine.write { [now = workshop.now] in
      try $0.connection.persons.setPasswordHash(cheap, of: person, at: now)
    }
    let stored = { try self.workshop.engine.read { try $0.persons.passwordHash(of: person) } }
    #expect(throws: Refusal.wrongCredentials) { try signIn("sai mật khẩu") }
    #expect(try stored() == cheap)
    _ = try signIn(old)
    let renewed = try #require(try stored())
    #expect(!PasswordHash.needsRenewal(renewed))
    _ = try signIn(old)
    #expect(try stored() == renewed)
  }

  // MARK: Devices

  @Test func `a prank from elsewhere does not lock the device that is known`() throws {
    let device = try #require(try signIn(old).device)
    #expect(try workshop.engine.knows(device: device, for: "GiaoVien"))
    for _ in 1...5 { #expect(throws: Refusal.wrongCredentials) { try signIn("sai") } }
    #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(1))) { try signIn(old) }
    _ = try signIn(old, device: device)
    #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(1)), "still") {
      try signIn(old)
    }
    for _ in 1...5 {
      #expect(throws: Refusal.wrongCredentials) { try signIn("sai", device: device) }
    }
    #expect(throws: Refusal.tooManyTries(until: workshop.now + .seconds(1))) {
      try signIn(old, device: device)
    }
  }

  @Test func `a device is known for its account, until the password changes`() throws {
    let signedIn = try signIn(old)
    let device = try #require(signedIn.device)
    _ = try workshop.engine.createPerson(
      name: "Lê Hoa", roles: [.teacher], unit: workshop.school.id, username: "hoa",
      password: "xe đạp bay qua núi", by: .operatorAtMachine, at: workshop.now)
    let engine = workshop.engine
    for (token, name) in [
      (device, "hoa"), (device, "khong-co"), ("", "giaovien"), ("a.b", "giaovien"),
      (device + ".x", "giaovien"), (String(device.dropLast()), "giaovien"),
      (String(repeating: "x", count: 4000), "giaovien"),
    ] {
      #expect(try !engine.knows(device: token, for: name), "\(token.prefix(60)) \(name)")
    }
    try workshop.restart()
    #expect(try workshop.engine.knows(device: device, for: "giaovien"))
    let renewed = try workshop.engine.changePassword(
      from: old, to: new, by: signedIn.session, at: workshop.now)
    #expect(try !workshop.engine.knows(device: device, for: "giaovien"))
    #expect(
      try workshop.engine.knows(device: try #require(renewed.device), for: "giaovien"))
  }
}
