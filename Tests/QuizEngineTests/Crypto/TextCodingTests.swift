import QuizEngine
import Testing

@Suite struct TextCodingTests {
  /// RFC 4648, section 10, with the padding dropped.
  @Test(arguments: [
    ("", "", ""), ("f", "Zg", "66"), ("fo", "Zm8", "666f"), ("foo", "Zm9v", "666f6f"),
    ("foob", "Zm9vYg", "666f6f62"), ("fooba", "Zm9vYmE", "666f6f6261"),
    ("foobar", "Zm9vYmFy", "666f6f626172"),
  ])
  func `the texts of RFC 4648 are coded as it prints them`(
    text: String, base64: String, base16: String
  ) {
    let bytes = [UInt8](text.utf8)
    #expect(Base64URL.encode(bytes) == base64)
    #expect(Base64URL.decode(base64) == bytes)
    #expect(Hex.encode(bytes) == base16)
    #expect(Hex.decode(base16) == bytes)
    #expect(Hex.decode(base16.uppercased()) == bytes)
  }

  @Test func `the last two letters of the alphabet are safe in addresses`() {
    #expect(Base64URL.encode([0xfb, 0xff, 0xfe]) == "-__-")
    #expect(Base64URL.decode("-__-") == [0xfb, 0xff, 0xfe])
  }

  @Test(arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm+v", "Zm/v", "Zm9vY", "Zm 9v", "Zm9v\n", "Zmé"])
  func `a second spelling in base64url is refused`(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }

  @Test(arguments: ["0", "0g", "é", "00 ", "+1"])
  func `what is not base 16 is refused`(text: String) {
    #expect(Hex.decode(text) == nil)
  }

  @Test(arguments: [
    (UInt128(0), "00000000000000000000000000"),
    (UInt128(1), "00000000000000000000000001"),
    (UInt128(31), "0000000000000000000000000z"),
    (UInt128(32), "00000000000000000000000010"),
    (UInt128.max, "7zzzzzzzzzzzzzzzzzzzzzzzzz"),
  ])
  func `an id has one spelling of 26 characters`(number: UInt128, text: String) {
    #expect(CrockfordBase32.encode(number) == text)
    #expect(CrockfordBase32.decode(text) == number)
    #expect(CrockfordBase32.decode([UInt8](text.utf8)) == number)
  }

  @Test(arguments: [
    "", "8zzzzzzzzzzzzzzzzzzzzzzzzz", "0000000000000000000000000", "000000000000000000000000000",
    "0000000000000000000000000Z", "0000000000000000000000000o", "0000000000000000000000000u",
    "000000000000000000000000é",
  ])
  func `another spelling of an id is refused`(text: String) {
    #expect(CrockfordBase32.decode(text) == nil)
  }

  @Test func `a typed code forgives case, hyphens and look-alikes`() {
    #expect(CrockfordBase32.decodeTyped("OOOO-oooo 0000-0000-0000-0000-iL") == 33)
    #expect(CrockfordBase32.decodeTyped("0000-0000") == nil)
    #expect(CrockfordBase32.decodeTyped(String(repeating: "0", count: 27)) == nil)
    #expect(CrockfordBase32.decodeTyped("8" + String(repeating: "0", count: 25)) == nil)
  }

  @Test func `ids sort as text in the order of their numbers`() {
    var generator = Seeded(7)
    let numbers = (0..<200).map { _ in UInt128.random(in: 0 ... .max, using: &generator) }.sorted()
    let texts = numbers.map { CrockfordBase32.encode($0) }
    #expect(texts == texts.sorted())
    #expect(texts.compactMap { CrockfordBase32.decode($0) } == numbers)
  }

  @Test func `equality in constant time is equality`() {
    #expect(equalInConstantTime([], []))
    #expect(equalInConstantTime([1, 2], [1, 2]))
    #expect(!equalInConstantTime([1, 2], [1, 3]))
    #expect(!equalInConstantTime([1, 2], [1, 2, 0]))
  }
}
