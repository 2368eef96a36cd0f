import Testing

@testable import QuizEngine

@Suite struct CourseCheckTests {
  static func midnight(_ day: String) throws -> Instant {
    try #require(Instant(iso8601: day + "T00:00+07:00"))
  }

  /// What the check says of the small course with these changes, without the folder's own path.
  private func check(
    _ changes: [String: String] = [:], on day: String = "2026-11-21"
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(SmallCourse.files.merging(changes) { _, new in new })
    let catalogue = try Catalogue.read(root: folder.path)
    return try CourseCheck.check(catalogue, on: Self.midnight(day))
      .map { $0.text(.english).replacing(folder.path + "/", with: "") }
  }

  private let lesson = "khoa-mau/lessons/02-bai-hai.md"

  @Test func `the small course is clean on its day`() throws {
    #expect(try check() == [])
  }

  @Test func `a law cited before it is in force is found everywhere it is cited`() throws {
    let found = try check(on: "2026-06-30")
    #expect(found.allSatisfy { $0.hasSuffix("L-001 is not yet in force on this day.") })
    #expect(found.contains { $0.hasPrefix("khoa-mau/lessons/01-bai-mot.md:3:8:") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("khoa-mau/lessons/01-bai-mot.en.md:3:") })
    #expect(found.contains { $0.hasPrefix("khoa-mau/questions/ngan-hang.gift:") })
    #expect(found.contains { $0.hasPrefix("khoa-mau/course.json:") })
    #expect(try check(on: "2026-07-01") == [])
  }

  @Test func `a law out of date is found from the day after its last, with what replaced it`()
    throws
  {
    let changes = [lesson: "# Bài hai\n\nXem [L-002](law:L-002).\n"]
    #expect(
      try check(changes, on: "2026-07-01")
        == ["\(lesson):3:5: L-002 is no longer in force on this day → L-001."])
    let before = try check(changes, on: "2026-06-30")
    #expect(!before.contains { $0.contains("L-002") })
  }

  @Test func `a law that the registry lacks is found`() throws {
    #expect(
      try check([lesson: "# Bài hai\n\nXem [L-999](law:L-999).\n"])
        == ["\(lesson):3:5: L-999 is not in the law registry Courses/law/facts.json."])
  }

  @Test(arguments: [
    ("Luật An ninh mạng cấm việc này.", true), ("Theo Điều 7, việc này bị cấm.", true),
    ("Theo khoản 2 thì không được.", true), ("Under Article 7 this is banned.", true),
    ("Nghị định mới quy định mức phạt.", true), ("Điều này rất hay.", false),
    ("Điều quan trọng là hỏi người lớn.", false), ("`Điều 7` trong mã.", true),
    ("Điều 7 [L-001](law:L-001) cấm.", false),
    ("Luật An ninh mạng [L-001](law:L-001) và Điều 9.", false),
    ("Xem [L-001](https://example.vn): Điều 7.", true),
  ])
  func `law without a citation is found, plain words are not`(text: String, isFound: Bool) throws {
    let found = try check([lesson: "# Bài hai\n\nMở đầu.\n\n\(text)\n"])
    let expected = "\(lesson):5:1: This passage states law without a citation [L-…](law:L-…)."
    #expect(found == (isFound ? [expected] : []))
  }

  @Test func `a passage in a list or a quotation is a passage too`() throws {
    let text = "# Bài\n\n- Điều 7 cấm.\n- Hỏi người lớn.\n\n> Nghị định này mới.\n"
    let found = try check([lesson: text])
    #expect(found.map { $0.split(separator: ":")[1] } == ["3", "6"], "\(found)")
  }

  @Test func `a question that states law needs its tag`() throws {
    let bank = "khoa-mau/questions/ngan-hang.gift"
    let text = SmallCourse.bank(6, prefix: "cau")
      .replacing("// [id:cau-2] [tag:law:L-001]", with: "// [id:cau-2]")
      .replacing("Câu hỏi số 2?", with: "Điều 7 cấm gì?")
    let found = try check([bank: text])
    #expect(found == ["\(bank):10:1: The question states law without a citation [tag:law:…]."])
  }

  /// The registry of the small course with other grades for L-001.
  private func facts(_ grade: String, clauseRead: Bool = false) -> String {
    let read = clauseRead ? ", \"clauseRead\": \"2026-11-01\"" : ""
    return SmallCourse.facts.replacing(
      "\"replacedBy\": [], \"confidence\": \"A\"",
      with: "\"replacedBy\": [], \"confidence\": \"\(grade)\"" + read)
  }

  @Test func `a fact graded C is refused wherever it is cited`() throws {
    let found = try check(["law/facts.json": facts("C"), "law/help.md": "Xem [L-001](law:L-001)."])
    let files = Set(found.map { String($0.prefix { $0 != ":" }) })
    #expect(found.allSatisfy { $0.contains("L-001 is uncertain (grade C)") }, "\(found)")
    #expect(
      files == [
        "khoa-mau/course.json", "khoa-mau/lessons/01-bai-mot.md",
        "khoa-mau/lessons/01-bai-mot.en.md", "law/help.md", "khoa-mau/questions/bai-mot.gift",
        "khoa-mau/questions/bai-mot.en.gift", "khoa-mau/questions/kiem-tra.gift",
        "khoa-mau/questions/kiem-tra.en.gift", "khoa-mau/questions/ngan-hang.gift",
        "khoa-mau/questions/ngan-hang.en.gift",
      ])
    #expect(try check(["law/facts.json": facts("B")]) == [])
  }

  @Test func `the help page is checked like a lesson`() throws {
    #expect(
      try check(["law/help.en.md": "Article 7 bans it.", "law/help.md": "Xem [L-999](law:L-999)."])
        == [
          "law/help.en.md:1:1: This passage states law without a citation [L-…](law:L-…).",
          "law/help.md:1:5: L-999 is not in the law registry Courses/law/facts.json.",
        ])
  }

  @Test(arguments: [
    ("A", false, true), ("A", true, true), ("B", false, false), ("B", true, true),
  ])
  func `a bank that a contest draws from needs a firm basis`(
    grade: String, clauseRead: Bool, isFirm: Bool
  ) throws {
    let sheet = """
      {
        "slug": "thi", "title": { "vi": "Thi", "en": "Contest" },
        "summary": { "vi": "Thử", "en": "Trial" }, "eligibility": { "roles": ["student"] },
        "rounds": [
          {
            "title": { "vi": "Vòng", "en": "Round" },
            "opens": "2026-12-05T08:00:00+07:00", "closes": "2026-12-05T11:00:00+07:00"
          }
        ],
        "paper": { "bank": "khoa-mau/questions/ngan-hang.gift", "draws": [{ "count": 4 }] },
        "attempt": {
          "minutes": 15, "limit": 1, "lateStart": "cut-at-closing", "timeBasis": "last-change"
        },
        "scoring": { "pointsPerItem": "1", "multiple": "partial" },
        "ranking": { "counted": "best", "keys": [{ "key": "score" }] },
        "feedback": { "score": "publication", "answers": "publication" },
        "board": { "reveal": "publication", "top": 50 }
      }
      """
    let found = try check([
      "law/facts.json": facts(grade, clauseRead: clauseRead), "khoa-mau/contests/thi.json": sheet,
    ])
    #expect(found.count == (isFirm ? 0 : 6), "\(found)")
    #expect(
      found.allSatisfy {
        $0.hasPrefix("khoa-mau/questions/ngan-hang.gift:")
          && $0.hasSuffix("B with its clause read.")
      })
  }

  @Test func `raw HTML in a lesson is found`() throws {
    let found = try check([lesson: "# Bài hai\n\nMột <b>từ</b>.\n"])
    #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("\(lesson):3:") }, "\(found)")
  }

  @Test func `a replacement that the registry lacks is found`() throws {
    let facts = SmallCourse.facts.replacing("[\"L-001\"]", with: "[\"L-404\"]")
    #expect(
      try check(["law/facts.json": facts])
        == ["law/facts.json:1:1: L-002 is replaced by L-404, which the registry lacks."])
  }

  /// The courses that the product ships, on a day in the school year of their release.
  @Test func `the published courses read and cite the law of the day`() throws {
    let catalogue = try Catalogue.read(root: Repository.courses)
    #expect(catalogue.courses.count >= 2)
    let issues = try CourseCheck.check(catalogue, on: Self.midnight("2026-11-21"))
    for issue in issues { Issue.record("\(issue.text(.vietnamese))") }
  }

  @Test func `every published contest can be opened with its bank`() throws {
    let files = SourceFiles(root: Repository.courses)
    for course in files.names() {
      for name in files.names(in: "\(course)/contests") where name.hasSuffix(".json") {
        let path = "\(course)/contests/\(name)"
        let sheet = try RuleSheetReader.read(try files.bytes(path), file: files.name(path))
        let bank = try BankReader.read(sheet.blueprint.bank, in: files)
        for seed in 0..<50 { _ = try sheet.blueprint.deal(bank, seed: Seed(UInt64(seed))) }
      }
    }
  }
}
