import Testing

@testable import QuizEngine

@Suite struct StreamSafeTextTests {
  private static func marks(_ count: Int) -> String {
    "a" + String((0..<count).map { Character($0.isMultiple(of: 2) ? "\u{301}" : "\u{323}") })
  }

  @Test func `thirty marks on a letter are text, thirty-one are not`() {
    #expect(StreamSafeText.isSafe(Self.marks(30)))
    #expect(!StreamSafeText.isSafe(Self.marks(31)))
    #expect(StreamSafeText.isSafe(Self.marks(30) + "b" + Self.marks(30)))
    #expect(!StreamSafeText.isSafe("Nguyễn " + Self.marks(31) + " An"))
  }

  @Test(arguments: ["", "Nguyễn Thị Thuỳ Dương", "ไม่เป็นไร", "ᠰᠠᠢᠨ", "नमस्ते", "Z̤͔ͧ̑̓ä͖̭̈̇lͮ̒ͫǧ̗͚̚o̙̔ͮ̇͐̇", "👩‍👩‍👧‍👦"])
  func `what people write is safe`(text: String) {
    #expect(StreamSafeText.isSafe(text))
    #expect(String(strictUTF8: Array(text.utf8)) == text)
  }

  @Test func `text with a crowd of marks is refused where it is decoded`() throws {
    let worst = Self.marks(20_000)
    #expect(String(strictUTF8: Array(worst.utf8)) == nil)
    for body in [
      "{\"\(worst)\":1}", "{\"a\":\"\(worst)\"}", "[\"\(worst)\"]",
      "{\"a\":\"x\(String(repeating: "\\u0301\\u0323", count: 5_000))\"}",
      "{\"a\":\"\(Self.marks(20))\(String(repeating: "\\u0301", count: 20))\"}",
    ] {
      let error = #expect(throws: JSONError.self) { try JSON(Array(body.utf8)) }
      #expect(try #require(error).message.english.contains("marks"))
    }
  }

  @Test func `keys are compared as octets, and bounded`() throws {
    let composed = "\u{e9}"
    let decomposed = "e\u{301}"
    let json = try JSON(Array("{\"\(composed)\":1,\"\(decomposed)\":2}".utf8))
    #expect(json[composed] == .int(1) && json[decomposed] == .int(2))
    #expect(throws: JSONError.self) { try JSON(Array("{\"a\":1,\"a\":2}".utf8)) }
    let many = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(throws: JSONError.self) { try JSON(Array("{\(many),\"k7\":1}".utf8)) }
    let long = String(repeating: "k", count: 65)
    let error = #expect(throws: JSONError.self) { try JSON(Array("{\"\(long)\":1}".utf8)) }
    #expect(try #require(error).message.english.contains("64"))
    _ = try JSON(Array("{\"\(long.dropFirst())\":1}".utf8))
  }
}
