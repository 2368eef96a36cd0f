import QuizEngine
import Testing

@Suite struct JSONWriterTests {
  @Test func `values are written compactly and safe for a script element`() {
    let json = JSON.object([
      "a": .array([.null, .bool(true), .bool(false), .int(-12), .number("1.50")]),
      "b\"": .string("</script>\\\n\r\t\u{1}\u{1f}\u{7f} ế 😀"), "c": .object([:]), "d": .array([]),
    ])
    #expect(
      String(decoding: json.encoded(), as: UTF8.self)
        == #"{"a":[null,true,false,-12,1.50],"b\"":"#
        + #""\u003c/script>\\\n\r\t\u0001\u001f"# + "\u{7f} ế 😀\",\"c\":{},\"d\":[]}")
  }

  @Test func `the pretty form has a member a line`() {
    let json = JSON.object(["a": .array([.int(1), .object(["b": .null])]), "c": .object([:])])
    #expect(
      String(decoding: json.encodedPretty(), as: UTF8.self) == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": {}
        }

        """)
  }

  @Test func `streaming appends to what is there`() {
    var writer = JSONWriter(appendingTo: [UInt8]("data: ".utf8))
    writer.beginObject()
    writer.field("revision", 3)
    writer.field("text", "x")
    writer.field("none", nil as String?)
    writer.field("ok", true)
    writer.array("list", [UInt8(1), 255]) { $0.int(Int($1)) }
    writer.key("raw")
    writer.raw([UInt8]("[0]".utf8))
    writer.key("empty")
    writer.beginArray()
    writer.endArray()
    writer.endObject()
    #expect(
      String(decoding: writer.finish(), as: UTF8.self)
        == #"data: {"revision":3,"text":"x","none":null,"ok":true,"list":[1,255],"raw":[0],"empty":[]}"#
    )
  }

  @Test(arguments: [Int.min, -10, -1, 0, 9, 10, 1_000_000, Int.max])
  func `whole numbers are written in full`(value: Int) {
    #expect(JSON.int(value).encoded() == [UInt8]("\(value)".utf8))
    var writer = JSONWriter()
    writer.int(value)
    #expect(writer.finish() == [UInt8]("\(value)".utf8))
  }

  @Test(arguments: ["", "NaN", "1,2", "01", "1]", "+1"])
  func `a number literal that is none cannot break the text`(literal: String) throws {
    #expect(try JSON(JSON.number(literal).encoded()) == .string(literal))
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `reading what was written gives the same value`(seed: UInt64) throws {
    var generator = Seeded(seed)
    let json = Self.random(depth: 4, using: &generator)
    #expect(try JSON(json.encoded()) == json)
    #expect(try JSON(json.encodedPretty()) == json)
  }

  private static func random(depth: Int, using generator: inout Seeded) -> JSON {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .int(Int.random(in: .min ... .max, using: &generator))
    case 3:
      let whole = Int.random(in: -99...99, using: &generator)
      return .number("\(whole).\(UInt8.random(in: 0...255, using: &generator))e-3")
    case 4: return .string(randomText(using: &generator))
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &generator)).map { _ in
          random(depth: depth - 1, using: &generator)
        })
    default:
      return .object(
        JSONObject(
          (0..<Int.random(in: 0...4, using: &generator)).map { index in
            JSONObject.Member(
              key: "\(index)" + randomText(using: &generator),
              value: random(depth: depth - 1, using: &generator))
          }))
    }
  }

  private static func randomText(using generator: inout Seeded) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let ranges: [ClosedRange<UInt32>] = [1...0x7f, 0x22...0x3c, 0x80...0x1eff, 0x1f300...0x1f6ff]
      let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
