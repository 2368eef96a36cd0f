import Testing

@testable import QuizEngine

@Suite struct ConditionReviewTests {
  /// `lesson:fact words/needed` for each statement listed of the small course with these changes.
  private func list(_ changes: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder()
    let facts = SmallCourse.facts.replacing(
      "\"inForceFrom\": \"2026-07-01\"",
      with: """
        "conditions": { "vi": "phải cố ý và gây thiệt hại", "en": "on purpose" },
        "inForceFrom": "2026-07-01"
        """)
    let bare = "# Bài một\n\nĐọc.\n"
    let files = SmallCourse.files.mapValues { $0.replacing("[tag:law:L-001] ", with: "") }
      .merging([
        "law/facts.json": facts, "khoa-mau/lessons/01-bai-mot.md": bare,
        "khoa-mau/lessons/01-bai-mot.en.md": bare,
      ]) { _, new in new }
    try folder.write(files.merging(changes) { _, new in new })
    return try ConditionReview.list(Catalogue.read(root: folder.path)).map {
      let file = $0.location.file.replacing("khoa-mau/", with: "")
      return "\(file):\($0.location.line) \($0.fact) \($0.words)/\($0.needed)"
    }
  }

  private static let lesson = "lessons/02-bai-hai.md"

  @Test(arguments: [
    ("Bị cấm. [L-001](law:L-001)", ["2/7"]),
    ("Bị cấm khi cố ý – gây thiệt hại. [L-001](law:L-001)", []),
    ("Bị cấm nếu cố ý mà hại. [L-001](law:L-001)", []),
    ("**Bị cấm** khi *cố ý*. [L-001](law:L-001)", ["5/7"]),
    ("- Bị cấm. [L-001](law:L-001)\n- Hỏi người lớn em tin cậy nhé.", ["2/7"]),
    ("Một hai ba bốn năm sáu bảy. [L-001](law:L-001) Bị cấm. [L-001](law:L-001)", ["2/7"]),
    ("Một hai ba bốn năm sáu bảy. [L-002](law:L-002) [L-001](law:L-001)", []),
    ("Cấm theo [Điều 7 của luật](law:L-001)", ["6/7"]),
    ("Bị cấm. [L-002](law:L-002)", []), ("Bị cấm.", []), ("# Bị cấm [L-001](law:L-001)", []),
  ])
  func `a statement with fewer words than the condition is listed`(
    text: String, expected: [String]
  ) throws {
    let found = try list(["khoa-mau/" + Self.lesson: text])
    #expect(found == expected.map { "\(Self.lesson):1 L-001 \($0)" })
  }

  @Test func `an English file is measured by the English condition`() throws {
    let file = "khoa-mau/lessons/02-bai-hai.en.md"
    #expect(try list([file: "It is banned. [L-001](law:L-001)"]) == [])
    #expect(
      try list([file: "Banned. [L-001](law:L-001)"]) == ["lessons/02-bai-hai.en.md:1 L-001 1/2"])
  }

  @Test func `of a question the prompt and the explanation count`() throws {
    let short = """
      // [id:cau-a] [tag:law:L-001]
      ::A::Bị cấm? {
      =đúng
      ~sai một hai ba bốn năm
      ####Đúng thế.
      }
      """
    let file = "khoa-mau/questions/them.gift"
    #expect(try list([file: short]) == ["questions/them.gift:2 L-001 4/7"])
    #expect(try list([file: short.replacing("Đúng thế", with: "Nếu cố ý gây hại")]) == [])
  }

  @Test func `a warning fails no check`() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallCourse.files)
    let catalogue = try Catalogue.read(root: folder.path)
    #expect(try ConditionReview.list(catalogue) == [])
    #expect(try CourseCheck.check(catalogue, on: CourseCheckTests.midnight("2026-11-21")) == [])
  }
}
