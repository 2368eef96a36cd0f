import Testing

@Suite struct ManifestTests {
  static let manifest = SourceFile("Package.swift")
  static let text = manifest.lines.joined(separator: "\n")

  @Test func `the manifest names no package of others`() {
    for (index, line) in Self.manifest.lines.enumerated() {
      for word in [".package(", ".product(", "https://", "git@"] where line.contains(word) {
        Issue.record("\(Self.manifest.place(index, word))")
      }
    }
  }

  @Test(arguments: [
    "QuizEngine", "TrainingServer", "trainctl", "CSQLite", "QuizEngineTests",
    "TrainingServerTests", "TrainctlTests", "ArchitectureTests",
  ])
  func `the manifest has every target`(name: String) {
    #expect(
      Self.text.contains("arget(name: \"\(name)\"")
        || Self.text.contains("rary(name: \"\(name)\"") || Self.text.contains("name: \"\(name)\""))
  }

  @Test(arguments: [
    "treatAllWarnings(as: .error)", "swiftLanguageMode(.v6)", "\"ExistentialAny\"",
    "\"InternalImportsByDefault\"", "\"MemberImportVisibility\"",
  ])
  func `the compiler is as strict as it can be`(setting: String) {
    #expect(Self.text.contains(setting))
  }

  @Test func `the top of the sources is the owner's`() {
    let folders = Set(SourceTree.files(below: "Sources").map { $0.split(separator: "/")[1] })
    #expect(folders == ["QuizEngine", "TrainingServer", "trainctl", "CSQLite"])
  }

  @Test func `every Swift file ends with a line break and holds no tab`() {
    for file in SourceTree.all {
      #expect(file.lines.last == "", "\(file.path)")
      for (index, line) in file.lines.enumerated() where line.contains("\t") {
        Issue.record("\(file.place(index, "a tab"))")
      }
    }
  }
}
