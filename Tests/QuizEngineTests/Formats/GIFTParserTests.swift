import QuizEngine
import Testing

@Suite struct GIFTParserTests {
  private func read(_ text: String) -> GIFTFile {
    GIFTParser.read([UInt8](text.utf8), file: "q.gift")
  }

  private func only(_ text: String) throws -> GIFTQuestion {
    let file = read(text)
    #expect(file.issues.map { $0.text(.english) } == [])
    return try #require(file.questions.first)
  }

  private func choices(_ question: GIFTQuestion) -> [GIFTChoice] {
    switch question.kind {
    case .choice(let choices), .shortAnswer(let choices): choices
    default: []
    }
  }

  private func numbers(_ question: GIFTQuestion) -> [GIFTNumericChoice] {
    guard case .numerical(let choices) = question.kind else { return [] }
    return choices
  }

  @Test(arguments: ["x {=\u{a0}}", "x {=a ~\u{2003}\u{a0}}"])
  func `white space of any kind is no answer`(text: String) {
    let file = GIFTParser.read([UInt8](text.utf8), file: "f")
    #expect(file.syntaxIssues.count == 1)
    #expect(file.entries.isEmpty)
  }

  @Test func `comments carry id and tags, brackets escaped by a backslash`() throws {
    let question = try only(
      """
      // header, far above [tag:topic:phishing]

      // [id: q-1\\] ] and [tag:law:L-006] [tag:level:2]
      ::Tiêu đề\\:: một::Câu hỏi? {T}
      """)
    #expect(question.id == "q-1]")
    #expect(question.tags == ["topic:phishing", "law:L-006", "level:2"])
    #expect(question.title == "Tiêu đề:: một")
  }

  @Test func `a comment inside an answer block is no part of it`() throws {
    let question = try only("Q?{\n// one\n=a#yes\n  // ~c\n~b\n}\n// the end")
    #expect(choices(question).map(\.text.text) == ["a", "b"])
    #expect(choices(question).map(\.feedback?.text) == ["yes", nil])
    #expect(choices(question).map(\.location.line) == [3, 5])
  }

  @Test func `escapes stand for their characters and other backslashes stay`() throws {
    let question = try only(##"A\: \{x\} \= \~ \# \\ \\n \frac \[b\] C:\\d?{=1\n2 ~\~}"##)
    #expect(question.stem.text == ##"A: {x} = ~ # \ \n \frac \[b\] C:\d?"##)
    #expect(choices(question).map(\.text.text) == ["1\n2", "~"])
  }

  @Test func `white space is collapsed except in texts that say html themselves`() throws {
    let question = try only("[html]<p>a\n  b</p>\\n{=[html] c\n  d #  e\n  f ~g  h}")
    #expect(question.stem == GIFTText("<p>a\n  b</p>", format: .html))
    #expect(choices(question)[0].text == GIFTText("c\n  d", format: .html))
    #expect(choices(question)[0].feedback == GIFTText("e f", format: .html))
    #expect(choices(question)[1].text == GIFTText("g h", format: .html))
    let plain = try only("[markdown]a\n b{=[plain]x ~y}")
    #expect(plain.stem == GIFTText("a b", format: .markdown))
    #expect(choices(plain).map(\.text.format) == [.plain, .markdown])
  }

  @Test func `weights are exact and several may be ticked when none is marked`() throws {
    let several = try only("Q{~%33.33333%a ~%33.33333%b ~%33.33334%c ~%-100%d ~% e}")
    #expect(several.allowsSeveral)
    #expect(
      choices(several).map { $0.weight?.text } == ["33.33333", "33.33333", "33.33334", "-100", nil])
    #expect(choices(several).last?.text.text == "% e")
    let single = try only("Q{=%100%a ~%50%b ~c####d}")
    #expect(!single.allowsSeveral)
    #expect(single.generalFeedback?.text == "d")
  }

  @Test func `true and false take a comment for wrong and one for right`() throws {
    #expect(
      try only("Q{TRUE#no#yes####all}").kind
        == .trueFalse(true, wrong: GIFTText("no"), right: GIFTText("yes")))
    #expect(try only("Q{ F }").kind == .trueFalse(false, wrong: nil, right: nil))
    #expect(try only("Q{F# #yes}").kind == .trueFalse(false, wrong: nil, right: GIFTText("yes")))
    #expect(choices(try only("Q{true}")).map(\.text.text) == ["true"])
    #expect(choices(try only("Q{The answer}")).map(\.text.text) == ["The answer"])
  }

  @Test func `numbers have tolerance, range, wildcard and weight`() throws {
    let question = try only("Q{#\n=3.14:0.005#ok\n=%50%3..4\n=-0.50\n~#no\n}")
    #expect(
      numbers(question).map(\.key) == [
        .within(GIFTDecimal(314, scale: 2), tolerance: GIFTDecimal(5, scale: 3)),
        .range(low: GIFTDecimal(3), high: GIFTDecimal(4)), .exact(GIFTDecimal(-5, scale: 1)), .any,
      ])
    #expect(numbers(question)[1].weight == GIFTDecimal(50))
    #expect(numbers(question).map(\.feedback?.text) == ["ok", nil, nil, "no"])
    #expect(numbers(try only("Q{#5}")).map(\.key) == [.exact(GIFTDecimal(5))])
  }

  @Test func `matching keeps an answer that fits nothing`() throws {
    let question = try only("Q{=a -> 1 =b->2\n= -> 3 -> 4}")
    guard case .matching(let pairs) = question.kind else {
      Issue.record("not matching")
      return
    }
    #expect(pairs.map(\.prompt.text) == ["a", "b", ""])
    #expect(pairs.map(\.answer) == ["1", "2", "3 -> 4"])
  }

  @Test func `text behind the answers makes a gap`() throws {
    #expect(try only("Two plus two {=four =4}.").prompt.text == "Two plus two _____ .")
    #expect(try only("{=Hà Nội =Ha Noi} là thủ đô").prompt.text == "_____ là thủ đô")
    #expect(try only("Q?{T} // remark").tail == nil)
  }

  @Test func `categories, descriptions, essays and line ends of every system`() throws {
    let file = read("\u{feff}$CATEGORY: a/b \r\nJust\r\n text: = # ~\r\n \t\r\nE{####why}\r\rE{ }")
    #expect(file.issues.isEmpty)
    #expect(
      file.entries.first == .category("a/b", SourceLocation(file: "q.gift", line: 1, column: 1)))
    #expect(file.questions.map(\.stem.text) == ["Just text: = # ~", "E", "E"])
    #expect(file.questions.map(\.kind) == [.description, .essay, .essay])
    #expect(file.questions.map(\.location.line) == [2, 5, 7])
    #expect(file.questions[1].generalFeedback?.text == "why")
  }

  @Test(arguments: [
    ("ế {=a ~b", 1, 3, "not closed"), ("Q{=a\n\n~b}", 1, 2, "not closed"),
    ("a } b", 1, 3, "without a {"),
    ("Q{=a ~b}\nQ{T}", 2, 2, "another brace"), ("Q{=a {x} ~b}", 1, 6, "another brace"),
    ("::t Q{T}", 1, 1, "not closed by ::"), ("Q{a =b ~c}", 1, 3, "before the first answer"),
    ("Q{=a ~ ~c}", 1, 6, "is empty"), ("Q{=a -> b =c}", 1, 11, "left side -> right side"),
    ("Q{#3,14}", 1, 4, "“3,14”"), ("Q{#1..x}", 1, 4, "“1..x”"), ("Q{#}", 1, 3, "“”"),
    ("Q{#5..1}", 1, 4, "“5..1”"), ("Q{~%150%a ~b}", 1, 4, "-100 to 100"),
    ("// [id:a] [id:b]\nQ{T}", 1, 11, "more than one [id:…]"),
  ])
  func `a syntax mistake is named at its place`(
    text: String, line: Int, column: Int, words: String
  ) {
    let issues = read(text).syntaxIssues
    #expect(issues.first?.location == SourceLocation(file: "q.gift", line: line, column: column))
    #expect(issues.first?.message.english.contains(words) == true)
  }

  @Test(arguments: [
    ("Q{~a ~b}", "no right answer"), ("Q{~%50%a ~%40%b}", "add up to 100"),
    ("Q{~a}", "at least two"),
    ("Q{=%50%a ~b}", "100 %"), ("Q{=%50%a}", "100 %"), ("Q{=a->b}", "two pairs"),
    ("{T}", "no text"),
    ("Q{#~5}", "no right answer"), ("// [id:x]\nQ{T}\n\n// [id:x]\nR{T}", "already used"),
  ])
  func `a question that cannot be graded is reported`(text: String, words: String) {
    let file = read(text)
    #expect(file.syntaxIssues.isEmpty)
    #expect(file.contentIssues.count == 1)
    #expect(file.contentIssues.first?.message.english.contains(words) == true)
  }

  @Test func `one bad question does not hide the others`() {
    let file = read("A{T}\n\nB{\n\nC{F}\n\nD}\n\nE{}")
    #expect(file.questions.map(\.stem.text) == ["A", "C", "E"])
    #expect(file.issues.map(\.location.line) == [3, 7])
  }

  @Test func `bytes that are no UTF-8 are one issue`() {
    let file = GIFTParser.read([0x51, 0xff, 0x7b, 0x7d], file: "f")
    #expect(file.entries.isEmpty)
    #expect(file.syntaxIssues.count == 1)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes bring the reader down`(seed: UInt64) {
    var generator = Seeded(seed)
    let alphabet = [UInt8]("{}=~#:%\\->/[].*\n\rTF1 aế$[html][id:x]".utf8)
    let bytes = (0..<60).map { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    let file = GIFTParser.read(bytes, file: "f")
    #expect(file.entries.count <= 60)
  }
}
