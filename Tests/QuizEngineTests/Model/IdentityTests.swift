import Testing

@testable import QuizEngine

@Suite struct IdentityTests {
  @Test func `a name is spelled in one way and read back`() {
    var random = Seeded(31)
    for _ in 0..<2_000 {
      let id = AttemptID(
        at: Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &random)),
        random: (random.next(), random.next()))
      #expect(id.text.utf8.count == 26)
      #expect(AttemptID(text: id.text) == id)
      #expect(AttemptID(bytes: id.bytes) == id)
      #expect(AttemptID(text: id.text.uppercased()) == nil, "\(id.text)")
    }
  }

  @Test func `names sort by the moment at which they were made, as text too`() {
    var random = Seeded(32)
    for _ in 0..<2_000 {
      let early = Int64.random(in: 0...4_000_000_000_000, using: &random)
      let late = early + .random(in: 1...1_000_000, using: &random)
      let one = PersonID(
        at: Instant(milliseconds: early), random: (random.next(), random.next()))
      let other = PersonID(
        at: Instant(milliseconds: late), random: (random.next(), random.next()))
      #expect(one < other && one.text < other.text)
      #expect(one.bytes.lexicographicallyPrecedes(other.bytes))
    }
  }

  @Test func `version and variant are those of RFC 9562`() {
    var random = Seeded(33)
    for _ in 0..<500 {
      let id = UnitID(at: Given.monday, random: (random.next(), random.next()))
      #expect(id.bytes[6] >> 4 == 7 && id.bytes[8] >> 6 == 2)
      #expect(id.number >> 80 == UInt128(Given.monday.milliseconds))
    }
  }

  @Test(arguments: [
    "", "0", String(repeating: "0", count: 25), String(repeating: "0", count: 27),
    "8" + String(repeating: "0", count: 25), String(repeating: "0", count: 25) + "u",
    String(repeating: "0", count: 25) + "l", String(repeating: "0", count: 25) + "-",
    String(repeating: "0", count: 24) + "é",
  ])
  func `nothing else is a name`(text: String) {
    #expect(AttemptID(text: text) == nil)
  }

  @Test func `a typed secret forgives case, spacing and look-alikes`() throws {
    let number = try #require(CrockfordBase32.decode("01abcdefghjkmnpqrstvwxyz01"))
    #expect(CrockfordBase32.encode(number) == "01abcdefghjkmnpqrstvwxyz01")
    for typed in [
      "01ABCDEFGHJKMNPQRSTVWXYZ01", "01ab-cdef-ghjk-mnpq-rstv-wxyz-01",
      "oi abcdefghjkmnpqrstvwxyzOL",
    ] {
      #expect(CrockfordBase32.decodeTyped(typed) == number, "\(typed)")
    }
    #expect(CrockfordBase32.decodeTyped("01abcdefghjkmnpqrstvwxyz011") == nil)
  }

  @Test func `a digest is kept byte for byte`() {
    let bytes = (0..<32).map { UInt8($0 * 7 + 1) }
    #expect(Digest(bytes)?.bytes == bytes)
    #expect(Digest(Array(bytes.dropLast())) == nil)
    #expect(Digest(bytes + [0]) == nil)
  }

  @Test func `digests are compared as a whole`() throws {
    let bytes = [UInt8](repeating: 3, count: 32)
    let one = try #require(Digest(bytes))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x80
      let other = try #require(Digest(changed))
      #expect(!one.equalsInConstantTime(other) && one != other)
    }
    #expect(one.equalsInConstantTime(try #require(Digest(bytes))))
  }

  @Test(arguments: [
    ("abc", true), ("an-ninh-mang-2026", true), ("ab", false), ("-abc", false), ("abc-", false),
    ("Abc", false), ("a_c", false), ("đỏ-đen", false), ("", false),
    (String(repeating: "a", count: 64), true), (String(repeating: "a", count: 65), false),
  ])
  func `a slug is lower-case ASCII`(text: String, isValid: Bool) {
    #expect(Slug.isValid(text) == isValid)
  }
}
