import QuizEngine
import Testing

@Suite struct PasswordHashTests {
  private let salt = [UInt8](0..<16)
  private let cheap = PasswordCost(1)

  @Test func `a cost is written as yescrypt writes it`() {
    #expect(PasswordCost.staff.prefix == "$y$jBT$")
    #expect(PasswordCost.pupil.prefix == "$y$jAT$")
    #expect(PasswordCost(5)?.prefix == "$y$j9T$")
    #expect(PasswordCost(1)?.prefix == "$y$j75$")
    #expect(PasswordCost(0) == nil)
    #expect(PasswordCost(12) == nil)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt>)
  func `the library agrees about every cost`(number: UInt) throws {
    let cost = try #require(PasswordCost(number))
    let stored = try PasswordHash.hash("mật khẩu dài", cost: cost, salt: salt)
    #expect(stored.hasPrefix(cost.prefix))
    #expect(!PasswordHash.needsRenewal(stored, cost: cost))
    #expect(PasswordHash.needsRenewal(stored, cost: .staff))
  }

  @Test func `the staff cost hashes and verifies`() throws {
    let stored = try PasswordHash.hash("Đúng mật khẩu 2026", salt: salt)
    #expect(stored.hasPrefix("$y$jBT$"))
    #expect(PasswordHash.verify("Đúng mật khẩu 2026", against: stored))
    #expect(!PasswordHash.verify("đúng mật khẩu 2026", against: stored))
  }

  @Test func `a hash that another program made is verified`() {
    // Made by Perl's crypt() on Debian 12.
    let stored = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$5iEZBnZS3TO4N.H1rkqCYgUXs2yk6IMC.OONWDHu9DB"
    #expect(PasswordHash.verify("hoc sinh gioi", against: stored))
    #expect(!PasswordHash.verify("hoc sinh gio", against: stored))
  }

  @Test func `composed and decomposed letters are one password`() throws {
    let stored = try PasswordHash.hash("Tie\u{0302}\u{0301}ng", cost: #require(cheap), salt: salt)
    #expect(PasswordHash.verify("Ti\u{1ebf}ng", against: stored))
  }

  @Test func `other salts give other hashes`() throws {
    let cost = try #require(cheap)
    let one = try PasswordHash.hash("a", cost: cost, salt: salt)
    let other = try PasswordHash.hash("a", cost: cost, salt: [UInt8](1...16))
    #expect(one != other)
  }

  @Test func `NUL and more than 500 bytes are refused`() throws {
    let cost = try #require(cheap)
    #expect(throws: PasswordRefusal.containsNUL) {
      try PasswordHash.hash("a\0b", cost: cost, salt: salt)
    }
    #expect(throws: PasswordRefusal.tooLong) {
      try PasswordHash.hash(String(repeating: "ế", count: 167), cost: cost, salt: salt)
    }
    #expect(throws: PasswordRefusal.unavailable) {
      try PasswordHash.hash("a", cost: cost, salt: [1, 2, 3])
    }
    let longest = String(repeating: "a", count: 500)
    let stored = try PasswordHash.hash(longest, cost: cost, salt: salt)
    #expect(PasswordHash.verify(longest, against: stored))
    #expect(!PasswordHash.verify(longest + "a", against: stored))
  }

  @Test(arguments: [
    "", "*0", "*1", "$y$", "$y$jBT$", "$y$j75$!!!!$", "$1$salt$", "x", "$6$abc$def", "$y$j75$\0",
  ])
  func `a damaged or foreign hash fits no password`(stored: String) {
    #expect(!PasswordHash.verify("", against: stored))
    #expect(!PasswordHash.verify("*0", against: stored))
    #expect(!PasswordHash.verify(stored, against: stored))
  }
}
