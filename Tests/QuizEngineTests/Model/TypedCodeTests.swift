import Testing

@testable import QuizEngine

/// Codes as people type and copy them.
@Suite struct TypedCodeTests {
  /// What programs put between the letters of a code.
  static let between = [
    " ", "\t", "\n", "\u{a0}", "\u{2007}", "\u{2009}", "\u{202f}", "\u{3000}", "-", "\u{2010}",
    "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{fe58}", "\u{ff0d}",
    "\u{ad}", "\u{200b}", "\u{200e}", "\u{2060}", "\u{feff}", "",
  ]

  @Test(arguments: between)
  func `whatever stands between is passed over, in every code`(sign: String) {
    #expect(TypedCode.letters("12\(sign)3A\(sign)\(sign)z\(sign)", most: 5) == Array("123az".utf8))
    #expect(
      CertificateCode.normal(["abcd", "Efgh", "1KMN", "pq0s"].joined(separator: sign))
        == "ABCD-EFGH-1KMN-PQ0S")
    let secret: [UInt8] = Array("12345678901234567890".utf8)
    let now = Instant(milliseconds: 59_000)
    let code = OneTimeCode.code(secret, step: 1)
    let typed = sign + code.prefix(3) + sign + code.dropFirst(3) + sign
    #expect(OneTimeCode.step(ofTyped: typed, secret: secret, after: 0, at: now) == 1)
    let card = ["0123", "4567", "89ab", "cdef", "ghjk", "mnpq", "rs"]
    #expect(
      CrockfordBase32.decodeTyped(card.joined(separator: sign))
        == CrockfordBase32.decode(card.joined()))
  }

  @Test func `letters that look like digits are those digits`() {
    #expect(CertificateCode.normal("abcd-efgh-iLlI-OoQ0") == "ABCD-EFGH-1111-00Q0")
    #expect(TypedCode.folded("lIoO", most: 4) == Array("1100".utf8))
    #expect(TypedCode.letters("lIoO", most: 4) == Array("lioo".utf8), "words stay words")
  }

  @Test func `full-width letters and digits are what they show`() {
    #expect(TypedCode.letters("\u{ff11}\u{ff12}\u{ff21}\u{ff42}", most: 4) == Array("12ab".utf8))
  }

  @Test(arguments: ["12_3", "12.3", "12\u{301}3", "\u{661}23", "đ", "12/3", "\u{fffd}"])
  func `anything else makes it no code`(text: String) {
    #expect(TypedCode.letters(text, most: 10) == nil)
    #expect(CertificateCode.normal(text).utf8.elementsEqual(text.utf8))
  }

  @Test func `what is too long is no code, and costs little`() {
    #expect(TypedCode.letters("1234567", most: 6) == nil)
    #expect(TypedCode.letters(String(repeating: " ", count: 100_000) + "1", most: 6) == nil)
    let marks = "1" + String(repeating: "\u{301}\u{323}", count: 15_000)
    #expect(TypedCode.letters(marks, most: 6) == nil)
    #expect(CertificateCode.normal(marks).utf8.count <= 102)
  }

  @Test func `a noted end of the log is read as it stands in a book`() throws {
    let digest = SHA256.hash("log")
    let head = AuditHead(sequence: 1234, digest: digest)
    let grouped = inGroupsOfFour(digest.hex.uppercased(), separator: " ")
    for text in [
      head.text, "1234:" + grouped, " 1234 : \(grouped)\n",
      "1234:" + grouped.replacing(" ", with: "\u{2013}"),
    ] {
      #expect(AuditHead(text: text) == head, "\(text)")
    }
  }
}
