import Testing

@testable import QuizEngine

/// What the courses that the product ships say of the law.
@Suite struct PublishedLawTests {
  /// Versions that were published once and are wrong, in words that no file may use again.
  static let wrong = [
    // L-054: possible harm is enough.
    "thiệt hại nghiêm trọng", "hậu quả nghiêm trọng", "may cause serious harm",
    // L-073: article 11 has no public apology among its remedies.
    "cải chính, xin lỗi công khai", "corrected, with a public apology",
    // L-028: not in article 35.
    "làm chủ hành vi", "in controlling their acts",
    // L-027: a subject only from upper-secondary school on.
    "được dạy trong môn Giáo dục quốc phòng", "is taught in the subject National Defence",
    "is taught in National Defence",
    // L-040: the duty is a deployer's.
    "Người đăng nội dung AI", "Whoever posts AI content",
    // L-099: a crime or a depraved life.
    "ép buộc người dưới 18 tuổi phạm pháp", "a person under 18 to break the law",
    // L-086: an apology is no sanction.
    "xin lỗi vẫn cần làm", "saying sorry still need to be done",
    // L-185: private pictures are no evidence to keep.
    "Chụp màn hình để giữ bằng chứng", "Take screenshots to keep the evidence",
  ]

  private static func texts() throws -> [(file: String, text: String)] {
    let catalogue = try Catalogue.read(root: Repository.courses)
    let files = SourceFiles(root: Repository.courses)
    return try CitingFiles.all(of: catalogue, in: files).map {
      ($0, String(decoding: try files.bytes($0), as: UTF8.self))
    }
  }

  @Test func `no lesson, question or help page states a version known to be wrong`() throws {
    let texts = try Self.texts()
    #expect(texts.count > 20)
    for (file, text) in texts {
      for phrase in Self.wrong where text.contains(phrase) {
        Issue.record("\(file) says “\(phrase)”")
      }
    }
  }

  @Test func `whoever is told to keep evidence is told not to copy private pictures`() throws {
    for (file, text) in try Self.texts() where file.hasSuffix(".md") {
      let keeps = ["hụp màn hình", "ảnh chụp màn hình", "creenshot"]
      guard keeps.contains(where: text.contains) else { continue }
      let warns = ["ảnh riêng tư", "private photo"].contains(where: text.contains)
      // Lesson 1 for teachers speaks of a picture that a parent sent in.
      #expect(warns || file.contains("/01-luat-an-ninh-mang-2025"), "\(file)")
    }
  }

  @Test func `facts about clauses that were read carry the day, uncertain ones are not cited`()
    throws
  {
    let catalogue = try Catalogue.read(root: Repository.courses)
    let facts = catalogue.laws
    for number in 174...210 {
      #expect(facts["L-\(number)"] != nil, "L-\(number) is missing")
    }
    for (id, grade) in [
      ("L-044", LawFact.Confidence.lawText), ("L-054", .lawText), ("L-084", .reliableSource),
      ("L-103", .reliableSource), ("L-126", .reliableSource), ("L-138", .uncertain),
    ] {
      #expect(facts[id]?.confidence == grade, "\(id)")
    }
    #expect(facts.values.filter { $0.clauseRead != nil }.count > 140)
    #expect(facts["L-073"]?.conditions?.vietnamese.contains("môi trường thông tin mạng") == true)
    #expect(facts["L-185"]?.doNotSay != nil)
  }
}
