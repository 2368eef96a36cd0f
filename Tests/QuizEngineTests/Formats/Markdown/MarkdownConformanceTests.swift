import Foundation
import Testing

@testable import QuizEngine

/// The examples of the CommonMark specification, which lie beside the repository.
@Suite struct MarkdownConformanceTests {
  @Test(.enabled(if: SpecificationExamples.isExpected, SpecificationExamples.absence))
  func `every example of the specification renders as it says`() throws {
    let file = try #require(SpecificationExamples.file, SpecificationExamples.absence)
    let examples = try JSONDecoder().decode(
      [SpecificationExample].self, from: Data(contentsOf: file))
    var passed = 0
    for example in examples {
      let html = MarkdownDocument(example.markdown).html(.specification).text
      if html == example.html { passed += 1 }
      #expect(html == example.html, "example \(example.example), \(example.section)")
    }
    FileHandle.standardError.write(
      Data("CommonMark 0.31.2: \(passed) of \(examples.count) examples\n".utf8))
    #expect(passed >= 655)
  }
}

private struct SpecificationExample: Decodable {
  let markdown: String
  let html: String
  let example: Int
  let section: String
}

private enum SpecificationExamples {
  static let absence: Comment =
    "shared/samples/commonmark-0.31.2-examples.json is in no folder above the repository"

  /// The file, sought in every folder above this one.
  static let file: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let file = folder.appending(path: "shared/samples/commonmark-0.31.2-examples.json")
      if FileManager.default.fileExists(atPath: file.path) { return file }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  /// A machine that checks changes must have the examples; elsewhere the test is skipped.
  static let isExpected = file != nil || ProcessInfo.processInfo.environment["CI"] == "true"
}
