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
          !explainsItself(kind, parts, file, index)
        else { continue }
        Issue.record("\(file.place(index, "no docstring: \(trimmed.prefix(60))"))")
      }
    }
  }

  /// Constants, operators, and functions whose whole name and labels say what they do.
  private func explainsItself(
    _ kind: String, _ parts: [String], _ file: SourceFile, _ index: Int
  ) -> Bool {
    if parts.contains("func") {
      let name = parts[(parts.firstIndex(of: "func") ?? 0) + 1..<parts.count].first ?? ""
      let isOperator =
        !(name.first?.isLetter ?? false) || file.code[index].contains("func <")
        || file.code[index].contains("func +") || file.code[index].contains("func -")
        || file.code[index].contains("func ==")
      return isOperator || name == "hash" || name.count >= 4 && file.isShort(at: index)
    }
    if kind == "static" { return true }
    // A nested value of one obvious field or two, inside a documented type.
    return file.code[index].hasPrefix("  ") && file.isShort(at: index)
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
  /// Whether the declaration ends within ten lines.
  func isShort(at index: Int) -> Bool {
    var depth = 0
    for offset in 0..<12 where code.indices.contains(index + offset) {
      for character in code[index + offset] {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
      }
      if depth <= 0 && code[index + offset].contains("}") { return true }
    }
    return false
  }
}
