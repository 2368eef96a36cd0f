import QuizEngine
import Testing

@Suite struct JSONParserTests {
  private static let accepted: [String] = [
    "null", "true", "false", " \t\r\n null \n", "0", "-0", "1", "-1", "10", "123456789012345678901",
    "0.5", "-0.5", "1.0", "1e5", "1E5", "1e+5", "1e-5", "0e0", "1.25e-10", "\"\"", "\"a\"",
    #""\"\\\/\b\f\n\r\t""#, #""\u0041""#, #""\u00e9""#, #""\uD83D\uDE00""#, #""\ud83d\ude00""#,
    #""\uFFFF""#, "\"\u{7f}\"", "\"Tiếng Việt 🙂\"", "\"\u{2028}\u{2029}\"", "\"//\"", "\",]}\"",
    "[]", "[ ]", "[1]", "[1,2]", "[ 1 , 2 ]", "[[],[[]]]", "[null,true,false]", "{}", "{ }",
    #"{"a":1}"#, #"{"a":1,"b":2}"#, #"{ "a" : [ ] , "b" : { } }"#, #"{"":0}"#,
    #"{"a":{"a":{"a":1}}}"#, #"{"a":1,"A":2}"#, "[\n1\n]", #"["\u005c\u0022"]"#, "1\n",
    #"{"a b":"c d"}"#, "[1e1000]", "[0.1234567890123456789]",
  ]

  private static let refused: [String] = [
    "", " ", "\n", "nul", "nulll", "Null", "TRUE", "tru", "undefined", "NaN", "Infinity",
    "-Infinity", "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e5", "1e", "1e+", "1e5.5",
    "0x10", "1_000", "1,5", "１", "--1", "1-", "\"", "\"a", "'a'", "\"a\nb\"", "\"a\tb\"",
    "\"\u{1}\"", #""\""#, #""\a""#, #""\x41""#, #""\u""#, #""\u12""#, #""\u12G4""#, #""\U0041""#,
    #""\uD800""#, #""\uDC00""#, #""\uD800\uD800""#, #""\uD800\u0041""#, #""\uD800x""#,
    #""\ud83d\n""#, #""\u0000""#, "[", "]", "[1", "[1,", "[1,]", "[,]", "[,1]", "[1,,2]", "[1 2]",
    "[1}", "[1;2]", "[a]", "{", "}", #"{"a"}"#, #"{"a":}"#, #"{"a":1"#, #"{"a":1,"#, #"{"a":1,}"#,
    #"{,"a":1}"#, #"{"a" 1}"#, #"{"a"::1}"#, "{a:1}", "{'a':1}", "{1:1}", #"{"a":1 "b":2}"#,
    #"{"a":1]"#, #"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#, "{null:1}", "1 2", "[] []", "{}x",
    "null,", "// a\n1", "/* a */ 1", "[1] // a", "# a\n1", "\u{feff}1", "\u{a0}1", "\u{c}1",
    "1\u{0}", #"["a" : 1]"#, "[\u{2028}]",
  ]

  @Test(arguments: accepted)
  func `a text of the grammar is read`(text: String) throws {
    _ = try JSON([UInt8](text.utf8))
  }

  @Test(arguments: refused)
  func `a text outside the grammar is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSON([UInt8](text.utf8)) }
  }

  @Test(arguments: [
    [0x22, 0xff, 0x22], [0x22, 0x80, 0x22], [0x22, 0xc3, 0x22], [0x22, 0xc0, 0xaf, 0x22],
    [0x22, 0xe0, 0x80, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xf0, 0x9f, 0x99, 0x22], [0x22, 0x5c, 0xff, 0x22],
    [0xff], [0x5b, 0xe5, 0x5d], [0xef, 0xbb, 0xbf, 0x31], [0xfe, 0xff, 0, 0x31], [0x31, 0],
  ])
  func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try JSON(bytes) }
  }

  @Test func `escapes stand for their characters`() throws {
    let text = #"["\"\\\/\b\f\n\r\t","\u1ebft","x\ud83d\ude00y","a\u00e9"]"#
    #expect(
      try JSON([UInt8](text.utf8))
        == .array([
          .string("\"\\/\u{8}\u{c}\n\r\t"), .string("ết"), .string("x😀y"), .string("aé"),
        ]))
  }

  @Test func `order of members and digits of numbers are kept`() throws {
    let json = try JSON([UInt8](#"{"b":1.50,"a":-0,"c":1E+2}"#.utf8))
    #expect(json.object?.keys == ["b", "a", "c"])
    #expect(json["b"] == .number("1.50"))
    #expect(json["a"] == .number("-0"))
    #expect(json["c"] == .number("1E+2"))
    #expect(json["d"] == nil)
  }

  @Test func `NUL is accepted only when the limits say so`() throws {
    let bytes = [UInt8](#""a\u0000b""#.utf8)
    #expect(try JSON(bytes, limits: JSONLimits(acceptsNUL: true)) == .string("a\0b"))
    #expect(throws: JSONError.self) { try JSON(bytes) }
  }

  @Test func `the depth limit is exact`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: 0x5b, count: depth) + [UInt8](repeating: 0x5d, count: depth)
    }
    _ = try JSON(nested(64))
    #expect(throws: JSONError.self) { try JSON(nested(65)) }
    #expect(throws: JSONError.self) { try JSON(nested(100_000)) }
    _ = try JSON(nested(512), limits: JSONLimits(depth: 100_000))
    #expect(throws: JSONError.self) {
      try JSON(nested(513), limits: JSONLimits(depth: 100_000))
    }
  }

  @Test func `the limit of members is exact and of one object`() throws {
    let limits = JSONLimits(members: 2)
    _ = try JSON([UInt8](#"{"a":{"c":1,"d":2},"b":[{"e":3,"f":4}]}"#.utf8), limits: limits)
    for text in [#"{"a":1,"b":2,"c":3}"#, #"{"a":[{"a":1,"b":2,"c"#] {
      let error = #expect(throws: JSONError.self) { try JSON([UInt8](text.utf8), limits: limits) }
      #expect(
        error?.message.english
          == "An object has more than 2 keys. Leave out those that nobody reads.")
    }
  }

  @Test func `the limit of values is exact and of the whole text`() throws {
    let limits = JSONLimits(values: 4)
    _ = try JSON([UInt8](#"[1,{"a":[]}]"#.utf8), limits: limits)
    for text in ["[1,2,3,4]", #"[1,{"a":[[]]}]"#, #"{"a":[1,2,[3]"#] {
      let error = #expect(throws: JSONError.self) { try JSON([UInt8](text.utf8), limits: limits) }
      #expect(
        error?.message.english == "The text has more than 4 values. Send it in several parts.")
    }
  }

  @Test func `a repeated key is found among many`() throws {
    let members = (0..<5000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let json = try JSON([UInt8]("{\(members)}".utf8))
    #expect(json.object?.members.count == 5000)
    #expect(throws: JSONError.self) { try JSON([UInt8]("{\(members),\"k77\":0}".utf8)) }
  }

  @Test(arguments: [
    ("[1,\n  2,\n  x]", 11, 3, 3), ("{\"ế\": ?}", 8, 1, 7), ("[1,\r\n2,]", 6, 2, 2),
    ("{\"a\":1,\n \"a\":2}", 9, 2, 2), ("\"abc", 4, 1, 5), ("[\"\\q\"]", 2, 1, 3),
  ])
  func `a fault names its line and column`(text: String, offset: Int, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { try JSON([UInt8](text.utf8)) }
    #expect(error?.offset == offset)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min),
  ])
  func `a whole number is read exactly`(literal: String, value: Int) {
    #expect(JSON.number(literal).int == value)
  }

  @Test(arguments: [
    "", "-", "+1", "1.0", "1e2", "9223372036854775808", "-9223372036854775809", "٣", " 1",
    "99999999999999999999999999",
  ])
  func `what is no whole number is refused`(literal: String) {
    #expect(JSON.number(literal).int == nil)
  }
}

extension JSONParserTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes bring the parser down, and what it reads can be written`(seed: UInt64) throws {
    var generator = Seeded(seed)
    let alphabet = [UInt8](#"{}[]:,"\ud83e0012.-+eEtrufalsn ế"#.utf8) + [0, 10, 0xff]
    for length in 1...40 {
      let bytes = (0..<length).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      // Most of these are no JSON; only those that are must come back.
      if let json = try? JSON(bytes) { #expect(try JSON(json.encoded()) == json) }
    }
  }

  @Test func `a text cut anywhere or with one byte changed is read or refused`() {
    let text = [UInt8](#"{"a":[1,-2.5e3,"x\u00e9\n",{"b":null}],"ế":true}"#.utf8)
    for end in 0..<text.count {
      #expect(throws: JSONError.self) { try JSON(Array(text[..<end])) }
      for byte in [0, 0x22, 0x2c, 0x5c, 0x7d, 0x80, 0xff] as [UInt8] {
        var changed = text
        changed[end] = byte
        // Either outcome is right, a trap is not.
        _ = try? JSON(changed)
      }
    }
  }
}
