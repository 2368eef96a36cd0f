import Testing

/// SECURITY.md says nothing that is not there.
@Suite struct SecurityDocumentTests {
  private let lines = SourceTree.text("SECURITY.md").split(separator: "\n").map(String.init)

  @Test func `every file that it names exists`() {
    let names = Set(SourceTree.all.map(\.name))
    let named = lines.flatMap { parts(of: $0, between: "`", "`") }
      .filter { $0.hasSuffix(".swift") }
    #expect(named.count >= 20)
    for name in named { #expect(names.contains(name), "there is no \(name)") }
  }

  @Test func `every test that it names exists`() {
    let tests = Set(
      SourceTree.all.flatMap(\.lines).filter { $0.contains("func `") }
        .flatMap { parts(of: $0, between: "`", "`") })
    let table = lines.filter { $0.hasPrefix("|") }
    let named = table.flatMap { parts(of: $0, between: "“", "”") }
    #expect(named.count >= 50)
    for name in named { #expect(tests.contains(name), "there is no test “\(name)”") }
  }

  @Test func `every chapter of the standard has its row`() {
    for chapter in 1...17 {
      #expect(lines.contains { $0.hasPrefix("| **V\(chapter)** ") }, "V\(chapter)")
    }
  }

  private func parts(of line: String, between open: Character, _ close: Character) -> [String] {
    var parts: [String] = []
    var rest = line[...]
    while let start = rest.firstIndex(of: open) {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: close) else { return parts }
      parts.append(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return parts
  }
}
