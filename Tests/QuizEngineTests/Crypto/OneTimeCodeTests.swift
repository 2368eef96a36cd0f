import QuizEngine
import Testing

@Suite struct OneTimeCodeTests {
  private static let secret = [UInt8]("12345678901234567890".utf8)

  /// RFC 4226, appendix D.
  private static let counted = [
    "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
    "520489",
  ]

  @Test(arguments: Array(counted.enumerated()))
  func `a count has its published code`(_ row: (offset: Int, element: String)) {
    #expect(OneTimeCode.code(Self.secret, step: row.offset) == row.element)
  }

  /// RFC 6238, appendix B, the rows of SHA-1; of the eight digits there the last six.
  private static let timed: [(seconds: Int64, code: String)] = [
    (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ]

  @Test(arguments: timed)
  func `a moment has its published code`(_ row: (seconds: Int64, code: String)) {
    let step = OneTimeCode.step(at: Instant(milliseconds: row.seconds * 1000))
    #expect(OneTimeCode.code(Self.secret, step: step) == row.code)
  }

  @Test func `the code before and the code after are taken, and none that was used`() {
    let now = Instant(milliseconds: 1_111_111_111_000)
    let present = OneTimeCode.step(at: now)
    let find = { (text: String, used: Int) in
      OneTimeCode.step(ofTyped: text, secret: Self.secret, after: used, at: now)
    }
    for offset in -3...3 {
      let code = OneTimeCode.code(Self.secret, step: present + offset)
      #expect(find(code, 0) == (abs(offset) <= 1 ? present + offset : nil), "\(offset)")
      #expect(find(code, present) == (offset == 1 ? present + 1 : nil), "\(offset)")
    }
    #expect(find("050 471", 0) == present)
  }

  @Test(arguments: [
    "", "0504710", "05047", "O50471", "٠٥٠٤٧١", String(repeating: "0", count: 9999),
  ])
  func `anything else is no code`(_ text: String) {
    let now = Instant(milliseconds: 1_111_111_111_000)
    #expect(OneTimeCode.step(ofTyped: text, secret: Self.secret, after: 0, at: now) == nil)
  }

  @Test func `the ends of time have codes`() {
    for moment in [Instant(milliseconds: .min), Instant(milliseconds: .max)] {
      let step = OneTimeCode.step(at: moment)
      let code = OneTimeCode.code(Self.secret, step: step)
      #expect(
        OneTimeCode.step(ofTyped: code, secret: Self.secret, after: -1, at: moment) == step)
    }
  }
}

@Suite struct HMACSHA1Tests {
  /// RFC 2202, section 3, cases 1, 2, 3, 4, 6 and 7.
  private static let published: [(key: [UInt8], message: [UInt8], code: String)] = [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b617318655057264e28bc0b6fb378c8ef146be00"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "125d7342b9ac11cd91a39af48aa17b4f63f175d3"
    ),
    (
      [UInt8](1...25), [UInt8](repeating: 0xcd, count: 50),
      "4c9007f4026250c6bc8414f9bf50c86c2d7235da"
    ),
    (
      [UInt8](repeating: 0xaa, count: 80),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "aa4ae5e15272d00e95705637ce8a3b55ed402112"
    ),
    (
      [UInt8](repeating: 0xaa, count: 80),
      Array("Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data".utf8),
      "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"
    ),
  ]

  @Test(arguments: published)
  func `a published message has its published code`(
    _ row: (key: [UInt8], message: [UInt8], code: String)
  ) {
    #expect(Hex.encode(HMACSHA1.code(for: row.message, key: row.key)) == row.code)
  }
}

@Suite struct Base32Tests {
  /// RFC 4648, section 10, without the padding.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func `a published text has its published letters`(_ row: (String, String)) {
    #expect(Base32.encode(Array(row.0.utf8)) == row.1)
  }
}
