import Testing

@testable import QuizEngine

@Suite struct CourseReaderTests {
  /// The catalogue of the small course with some files changed; nil removes one.
  private func read(_ changes: [String: String?] = [:]) throws -> (TemporaryFolder, Catalogue) {
    let folder = try TemporaryFolder()
    var files = SmallCourse.files
    for (path, text) in changes { files[path] = text }
    try folder.write(files)
    return (folder, try Catalogue.read(root: folder.path))
  }

  /// The issues of the small course with some files changed, without the folder's own path.
  private func issues(_ changes: [String: String?]) throws -> [String] {
    let folder = try TemporaryFolder()
    var files = SmallCourse.files
    for (path, text) in changes { files[path] = text }
    try folder.write(files)
    do {
      _ = try Catalogue.read(root: folder.path)
      return []
    } catch {
      return error.issues.map { $0.text(.english).replacing(folder.path + "/", with: "") }
    }
  }

  @Test func `a folder becomes a course with its lessons, banks and laws`() throws {
    let (folder, catalogue) = try read()
    let course = try #require(catalogue["khoa-mau"])
    #expect(course.lessons.map(\.slug) == ["bai-mot", "bai-hai"])
    #expect(course.lessons[0].checkpoint?.questions.count == 2)
    #expect(course.lessons[1].checkpoint == nil)
    #expect(course.lessons[0].text.english.hasPrefix("# Lesson one"))
    let test = try #require(course.modules[0].finalTest)
    #expect(test.draw == 4 && test.resits == 2 && test.duration == .minutes(20))
    #expect(catalogue.laws.keys.sorted() == ["L-001", "L-002"])
    #expect(catalogue.help == LocalizedText(vi: "Gọi 111.", en: "Call 111."))
    withExtendedLifetime(folder) {}
  }

  @Test(arguments: [
    "khoa-mau/lessons/02-bai-hai.md", "khoa-mau/lessons/02-bai-hai.en.md",
    "khoa-mau/questions/bai-mot.gift", "khoa-mau/course.json",
  ])
  func `the digest of a course changes with any of its files`(path: String) throws {
    let before = try read().1["khoa-mau"]?.digest
    var text = SmallCourse.files[path] ?? ""
    text = path.hasSuffix(".gift") ? text.replacing("sai hai", with: "sai ba") : text + "\n "
    #expect(try read([path: text]).1["khoa-mau"]?.digest != before)
  }

  static let mistakes: [(String, String?, String)] = [
    (
      "khoa-mau/lessons/01-bai-mot.md", nil,
      "khoa-mau/lessons/01-bai-mot.md:1:1: This file cannot be read"
    ),
    (
      "khoa-mau/lessons/02-bai-hai.en.md", nil,
      "khoa-mau/lessons/02-bai-hai.en.md:1:1: This file cannot"
    ),
    (
      "khoa-mau/questions/kiem-tra.gift", nil,
      "khoa-mau/questions/kiem-tra.gift:1:1: This file cannot"
    ),
    ("law/facts.json", nil, "law/facts.json:1:1: This file cannot be read"),
    ("law/facts.json", "{", "law/facts.json:1:2: The text ends too early"),
    (
      "khoa-mau/course.json", SmallCourse.course().replacing("\"khoa-mau\"", with: "\"khoa-khac\""),
      "khoa-mau/course.json:1:1: \"slug\" is “khoa-khac”"
    ),
    (
      "khoa-mau/course.json",
      SmallCourse.course().replacing("lessons/01", with: "../lessons/01"),
      "khoa-mau/course.json:11:38: The path must stay inside"
    ),
    (
      "khoa-mau/course.json",
      SmallCourse.course().replacing("lessons/01", with: "../\u{301}lessons/01"),
      "khoa-mau/course.json:11:38: The path must stay inside"
    ),
    (
      "khoa-mau/course.json", SmallCourse.course().replacing("lessons/01", with: "/lessons/01"),
      "khoa-mau/course.json:11:38: The path must stay inside"
    ),
    (
      "khoa-mau/course.json", SmallCourse.course(audience: "parents"),
      "khoa-mau/course.json:2:56: There is no name “parents”"
    ),
    (
      "khoa-mau/course.json", SmallCourse.course(draw: 5),
      "khoa-mau/questions/kiem-tra.gift:1:1: The test draws 5 questions but the bank has 4."
    ),
    (
      "khoa-mau/course.json", SmallCourse.course(draw: 3),
      "khoa-mau/course.json:22:44: A scale of 10 cannot be shared out evenly over 3"
    ),
    (
      "khoa-mau/course.json", SmallCourse.course(passMark: "11"),
      "khoa-mau/course.json:22:62: The pass mark 11 is above the scale 10."
    ),
    (
      "khoa-mau/course.json", SmallCourse.course(scale: "0"),
      "khoa-mau/course.json:22:44: Points are written in quotes and above 0"
    ),
    (
      "khoa-mau/course.json", SmallCourse.course().replacing("\"bai-hai\"", with: "\"bai-mot\""),
      "khoa-mau/course.json:6:14: The slug “bai-mot” occurs twice"
    ),
    (
      "khoa-mau/course.json",
      SmallCourse.course().replacing(
        "\"minutes\": 20, \"laws\": []", with: "\"minutes\": 0, \"laws\": []"),
      "khoa-mau/course.json:17:72: 0 is outside the allowed range 1 … 300."
    ),
    (
      "khoa-mau/course.json", SmallCourse.course().replacing("\"version\"", with: "\"verzion\""),
      "khoa-mau/course.json:1:1: The key “version” is missing"
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake is reported where it stands`(path: String, text: String?, expected: String) throws
  {
    let found = try issues([path: text])
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func `all files are read before anything is said`() throws {
    let found = try issues([
      "khoa-mau/lessons/01-bai-mot.md": nil, "khoa-mau/questions/kiem-tra.gift": "x {",
      "law/facts.json": "[]",
    ])
    #expect(Set(found.map { String($0.prefix { $0 != ":" }) }).count >= 3, "\(found)")
  }

  // MARK: Law registry

  private func laws(_ text: String) throws(SourceIssues) -> [LawFact] {
    try LawRegistry.read(Array(text.utf8), file: "facts.json")
  }

  @Test func `a law is in force from the first midnight to the last in Viet Nam`() throws {
    let facts = try laws(SmallCourse.facts)
    let old = try #require(facts.last)
    let end = try #require(Instant(iso8601: "2026-07-01T00:00+07:00"))
    #expect(old.isInForce(at: end + Span(milliseconds: -1)) && !old.isInForce(at: end))
    let new = try #require(facts.first)
    #expect(!new.isInForce(at: end + Span(milliseconds: -1)) && new.isInForce(at: end))
    #expect(old.replacedBy == ["L-001"])
  }

  @Test(arguments: [
    ("\"id\": \"L-002\"", "\"id\": \"L-001\"", "appears twice"),
    ("\"2019-01-01\"", "\"2019-02-30\"", "year-month-day"),
    ("\"2019-01-01\"", "\"01/01/2019\"", "year-month-day"),
    ("\"2019-01-01\"", "2019", "text in double quotes"),
    ("\"confidence\": \"A\"", "\"confidence\": \"D\"", "no name “D”"),
    ("\"replacedBy\": []", "\"clauseRead\": \"28/11/2026\"", "year-month-day"),
    ("\"replacedBy\": []", "\"conditions\": { \"vi\": \"Phải cố ý.\" }", "The key “en” is missing"),
    ("\"replacedBy\": []", "\"doNotSay\": { \"vi\": \"Sai\", \"en\": \" \" }", "“en” is empty"),
    ("\"replacedBy\": []", "\"condition\": {}", "condition"),
    ("\"source\"", "\"sorce\"", "The key “source” is missing"),
  ])
  func `a mistake in the registry is found where it stands`(old: String, new: String, says: String)
  {
    let issues = #expect(throws: SourceIssues.self) {
      try laws(SmallCourse.facts.replacing(old, with: new))
    }
    #expect(issues?.issues.contains { $0.message.english.contains(says) } == true)
    #expect(issues?.issues.allSatisfy { $0.text(.english).hasPrefix("facts.json:") } == true)
  }

  @Test func `conditions, what not to say and the day of reading come with a fact`() throws {
    let facts = try laws(
      SmallCourse.facts.replacing(
        "\"replacedBy\": []",
        with: """
          "conditions": { "vi": "Phải cố ý.", "en": "On purpose." },
          "doNotSay": { "vi": "Luôn luôn.", "en": "Always." }, "clauseRead": "2026-11-28"
          """))
    let fact = try #require(facts.first)
    #expect(fact.conditions?.vietnamese == "Phải cố ý." && fact.doNotSay?.english == "Always.")
    #expect(fact.clauseRead == Instant(iso8601: "2026-11-28T00:00+07:00"))
    #expect(facts.last?.conditions == nil && facts.last?.clauseRead == nil)
  }

  @Test(arguments: [
    (LawFact.Confidence.lawText, false, true), (.lawText, true, true),
    (.reliableSource, false, false), (.reliableSource, true, true),
    (.uncertain, false, false), (.uncertain, true, false),
  ])
  func `contest questions rest on A, or on B with the clause read`(
    confidence: LawFact.Confidence, wasRead: Bool, carries: Bool
  ) {
    let fact = LawFact(
      id: "L-001", statement: Given.text("Câu"), source: Given.text("Nguồn"), inForceFrom: nil,
      inForceUntil: nil, replacedBy: [], confidence: confidence,
      clauseRead: wasRead ? Instant(milliseconds: 0) : nil)
    #expect(fact.carriesContestQuestion == carries)
    #expect(fact.isTeachable == (confidence != .uncertain))
  }
}
