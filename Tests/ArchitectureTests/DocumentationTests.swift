import Testing

/// The linter does not look at `package`; this does.
@Suite struct DocumentationTests {
  static let kinds: Set = [
    "func", "struct", "class", "enum", "protocol", "actor", "subscript", "static",
  ]

  @Test func `what other targets use is documented`() {
    for file in SourceTree.sources {
      for (index, line) in file.code.enumerated() {
        let trimmed = line.drop(while: \.isWhitespace)
        guard trimmed.hasPrefix("package "), !isDocumented(file, index) else { continue }
        let parts = words(of: String(trimmed))
        guard let kind = parts.dropFirst().first(where: Self.kinds.contains),
          !explainsItself(kind, parts, line), !file.isOneThought(at: index)
        else { continue }
        Issue.record("\(file.place(index, "no docstring: \(trimmed.prefix(60))"))")
      }
    }
  }

  /// Operators, constants, and what a protocol of the standard library asks for.
  private func explainsItself(_ kind: String, _ parts: [String], _ line: String) -> Bool {
    guard parts.contains("func") else { return kind == "static" }
    return ["func <", "func +", "func -", "func =="].contains(where: line.contains)
      || parts.contains("hash")
  }

  private func isDocumented(_ file: SourceFile, _ index: Int) -> Bool {
    var above = index - 1
    while above >= 0 {
      let line = file.lines[above].drop(while: \.isWhitespace)
      if line.hasPrefix("///") { return true }
      guard line.hasPrefix("@") else { return false }
      above -= 1
    }
    return false
  }
}

extension SourceFile {
  /// Whether a function is its signature and a single expression, at most four lines in all.
  func isOneThought(at index: Int) -> Bool {
    guard words(of: code[index]).contains(where: { ["func", "subscript"].contains($0) }) else {
      return false
    }
    var depth = 0
    for line in code[index..<min(code.count, index + 4)] {
      depth += line.count { $0 == "{" } - line.count { $0 == "}" }
      if depth == 0 && line.contains("}") { return true }
    }
    return false
  }
}
