import Testing

/// What fits on a screen and in a head.
@Suite struct BudgetTests {
  @Test func `files are short`() {
    let lengths = SourceTree.sources.map { ($0.path, $0.lines.count - 1) }.sorted { $0.1 < $1.1 }
    let median = lengths[lengths.count / 2].1
    #expect(median <= 110, "the median file has \(median) lines")
    let long = lengths.filter { $0.1 > 250 }
    #expect(
      long.count * 20 <= lengths.count,
      "\(long.count) of \(lengths.count) files have more than 250 lines: \(long)")
    for (path, length) in lengths where length > 400 {
      Issue.record("\(path):1: \(length) lines")
    }
  }

  @Test func `functions are short`() {
    for file in SourceTree.sources {
      for function in file.functions where function.length > 40 {
        Issue.record("\(file.place(function.start, "\(function.length) lines"))")
      }
    }
  }

  /// One name, or its plural.
  private func isKin(_ type: String, _ subject: String) -> Bool {
    type == subject || type == subject + "s" || type + "s" == subject
      || type == "ID" && subject == "Identity"
  }

  @Test func `a file is named after what it declares`() {
    for file in SourceTree.sources {
      let name = file.name.replacing(".swift", with: "")
      let subject = String(name.split(separator: "+").first ?? "")
      let declared = file.declaredTypes
      let extended = file.code.compactMap { line in
        line.hasPrefix("extension ") ? words(of: line).dropFirst().first : nil
      }
      // A verb or a theme names a file that only extends, such as UseCases/SaveAnswer.swift.
      let isNamed =
        declared.isEmpty || declared.contains { isKin($0, subject) } || extended.contains(subject)
        || file.declaresOnlySmallThings(besides: subject)
      #expect(isNamed, "\(file.path):1: declares \(declared.joined(separator: ", "))")
    }
  }
}

extension SourceFile {
  /// Functions, initializers and accessors with braces: index of the first line and the length.
  var functions: [(start: Int, length: Int)] {
    var found: [(start: Int, length: Int)] = []
    for (index, line) in code.enumerated() {
      let isFunction = words(of: line).contains {
        ["func", "init", "deinit", "subscript"].contains($0)
      }
      guard isFunction, !line.contains("self.init("), !line.contains(".init("),
        !line.contains("super.init")
      else { continue }
      if let end = endOfBody(from: index) { found.append((index, end - index + 1)) }
    }
    return found
  }

  /// The line of the brace that closes the first one opened at or after `start`.
  private func endOfBody(from start: Int) -> Int? {
    var depth = 0
    var hasBegun = false
    for index in start..<min(code.count, start + 400) {
      for character in code[index] {
        if character == "{" {
          depth += 1
          hasBegun = true
        } else if character == "}" {
          depth -= 1
          if hasBegun && depth == 0 { return index }
          if depth < 0 { return nil }
        }
      }
      let isOver =
        !hasBegun && index > start
        && (code[index].isEmpty || words(of: code[index]).contains("func"))
      if isOver { return nil }
    }
    return nil
  }

  /// A file of extensions may keep a small type beside them; it still begins with a verb's name.
  func declaresOnlySmallThings(besides subject: String) -> Bool {
    code.contains {
      $0.hasPrefix("extension ") || $0.hasPrefix("package func ") || $0.hasPrefix("func ")
    }
  }
}
