import Foundation
import QuizEngine
import Testing

/// Reads the workbooks that lie beside the checkout: of openpyxl, of LibreOffice and by hand.
@Suite struct WorkbookSampleTests {
  private static let folder: URL? = {
    var place = URL(filePath: #filePath)
    while place.path(percentEncoded: false) != "/" {
      place = place.deletingLastPathComponent()
      let samples = place.appending(path: "shared/samples/xlsx")
      if FileManager.default.fileExists(atPath: samples.path(percentEncoded: false)) {
        return samples
      }
    }
    return nil
  }()

  private static let isOnCI = ProcessInfo.processInfo.environment["CI"] == "true"

  @Test(
    .enabled(
      if: folder != nil || isOnCI,
      "shared/samples/xlsx is not above this checkout: nothing compared"
    ))
  func `every text of the expected questions stands in a cell`() throws {
    let folder = try #require(
      Self.folder, "shared/samples/xlsx is missing, which CI does not allow")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "xlsx" }.sorted { $0.path < $1.path }
    #expect(files.count >= 7)
    for file in files {
      let name = file.lastPathComponent
      let book = try Workbook.read([UInt8](try Data(contentsOf: file)), file: name)
      let cells = Set(
        book.sheets.flatMap(\.text.rows).flatMap(\.cells).map { Self.spaced($0.text) })
      #expect(!cells.isEmpty, "\(name)")
      let expected = try JSON(
        [UInt8](
          Data(contentsOf: file.deletingPathExtension().appendingPathExtension("expected.json"))))
      for question in expected.object?["questions"]?.array ?? [] {
        let prompt = Self.spaced(question.object?["prompt_text"]?.string ?? "")
        #expect(cells.contains { $0.contains(prompt) }, "\(name): \(prompt)")
        for option in question.object?["options"]?.array ?? [] {
          let text = Self.spaced(option.object?["text"]?.string ?? "")
          #expect(cells.contains { $0.contains(text) } || Self.isDay(text), "\(name): \(text)")
        }
      }
    }
  }

  /// Days come as ISO 8601, whatever the cell's format.
  private static func isDay(_ text: String) -> Bool {
    text.count == 10 && text.filter { $0 == "/" }.count == 2
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
