import Foundation
import QuizEngine
import Testing

/// Help as people read it, compared with what was reviewed.
///
/// `UPDATE_GOLDEN=1 swift test --filter HelpTests` writes the files anew.
@Suite struct HelpTests {
  static let pages = ["program"] + OperationCatalogue.nouns

  @Test(arguments: pages, ["vi", "en"])
  func `help says what was reviewed`(page: String, language: String) throws {
    let trainctl = try Trainctl()
    var text = ""
    for command in Self.commands(of: page) {
      let run = try trainctl.run(command + ["--help", "--lang", language])
      #expect(run.status == 0 && run.error.isEmpty)
      text += "$ trainctl " + (command + ["--help"]).joined(separator: " ") + "\n\(run.out)\n"
    }
    let path = Trainctl.root + "/Tests/Golden/help/\(page).\(language).txt"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    let golden = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    #expect(text == golden, "see \(path)")
  }

  @Test func `help fits a terminal, except for long lists of choices`() throws {
    let trainctl = try Trainctl()
    let lines = try trainctl("--help").out.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `help is found every way people ask for it`() throws {
    let trainctl = try Trainctl()
    let wanted = try trainctl("unit", "add", "--help").out
    #expect(try trainctl("help", "unit", "add").out == wanted)
    #expect(try trainctl("unit", "add", "-h").out == wanted)
    #expect(try trainctl("unit", "add", "a-b-c", "--kind", "school", "--help").out == wanted)
    #expect(try trainctl("help").out == trainctl("--help").out)
    #expect(try trainctl("unit", "--help").out == trainctl("help", "unit").out)
  }

  private static func commands(of page: String) -> [[String]] {
    guard page != "program" else { return [[]] }
    return [[page]] + OperationCatalogue.specs(of: page).map { [page, $0.verb] }
  }
}
