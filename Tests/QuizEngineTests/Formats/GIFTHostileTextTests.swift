import Testing

@testable import QuizEngine

/// Texts that word processors leave behind, and texts that try to cost more than their length.
@Suite struct GIFTHostileTextTests {
  private static let signs = [
    "\u{a0}", "\u{feff}", "\u{200b}", "\u{200e}", "\u{2060}", "\u{3000}", "\u{ad}", "\u{202f}",
    "\u{2003} \u{a0}",
  ]

  @Test(arguments: signs)
  func `an invisible sign at the start hides nothing`(sign: String) throws {
    let file = GIFTParser.read(
      [UInt8](
        """
        \(sign)// [id:q1] ghi chú
        \(sign)::Tên::\(sign)A?\(sign){\(sign)
        \(sign)=x\(sign)
        \(sign)// không phải phương án ~z
        \(sign)~y\(sign)
        \(sign)}\(sign)
        \(sign)
        \(sign)$CATEGORY: a/b
        \(sign)B?{\(sign)T\(sign)}
        """.utf8), file: "f")
    #expect(file.issues.map { $0.text(.english) } == [])
    #expect(file.questions.map(\.id) == ["q1", nil])
    #expect(file.questions.map(\.title) == ["Tên", nil])
    #expect(file.questions.map(\.stem.text) == ["A?", "B?"])
    guard case .choice(let choices) = file.questions[0].kind else {
      Issue.record("no choice")
      return
    }
    #expect(choices.map(\.text.text) == ["x", "y"])
    #expect(file.entries.count == 3)
  }

  @Test func `an empty answer is skipped before a right one only`() {
    func choices(_ text: String) -> [Bool]? {
      guard
        case .choice(let choices) = GIFTParser.read([UInt8](text.utf8), file: "f").questions.first?
          .kind
      else { return nil }
      return choices.map(\.isRight)
    }
    #expect(choices("A{~a~=b}") == [false, true])
    #expect(choices("A{~=a ~b ~ =c}") == [true, false, true])
    #expect(choices("A{=a ~ ~c}") == nil)
    #expect(choices("A{= =a ~b}") == nil)
  }

  @Test(arguments: [
    "e\u{301}\u{323}", "\u{301}", "{", "}", "\\", "\\{", "~", "=", "#", ":", "%", "[", "<", "<b>",
    "&", "\u{a0}",
    "[id:", "// [id:a] [id:b]\nQ{T}\n\n", "A{=x ~y}\n\n", "// [id:x\n", "~%", "::",
  ])
  func `reading takes time as the text is long`(piece: String) {
    for (start, end) in [("A", ""), ("A{=", "~b}"), ("// ", "\nA{=x ~y}"), ("::", "::A{=x ~y}")] {
      let times = [2_000, 8_000].map { count in
        let text = [UInt8](
          (start + String(repeating: piece, count: count / piece.utf8.count) + end).utf8)
        return (0..<2).map { _ in cpuTime { _ = try? BankReader.read(text, file: "f") } }.min() ?? 0
      }
      // Four times the text: linear work takes four times as long, quadratic sixteen.
      #expect(times[1] < 10 * times[0] + 3_000_000, "\(piece): \(times) ns")
    }
  }

  @Test(arguments: ["", "[html]", "[markdown]", "[plain]"])
  func `a long text of plain letters takes time as it is long`(format: String) {
    let times = [100_000, 400_000].map { count in
      let text = [UInt8]("::q::\(format)\(String(repeating: "x", count: count)) {=a ~b}".utf8)
      return (0..<2).map { _ in cpuTime { _ = try? BankReader.read(text, file: "f") } }.min() ?? 0
    }
    #expect(times[1] < 10 * times[0] + 3_000_000, "\(times) ns")
  }
}
