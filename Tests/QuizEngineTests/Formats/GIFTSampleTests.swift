import Foundation
import QuizEngine
import Testing

/// Compares our reading with that of GIFT-grammar-PEG.js on samples that lie beside the checkout.
@Suite struct GIFTSampleTests {
  private static let folder: URL? = {
    var place = URL(filePath: #filePath)
    while place.path(percentEncoded: false) != "/" {
      place = place.deletingLastPathComponent()
      let samples = place.appending(path: "shared/samples/gift")
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
      "shared/samples/gift is not above this checkout: nothing compared"
    ))
  func `our reading of every sample is that of the independent grammar`() throws {
    let folder = try #require(
      Self.folder, "shared/samples/gift is missing, which CI does not allow")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "gift" }.sorted { $0.path < $1.path }
    #expect(!files.isEmpty)
    for file in files {
      let expected = try JSON(
        [UInt8](Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json"))))
      let read = GIFTParser.read([UInt8](try Data(contentsOf: file)), file: file.lastPathComponent)
      let name = file.lastPathComponent
      #expect(read.syntaxIssues.isEmpty, "\(name)")
      let items = try #require(expected.array)
      #expect(read.entries.count == items.count, "\(name)")
      for (index, (entry, item)) in zip(read.entries, items).enumerated() {
        let ours = GIFTSample(entry)
        let theirs = GIFTSample(item)
        #expect(ours == theirs, "\(name), entry \(index + 1)")
      }
    }
  }
}
