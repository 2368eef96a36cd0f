import Testing

@testable import QuizEngine

/// Files as teachers and other programs write them.
@Suite struct TeacherBankTests {
  private func read(_ text: String, _ english: String? = nil) throws(SourceIssues) -> BankReading {
    try BankReader.read(
      Array(text.utf8), file: "b.gift",
      english: english.map { (bytes: Array($0.utf8), file: "b.en.gift") })
  }

  private func warnings(_ text: String, _ english: String? = nil) throws -> [String] {
    try read(text, english).warnings.map { $0.text(.english) }
  }

  @Test(arguments: ["12", "CH1_Q01", "TK-01", "a.b", "hs-khong-gian-mang-01"])
  func `ids of other programs are ids`(id: String) throws {
    let reading = try read("// [id:\(id)]\nA?{=x ~y####g}")
    #expect(reading.bank.questions.map(\.id) == [id])
    #expect(reading.warnings.isEmpty)
  }

  @Test(arguments: [
    ("\u{301}\u{323}", "A"), ("&#769;&#803;", "[html]A"), ("&#769;&#803;", "[markdown]A"),
  ])
  func `a letter with more marks than a language has is refused where it stands`(
    mark: String, start: String
  ) throws {
    func text(_ count: Int) -> String {
      "B?{=x ~y}\n\n\(start)\(String(repeating: mark, count: count))?{=x ~y}"
    }
    #expect(try read(text(10)).bank.questions.count == 2)
    let issues = #expect(throws: SourceIssues.self) { try read(text(40)) }
    #expect(
      issues?.issues.map { $0.text(.english) }
        == ["b.gift:3:1: \(StreamSafeText.complaint.english)"])
  }

  @Test func `an id with other signs stands for one that can be used`() throws {
    let first = try read("// [id:Câu 2/b]\nA?{=x ~y####g}").bank.questions[0].id
    #expect(first.hasPrefix("q-") && first.utf8.count == 22)
    #expect(try read("// [id:Câu 2/b]\nB?{=x ~z####g}").bank.questions[0].id == first)
  }

  @Test func `an id is made of the words, not of key, marks or explanation`() throws {
    let plain = try read("A?{=x ~y}").bank.questions[0].id
    for same in [
      "A?{~x =y}", "::T::A?{=x#f ~y####why}", "[html]<b>A?</b>{=x ~y}", "\n\nA? {\n=x\n~y\n}",
    ] {
      #expect(try read(same).bank.questions[0].id == plain)
    }
    for other in ["B?{=x ~y}", "A?{=x ~z}", "A?{=x ~y ~z}"] {
      #expect(try read(other).bank.questions[0].id != plain)
    }
  }

  @Test func `what many questions lack is told once with their lines`() throws {
    let told = try warnings("A?{=x ~y}\n\nB?{=x ~y####g}\n\n// [id:c]\nC?{=x ~y}")
    #expect(told.count == 2)
    #expect(told[0].hasPrefix("b.gift:1:1: 2 questions without an explanation"))
    #expect(told[0].hasSuffix("Lines 1, 6."))
    #expect(told[1].hasPrefix("b.gift:1:1: 2 questions without [id:…]: ids are made"))
    #expect(told[1].hasSuffix("Lines 1, 3."))
  }

  @Test func `the same question twice is taken once, with another key it is refused`() throws {
    let reading = try read("A?{=x ~y}\n\nA?{=x ~y}")
    #expect(reading.bank.questions.count == 1)
    #expect(reading.warnings.contains { $0.message.english.contains("line 1 again") })
    let issues = #expect(throws: SourceIssues.self) { try read("A?{=x ~y}\n\nA?{~x =y}") }
    #expect(issues?.issues.map { $0.text(.english) }.first?.hasPrefix("b.gift:3:1: ") == true)
  }

  @Test func `kinds that contests do not take are left out by name and the rest is taken`() throws {
    let reading = try read(
      "Đọc kĩ.\n\nViết.{}\n\nSố?{#3}\n\nA?{=x ~y####g}\n\nGhép{=a->b =c->d}\n\nTên?{=x}")
    #expect(reading.bank.questions.count == 1)
    let told = reading.warnings.map { $0.text(.english) }.filter { $0.contains("left out") }
    #expect(
      told.map { $0.prefix(40) } == [
        "b.gift:1:1: A text without answers {…}: ", "b.gift:3:1: An essay question: contests ",
        "b.gift:5:1: A numerical question: contes", "b.gift:9:1: A matching question: contest",
        "b.gift:11:1: A short-answer question: co",
      ])
  }

  @Test func `nothing but other kinds is said, and why`() {
    let issues = #expect(throws: SourceIssues.self) { try read("Viết.{}") }
    let texts = issues?.issues.map(\.message.english) ?? []
    #expect(texts.first == "The file has no question yet." && texts.last?.contains("essay") == true)
  }

  @Test func `without ids both languages are paired by their order`() throws {
    let reading = try read("A?{=x ~y}\n\nB?{=x ~y}", "One?{=x ~y}\n\nTwo?{=x ~y}")
    #expect(reading.bank.questions.map(\.prompt.english.plainText) == ["One?", "Two?"])
    let issues = #expect(throws: SourceIssues.self) {
      try read("A?{=x ~y}\n\nB?{=x ~y}", "One?{=x ~y}")
    }
    #expect(
      issues?.issues.first?.message.english.contains(
        "has 2 questions without an id, the English one 1") == true)
  }

  @Test func `a missing translation shows Vietnamese, one too many is left out`() throws {
    let own = "// [id:a]\nA?{=x ~y####g}\n\n// [id:b]\nB?{=x ~y####g}"
    let reading = try read(own, "// [id:a]\nOne?{=x ~y####g}\n\n// [id:c]\nThree?{=x ~y####g}")
    #expect(reading.bank.questions.map(\.prompt.english.plainText) == ["One?", "B?"])
    #expect(reading.warnings.map(\.location.file).sorted() == ["b.en.gift", "b.gift"])
  }

  @Test func `formats are inherited by what names none`() throws {
    let question = try read(
      "[markdown]**A**?{=*x* ~[plain]*y* ~[html]<i>z</i> ~[moodle]*w*####_g_}"
    ).bank.questions[0]
    #expect(question.prompt.vietnamese.html.text == "<strong>A</strong>?")
    #expect(
      question.options.map(\.text.vietnamese.html.text)
        == ["<em>x</em>", "*y*", "<em>z</em>", "*w*"])
    #expect(question.explanation.vietnamese.html.text == "<em>g</em>")
  }

  @Test func `a text of which nothing is left is refused with the way out`() {
    let issues = #expect(throws: SourceIssues.self) {
      try read("A?{=x\n~[html]<script>alert(1)</script>}")
    }
    #expect(
      issues?.issues.map { $0.text(.english) }.first?.hasPrefix("b.gift:2:1: Without its HTML code")
        == true)
    #expect(issues?.issues.first?.message.english.contains("[plain]") == true)
  }

  @Test func `what a bank cannot hold is told`() throws {
    let told = try warnings("[html]<p>A?<img src=\"x.png\" alt=\"Sơ đồ\"></p>{=x ~y####g}")
    #expect(told.contains { $0.contains("1 question with pictures") })
  }
}
