import Testing

@testable import QuizEngine

/// A pair of bank files and what is wrong with them, as `file:line:column`.
struct BankMistake: Sendable, CustomTestStringConvertible {
  let name: String
  let vietnamese: String
  let english: String
  let places: [String]
  let says: String

  var testDescription: String { name }
}

@Suite struct BankReaderTests {
  static let good = """
    // [id:cau-1] [tag:law:L-001] [tag:topic:luat] [tag:level:2]
    ::Một::Câu một? {
    =đúng#Phải.
    ~sai
    ####Vì thế.
    }

    // [id:cau-2]
    Câu hai? {
    ~%50%nửa này
    ~%50%nửa kia
    ~%-100%không
    ####Vì thế.
    }

    // [id:cau-3]
    Câu ba {T#sai rồi#đúng rồi####Vì thế.}

    """

  static let english = good.replacing("Câu một", with: "Question one")
    .replacing("Câu hai", with: "Question two").replacing("Câu ba", with: "Question three")
    .replacing("đúng#Phải.", with: "right#Yes.")

  static func read(
    _ vietnamese: String, _ english: String?, for demands: BankDemands = .course
  ) throws(SourceIssues) -> QuestionBank {
    try BankReader.read(
      Array(vietnamese.utf8), file: "b.gift",
      english: english.map { (bytes: Array($0.utf8), file: "b.en.gift") }, for: demands
    ).bank
  }

  @Test func `both languages become one bank`() throws {
    let bank = try Self.read(Self.good, Self.english)
    #expect(bank.questions.map(\.id) == ["cau-1", "cau-2", "cau-3"])
    #expect(bank.questions.map(\.kind) == [.single, .multiple, .single])
    let first = bank.questions[0]
    #expect(
      first.prompt
        == LocalizedRichText(plain: LocalizedText(vi: "Câu một?", en: "Question one?")))
    #expect(first.options.map(\.weight) == [1_000_000, 0])
    #expect(first.options[0].feedback?.english.plainText == "Yes.")
    #expect(first.laws == ["L-001"] && first.topic == "luat" && first.level == 2)
    #expect(bank.questions[1].options.map(\.weight) == [500_000, 500_000, -1_000_000])
    #expect(bank.questions[2].options.map(\.weight) == [1_000_000, 0])
    #expect(bank.questions[2].options[1].feedback?.vietnamese.plainText == "sai rồi")
  }

  @Test func `without an English file both languages show Vietnamese`() throws {
    let bank = try Self.read(Self.good, nil)
    #expect(bank.questions.allSatisfy { $0.prompt.vietnamese == $0.prompt.english })
  }

  @Test func `the digest names the text and nothing else`() throws {
    let bank = try Self.read(Self.good, Self.english)
    #expect(try Self.read(Self.good + "\n\n", Self.english).digest == bank.digest)
    #expect(try Self.read(Self.good, Self.good).digest != bank.digest)
    let changed = Self.good.replacing("=đúng#Phải.\n~sai", with: "~đúng#Phải.\n=sai")
    let twin = Self.english.replacing("=right#Yes.\n~sai", with: "~right#Yes.\n=sai")
    #expect(try Self.read(changed, twin).digest != bank.digest)
  }

  static let mistakes: [BankMistake] = [
    .init(
      name: "a question without an id", vietnamese: good.replacing("// [id:cau-2]\n", with: ""),
      english: english.replacing("// [id:cau-2]\n", with: ""),
      places: ["b.gift:8:1"],
      says: "needs its own id"),
    .init(
      name: "an id that is no slug", vietnamese: good.replacing("cau-2", with: "Câu 2"),
      english: english.replacing("cau-2", with: "Câu 2"), places: ["b.gift:9:1"],
      says: "needs its own id"),
    .init(
      name: "the English twin is missing", vietnamese: good,
      english: english.replacing("cau-2", with: "cau-9"),
      places: ["b.gift:9:1", "b.en.gift:9:1"], says: "is missing"),
    .init(
      name: "another number of options", vietnamese: good,
      english: english.replacing("~sai\n", with: "~sai\n~wrong too\n"), places: ["b.en.gift:2:1"],
      says: "has 3 options, the Vietnamese version has 2"),
    .init(
      name: "another right option", vietnamese: good,
      english: english.replacing("=right#Yes.\n~sai", with: "~right#Yes.\n=sai"),
      places: ["b.en.gift:2:1"], says: "key or a weight differs"),
    .init(
      name: "other weights", vietnamese: good, english: english.replacing("%-100%", with: "%-50%"),
      places: ["b.en.gift:9:1"], says: "key or a weight differs"),
    .init(
      name: "true in one language and false in the other", vietnamese: good,
      english: english.replacing("{T#", with: "{F#"), places: ["b.en.gift:17:1"],
      says: "key or a weight differs"
    ),
    .init(
      name: "no explanation", vietnamese: good.replacing("~sai\n####Vì thế.", with: "~sai"),
      english: english, places: ["b.gift:2:1"], says: "no explanation"),
    .init(
      name: "a kind that contests do not take",
      vietnamese: good.replacing("{T#sai rồi#đúng rồi####Vì thế.}", with: "{#3####Vì thế.}"),
      english: english, places: ["b.gift:17:1"], says: "single choice"),
    .init(
      name: "the same id twice", vietnamese: good.replacing("cau-2", with: "cau-1"),
      english: english, places: ["b.gift:9:1", "b.en.gift:9:1"], says: "already used"),
    .init(
      name: "no right option", vietnamese: good.replacing("=đúng", with: "~đúng"),
      english: english.replacing("=right", with: "~right"),
      places: ["b.gift:2:1", "b.en.gift:2:1"],
      says: "no right answer"),
    .init(
      name: "an empty file", vietnamese: "", english: "", places: ["b.gift:1:1"],
      says: "no question yet"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is reported where it stands`(mistake: BankMistake) {
    var found: [SourceIssue] = []
    do { _ = try Self.read(mistake.vietnamese, mistake.english) } catch { found = error.issues }
    let places = found.map { "\($0.location.file):\($0.location.line):\($0.location.column)" }
    #expect(Set(places) == Set(mistake.places), "\(found.map { $0.text(.english) })")
    #expect(found.contains { $0.message.english.contains(mistake.says) })
  }

  @Test func `every mistake of both files is reported at once`() {
    let vietnamese = Self.good.replacing("// [id:cau-2]\n", with: "")
    let english = Self.english.replacing("~sai\n", with: "")
    let issues = #expect(throws: SourceIssues.self) { try Self.read(vietnamese, english) }
    #expect(Set(issues?.issues.map(\.location.file) ?? []) == ["b.gift", "b.en.gift"])
  }
}
