import Testing

@testable import QuizEngine

/// The GIFT cases of `shared/samples/outside-cases/INDEX.md`, each with what it should give.
@Suite(
  .enabled(if: OutsideBanks.isExpected, "shared/samples/outside-cases is not above this checkout"))
struct OutsideBankTests {
  private func read(_ name: String) throws -> BankReading {
    try BankReader.read(OutsideBanks.bytes(name), file: name)
  }

  private func only(_ name: String) throws -> Question {
    let reading = try read(name)
    #expect(reading.bank.questions.count == 1)
    return try #require(reading.bank.questions.first)
  }

  private func markup(_ text: LocalizedRichText) -> String { text.vietnamese.html.text }
  private func words(_ text: LocalizedRichText) -> String { text.vietnamese.plainText }

  @Test func `G01: HTML shows its marks and none of its tags`() throws {
    let question = try only("G01.gift")
    #expect(
      markup(question.prompt) == "Mật khẩu <strong>mạnh</strong> gồm\u{a0}những gì?")
    #expect(
      question.options.map { words($0.text) } == ["Chữ, số và ký tự", "Ngày sinh", "Tên con mèo"])
    #expect(markup(question.options[2].text) == "Tên <em>con mèo</em>")
    #expect(words(question.options[1].feedback ?? .empty) == "Dễ đoán.")
    #expect(
      markup(question.explanation)
        == "<strong>Giải thích</strong>: mật khẩu dài thì khó đoán.")
  }

  @Test func `G02: text without a format is no Markdown`() throws {
    let question = try only("G02.gift")
    let prompt = "Trong Python, __init__ khác *args ở điểm nào? Xem a_b_c và 2*3*4."
    #expect(words(question.prompt) == prompt && markup(question.prompt) == prompt)
    #expect(
      question.options.map { markup($0.text) } == [
        "__init__ là phương thức", "*args và **kwargs như nhau",
      ])
    #expect(markup(question.explanation) == "SELECT * FROM t WHERE a * b")
  }

  @Test func `G03: what looks like a tag and is none stays whole`() throws {
    let question = try only("G03.gift")
    #expect(question.options.map { words($0.text) } == ["rpm -ql <package>", "rpm -qi <package>"])
    #expect(markup(question.options[0].text) == "rpm -ql &lt;package&gt;")
  }

  @Test func `G04: line breaks are kept`() throws {
    let question = try only("G04.gift")
    #expect(markup(question.prompt) == "Đọc đoạn sau:<br>Dòng một<br>Dòng hai")
    #expect(words(question.prompt) == "Đọc đoạn sau:\nDòng một\nDòng hai")
    #expect(markup(question.explanation) == "Dòng 1<br>Dòng 2")
  }

  @Test func `G05: the empty answer before a right one is skipped`() throws {
    let question = try only("G05.gift")
    #expect(words(question.prompt) == "Everyone _____ to eat well.")
    #expect(question.options.map { words($0.text) } == ["need", "needs"])
    #expect(question.options.map(\.isRight) == [false, true])
  }

  @Test func `G06: invisible signs at the start hide no comment`() throws {
    #expect(words(try only("G06.gift").prompt) == "A?")
    let both = try read("G06c.gift")
    #expect(both.bank.questions.map(\.id) == ["q-01", "q-02"])
    #expect(both.bank.questions.map { words($0.prompt) } == ["A?", "B?"])
  }

  @Test func `G07: a question without id and explanation gets an id that stays`() throws {
    let reading = try read("G07.gift")
    let question = try #require(reading.bank.questions.first)
    #expect(words(question.prompt) == "Linux nhúng là gì?")
    #expect(question.id == "q-761d05bd02066feaed87")
    #expect(try read("G07.gift").bank.digest == reading.bank.digest)
    #expect(question.explanation.isEmpty)
    #expect(reading.warnings.map(\.location.line) == [1, 1])
  }

  @Test func `G08: too many options are called that`() throws {
    let issues = #expect(throws: SourceIssues.self) { try read("G08.gift") }
    let issue = try #require(issues?.issues.first)
    #expect(issues?.issues.count == 1)
    #expect(issue.text(.english).hasPrefix("G08.gift:2:1: This question has 27 options; 26"))
    #expect(issue.message.vietnamese.contains("27 phương án"))
  }

  @Test func `G09: what held still holds`() throws {
    #expect(
      try only("G09a.gift").options.map(\.weight) == [-150_000, -150_000, 1_000_000, -150_000])
    #expect(words(try only("G09b.gift").options[1].feedback ?? .empty) == "Xem bài 2")
    #expect(words(try only("G09c.gift").options[0].feedback ?? .empty) == "chọn Đúng là sai")
    let several = try only("G09d.gift")
    #expect(words(several.prompt) == "Hai người nào ở đó:" && several.kind == .multiple)
    let fact = try only("G09e.gift")
    #expect(words(fact.prompt) == "Es 1+1:=2" && fact.options.map(\.isRight) == [true, false])
    let links = markup(try only("G09f.gift").prompt)
    #expect(!links.contains("<a") && links.contains("liên kết"))
  }
}
