import Foundation
import Glibc
import Testing

@testable import QuizEngine

/// New passwords against the list that an operator put into the data folder.
@Suite struct LeakedPasswordTests {
  let workshop: Workshop
  private let old = "mật khẩu dài"
  private let leaked = "con mèo uống nước chanh"
  private let fresh = "bảy chiếc thuyền giấy xanh"
  private var path: String { workshop.folder.path + "/data/breached-passwords.txt" }

  init() throws {
    workshop = try Workshop()
    _ = try create("giaovien", password: old)
  }

  private func create(_ username: String, password: String) throws -> Person {
    try workshop.engine.createPerson(
      name: "Trần Văn Bình", roles: [.teacher], unit: workshop.school.id, username: username,
      password: password, by: .operatorAtMachine, at: workshop.now)
  }

  private func signIn(_ password: String) throws -> SignedIn {
    try workshop.engine.signIn(username: "giaovien", password: password, at: workshop.now)
  }

  private func change(to new: String, by session: Session) throws -> SignedIn {
    try workshop.engine.changePassword(from: old, to: new, by: session, at: workshop.now)
  }

  private func list(_ passwords: [String]) throws {
    let hashes = passwords.map { Hex.encode(SHA1.hash(Array($0.utf8))).uppercased() }
    let text = hashes.sorted().map { $0 + ":3\r\n" }.joined()
    try workshop.folder.write(Array(text.utf8), to: "data/breached-passwords.txt")
  }

  @Test func `a password that leaked elsewhere is refused, and sessions go on`() throws {
    let sessions = try [signIn(old), signIn(old)]
    try list([leaked, "xe đạp bay qua núi", "12345678"])
    #expect(throws: PasswordRefusal.leaked) { try change(to: leaked, by: sessions[0].session) }
    for one in sessions {
      #expect(try workshop.engine.session(token: one.token, at: workshop.now) != nil)
    }
    _ = try signIn(old)
    #expect(throws: Refusal.wrongCredentials) { try signIn(leaked) }
    let renewed = try change(to: fresh, by: sessions[0].session)
    #expect(try workshop.engine.session(token: renewed.token, at: workshop.now) != nil)
    #expect(try workshop.engine.session(token: sessions[1].token, at: workshop.now) == nil)
  }

  @Test func `nobody else sets a leaked password either, nor makes a person with one`() throws {
    try list([leaked])
    #expect(throws: PasswordRefusal.leaked) {
      try workshop.engine.setPassword(
        leaked, of: "giaovien", by: .operatorAtMachine, at: workshop.now)
    }
    #expect(throws: PasswordRefusal.leaked) { try create("hoa", password: leaked) }
    let holder = try workshop.engine.read { try $0.persons.holder(ofUsername: "hoa") }
    #expect(holder == nil)
    _ = try create("hoa", password: fresh)
  }

  @Test func `a leaked password is known however its letters were typed`() throws {
    let typed = leaked.decomposedStringWithCanonicalMapping
    #expect(Array(typed.utf8) != Array(leaked.utf8))
    try list([leaked])
    #expect(throws: PasswordRefusal.leaked) { try create("hoa", password: typed) }
  }

  @Test func `a list counts from the moment it lies there until it is taken away`() throws {
    let session = try signIn(old).session
    try list([leaked])
    #expect(throws: PasswordRefusal.leaked) { try change(to: leaked, by: session) }
    #expect(unlink(path) == 0)
    _ = try change(to: leaked, by: session)
    try list([leaked])
    _ = try signIn(leaked)
  }

  @Test func `while the list cannot be read no password is set, and all else goes on`() throws {
    let session = try signIn(old).session
    #expect(mkdir(path, 0o700) == 0)
    #expect(throws: PasswordRefusal.listUnreadable) { try change(to: fresh, by: session) }
    #expect(throws: PasswordRefusal.listUnreadable) { try create("hoa", password: fresh) }
    #expect(rmdir(path) == 0)
    for text in ["", "no list\n", "12345678\n"] {
      try workshop.folder.write(Array(text.utf8), to: "data/breached-passwords.txt")
      #expect(throws: PasswordRefusal.listUnreadable) { try change(to: fresh, by: session) }
    }
    _ = try signIn(old)
    _ = try workshop.engine.checkData()
    try workshop.restart()
    #expect(unlink(path) == 0)
    _ = try change(to: fresh, by: session)
  }

  @Test func `an easy password is called easy, whatever the list says`() throws {
    try list(["matkhau123"])
    #expect(throws: PasswordRefusal.guessable) { try create("hoa", password: "matkhau123") }
  }
}
