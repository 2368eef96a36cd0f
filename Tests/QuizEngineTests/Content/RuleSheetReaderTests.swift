import Foundation
import Testing

@testable import QuizEngine

/// A mistake in the sample sheet and where it is reported.
struct SheetMistake: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  /// `line:column` of every issue.
  let places: [String]
  /// A part of the English message.
  let says: String

  init(_ old: String, _ new: String, _ places: String..., says: String) {
    self.old = old
    self.new = new
    self.places = places
    self.says = says
  }

  var testDescription: String { "\(old) → \(new)" }
}

@Suite struct RuleSheetReaderTests {
  static let wrongTypes: [SheetMistake] = [
    .init(#""slug": "tuan-thi""#, #""slug": 7"#, "2:11", "2:11", says: "text in double quotes"),
    .init(#""slug": "tuan-thi""#, #""slug": "Tuần""#, "2:11", says: "lower-case"),
    .init(#"{ "vi": "Tuần thi", "en": "Week" }"#, #""Tuần""#, "3:12", says: "an object"),
    .init(#""en": "Week" }"#, #""en": " " }"#, "3:38", says: "is empty"),
    .init(#"["student"]"#, #""student""#, "5:29", "5:29", says: "a list"),
    .init(#"["student"]"#, #"["pupil"]"#, "5:30", says: "no name “pupil”"),
    .init(#"["student"]"#, "[]", "5:29", says: "one role"),
    .init(#""minimumAge": 10"#, #""minimumAge": "10""#, "5:56", says: "a whole number"),
    .init(#""minimumAge": 10"#, #""minimumAge": 5"#, "5:56", says: "outside the allowed range"),
    .init(#""2026-11-23T10:00:00+07:00""#, #""2026-11-23T10:00:00""#, "9:16", says: "its zone"),
    .init(#""count": 2"#, #""count": 0"#, "15:26", says: "outside the allowed range"),
    .init(#""level": 1"#, #""level": 1.5"#, "15:54", says: "a whole number"),
    .init(#""shuffleItems": true"#, #""shuffleItems": "yes""#, "16:21", says: "true or false"),
    .init(#""minutes": 20"#, #""minutes": 601"#, "20:16", says: "outside the allowed range"),
    .init(#""cut-at-closing""#, #""cut-at-close""#, "22:18", says: "Did you mean “cut-at-closing”"),
    .init(#""submission""#, #""submitted""#, "23:18", says: "no name “submitted”"),
    .init(
      #""pointsPerItem": "5""#, #""pointsPerItem": 5"#, "25:33", "25:33",
      says: "text in double quotes"),
    .init(#""pointsPerItem": "5""#, #""pointsPerItem": "5.1234""#, "25:33", says: "three decimals"),
    .init(#""all-or-nothing""#, "null", "25:50", says: "one of"),
    .init(#""persons-all-correct""#, #""people""#, "27:15", says: "no name “people”"),
    .init(#""maximum": 1000"#, #""maximum": 1e3"#, "30:16", says: "a whole number"),
    .init(#""best""#, #""worst""#, "33:16", says: "no name “worst”"),
    .init(#""key": "score""#, #""key": "points""#, "36:16", says: "no name “points”"),
    .init(#""order": "descending""#, #""order": "down""#, "36:34", says: "no name “down”"),
    .init(#""score": "closing""#, #""score": "now""#, "40:26", says: "no name “now”"),
    .init(#""top": 100"#, #""top": 0"#, "41:42", says: "outside the allowed range"),
  ]

  static let unknownKeys: [SheetMistake] = [
    .init(#""slug":"#, #""slugg":"#, "1:1", "1:1", "2:3", says: "“slug”"),
    .init(#""attempt":"#, #""atempt":"#, "1:1", "19:3", says: "“attempt”"),
    .init(#""minutes": 20"#, #""minuets": 20"#, "20:5", says: "Did you mean “minutes”"),
    .init(#""topic":"#, #""themes":"#, "15:29", says: "no name “themes”"),
    .init(#""maximumAge":"#, #""maxAge":"#, "5:60", says: "no name “maxAge”"),
    .init(
      #""board": {"#, #""training": { "lessons": [], "periods": 1 }, "board": {"#, "41:3",
      says: "no name “training”"),
    .init(#""vi": "Tuần 1""#, #""vn": "Tuần 1""#, "8:16", "8:18", says: "“vi”"),
  ]

  static let contradictions: [SheetMistake] = [
    .init(#""closes": "2026-11-30"#, #""closes": "2026-11-23"#, "10:17", says: "close after"),
    .init(#""maximumAge": 19"#, #""maximumAge": 9"#, "5:18", says: "nobody could enter"),
    .init(#"[{ "count": 2, "topic": "mau", "level": 1 }]"#, "[]", "13:12", "25:14", says: ""),
    .init(#""pointsPerItem": "5""#, #""pointsPerItem": "0""#, "25:14", "25:14", says: ""),
    .init(#""passMark": "5""#, #""passMark": "10.001""#, "25:14", says: "above the paper's total"),
    .init(#""maximum": 1000"#, #""maximum": 1"#, says: ""),
    .init(#""minimum": 0"#, #""minimum": 1000"#, "26:17", says: "range of the prediction"),
    .init(#""answers": "closing""#, #""answers": "submission""#, "40:15", says: "leak"),
    .init(#""reveal": "closing""#, #""reveal": "submission""#, "41:12", says: "close of the round"),
    .init(
      #"{ "key": "prediction-distance" }"#, #"{ "key": "score" }"#, "26:17", "32:14", says: ""),
    .init(
      #"{ "key": "prediction-distance" }"#, #"{ "key": "time-used" }"#, "26:17",
      says: "never ranked"),
  ]

  @Test(arguments: wrongTypes + unknownKeys + contradictions)
  func `a mistake is reported where it stands`(mistake: SheetMistake) {
    let text = SampleSheet.with(mistake.old, mistake.new)
    #expect(text != SampleSheet.text)
    var found: [SourceIssue] = []
    do { _ = try SampleSheet.read(text) } catch { found = error.issues }
    #expect(
      found.map { "\($0.location.line):\($0.location.column)" } == mistake.places,
      "\(found.map { $0.text(.english) })")
    #expect(found.allSatisfy { $0.location.file == "thi.json" })
    #expect(mistake.says.isEmpty || found.contains { $0.message.english.contains(mistake.says) })
    #expect(found.allSatisfy { !$0.message.vietnamese.isEmpty })
  }

  static let required: [[JSONStep]] = [
    ["slug"], ["title"], ["title", "vi"], ["title", "en"], ["summary"], ["eligibility"],
    ["eligibility", "roles"], ["rounds"], ["rounds", 0, "title"], ["rounds", 0, "opens"],
    ["rounds", 0, "closes"], ["paper"], ["paper", "bank"], ["paper", "draws"],
    ["paper", "draws", 0, "count"], ["attempt"], ["scoring"], ["scoring", "pointsPerItem"],
    ["prediction", "target"], ["prediction", "question"], ["ranking"], ["ranking", "keys"],
    ["ranking", "keys", 0, "key"], ["feedback"], ["feedback", "score"], ["feedback", "answers"],
    ["board"], ["board", "reveal"],
  ]

  @Test(arguments: required)
  func `a key that is needed is missed`(path: [JSONStep]) throws {
    let sheet = try JSON(Array(SampleSheet.text.utf8)).setting(path, to: nil)
    guard case .key(let name)? = path.last else { return }
    let issues = #expect(throws: SourceIssues.self) {
      try RuleSheetReader.read(sheet.encoded(), file: "thi.json")
    }
    let expected = "The key “\(name)” is missing in this object."
    #expect(issues?.issues.contains { $0.message.english == expected } == true)
  }

  static let optional: [[JSONStep]] = [
    ["eligibility", "minimumAge"], ["eligibility", "maximumAge"], ["paper", "draws", 0, "topic"],
    ["paper", "draws", 0, "level"], ["paper", "shuffleItems"], ["paper", "shuffleOptions"],
    ["attempt", "minutes"], ["attempt", "limit"], ["attempt", "lateStart"],
    ["attempt", "timeBasis"], ["scoring", "multiple"], ["scoring", "passMark"],
    ["prediction", "minimum"], ["prediction", "maximum"], ["ranking", "counted"],
    ["ranking", "requireAllCorrect"], ["ranking", "keys", 0, "order"], ["board", "top"],
  ]

  @Test(arguments: optional)
  func `a key that may be left out is not missed`(path: [JSONStep]) throws {
    let sheet = try JSON(Array(SampleSheet.text.utf8)).setting(path, to: nil)
    _ = try RuleSheetReader.read(sheet.encoded(), file: "thi.json")
  }

  @Test func `the whole sheet says what was written`() throws {
    let sheet = try SampleSheet.read()
    #expect(sheet.slug == "tuan-thi" && sheet.title == LocalizedText(vi: "Tuần thi", en: "Week"))
    #expect(sheet.eligibility == Eligibility(roles: [.student], minimumAge: 10, maximumAge: 19))
    #expect(sheet.rounds[0].window.opens == Given.monday)
    #expect(sheet.blueprint.draws == [Draw(count: 2, topic: "mau", level: 1)])
    #expect(sheet.attempt.duration == .minutes(20) && sheet.attempt.limit == 3)
    #expect(sheet.scoring.perItem == Points("5") && sheet.scoring.passMark == Points("5"))
    #expect(
      sheet.ranking.keys
        == [RankingKey(.score, .descending), RankingKey(.predictionDistance, .ascending)])
    #expect(sheet.training == nil && sheet.board == BoardTerms(reveal: .closing, top: 100))
  }

  @Test func `rounds follow one another`() throws {
    let round = """
      { "title": { "vi": "2", "en": "2" }, "opens": "2026-11-30T08:59:59.999+07:00", \
      "closes": "2026-12-07T09:00:00+07:00" }
      """
    let early = SampleSheet.with("    }\n  ],\n  \"paper\"", "    }, \(round)\n  ],\n  \"paper\"")
      .replacing(#""answers": "closing""#, with: #""answers": "publication""#)
    let issues = #expect(throws: SourceIssues.self) { try SampleSheet.read(early) }
    #expect(issues?.issues.map(\.location.line) == [6])
    _ = try SampleSheet.read(early.replacing("08:59:59.999", with: "09:00"))
  }

  @Test(arguments: ["tuan-an-ninh-mang.json", "chung-ket-truong.json"])
  func `the published sheets read without an issue`(name: String) throws {
    let files = SourceFiles(root: Repository.courses)
    let path = "tim-hieu-luat-an-ninh-mang/contests/\(name)"
    let sheet = try RuleSheetReader.read(try files.bytes(path), file: files.name(path))
    #expect(sheet.slug + ".json" == name)
  }
}
