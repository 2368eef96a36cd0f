import Testing

@testable import QuizEngine

/// Banks that earlier releases stored keep their bytes, their digests and their papers.
@Suite struct OldBankTests {
  @Test func `what was stored reads and writes as the same bytes`() throws {
    for (digest, body) in OldBank.versions {
      let question = try QuestionText.decode(body)
      #expect(QuestionText.encode(question) == body)
      #expect(Hex.encode(SHA256.hash(QuestionText.encode(question)).bytes) == digest)
    }
    #expect(Hex.encode(try OldBank.read().digest.bytes) == OldBank.digest)
  }

  @Test func `its Markdown is shown as it was`() throws {
    let question = try #require(try OldBank.read().questions.first)
    #expect(
      question.prompt.vietnamese.html.text
        == "Câu <strong>một</strong> có <code>__init__</code>, &lt;b&gt;thẻ&lt;/b&gt; và "
        + "<a class=\"law law-mark\" href=\"/law/L-001\" aria-label=\"§\" title=\"§\">§</a>? Dòng hai"
    )
    #expect(
      question.options.map(\.text.vietnamese.plainText) == [
        "đúng lắm", "rpm -ql <package>", "# không",
      ])
    #expect(
      question.explanation.vietnamese.html.text.contains(
        "href=\"https://truong.example/?a=1&amp;b=2\""))
  }

  @Test func `plain words are stored in the bytes of earlier releases`() throws {
    // Without marks: the digest of a bank whose file did not change stays what it was.
    let file = """
      // [id:cau-cu-3]
      Câu ba {T#sai rồi#đúng rồi####Vì thế.}
      """
    let english = file.replacing("Câu ba", with: "Question three")
    let bank = try BankReader.read(
      Array(file.utf8), file: "cu.gift", english: (Array(english.utf8), "cu.en.gift")
    ).bank
    #expect(bank.questions.map(QuestionText.encode) == [OldBank.versions[2].body])
  }

  @Test func `a contest pinned to it opens, deals the same papers and proves its attempts`() throws
  {
    let workshop = try Workshop()
    let bank = try OldBank.read()
    try workshop.engine.importBank(
      bank, name: "cu", unit: workshop.office.id, by: .operatorAtMachine, at: workshop.now)
    let sheet = Given.sheet(
      blueprint: Blueprint(
        bank: "cu", draws: [Draw(count: 3)], shufflesItems: true, shufflesOptions: true))
    let contest = try workshop.openContest(sheet)
    #expect(Hex.encode(contest.bank.bytes) == OldBank.digest)
    try workshop.restart()
    let pupil = try workshop.pupil()
    let dealt = try workshop.start(contest.id, by: pupil)
    for item in dealt.paper.items {
      try workshop.save(
        Given.response("a", item.question.kind), slot: item.slot, in: dealt.attempt.id, by: pupil)
    }
    let ended = try workshop.submit(dealt.attempt.id, by: pupil)
    #expect(try workshop.engine.verify(ended.attempt.id, by: .operatorAtMachine).fault == nil)
    let stored = try workshop.engine.read { try $0.banks.versions(of: contest.bank) }
    #expect(stored.map(\.body) == OldBank.versions.map(\.body))
    // As dealt when this test was written: no later change of the code may move it.
    let paper = try sheet.blueprint.deal(bank, seed: Seed(7))
    #expect(paper.items.map(\.question.id) == ["cau-cu-3", "cau-cu-1", "cau-cu-2"])
    #expect(paper.items.map(\.order) == [[1, 0], [1, 2, 0], [1, 2, 0]])
  }
}
