import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

struct GoldenPageTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden/pages")

  @Test(arguments: Sample.all)
  func `a page is what its golden file says`(_ sample: Sample) throws {
    let file = Self.folder.appendingPathComponent(sample.name + ".html")
    // Names of assets change with every edit of style or program; the pages do not.
    let page = Assets.all.reduce(sample.page.text) { page, asset in
      let parts = asset.name.split(whereSeparator: { $0 == "-" || $0 == "." })
      return page.replacing(asset.route.path, with: "/assets/\(parts[0]).\(parts[2])")
    }
    if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
  }

  @Test(arguments: Sample.all)
  func `a page is well formed, labelled and free of inline programs`(_ sample: Sample) {
    #expect(HTMLChecker(sample.page.text).faults == [])
  }

  @Test func `no golden file is left without its page`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let names = Set(Sample.all.map { $0.name + ".html" })
    #expect(names.count == Sample.all.count)
    #expect(Set(files) == names)
  }
}

extension Sample: CustomTestStringConvertible {
  var testDescription: String { name }
}
