/// The files in which content states law.
enum CitingFiles {
  /// Lessons and question banks of all courses in both languages, and the help page.
  static func all(of catalogue: Catalogue, in files: SourceFiles) -> [String] {
    let courses = catalogue.courses.flatMap { course in
      ["lessons", "questions"].flatMap { folder in
        files.names(in: "\(course.slug)/\(folder)")
          .filter { $0.hasSuffix(".md") || $0.hasSuffix(".gift") }
          .map { "\(course.slug)/\(folder)/\($0)" }
      }
    }
    return courses + ["law/help.md", "law/help.en.md"].filter(files.exists)
  }

  /// The question files that rule sheets of this course draw from.
  static func contestBanks(
    of course: String, in files: SourceFiles
  ) throws(SourceIssues) -> [String] {
    var banks: [String] = []
    for name in files.names(in: "\(course)/contests") where name.hasSuffix(".json") {
      let path = "\(course)/contests/\(name)"
      let sheet = try RuleSheetReader.read(try files.bytes(path), file: files.name(path))
      let bank = sheet.blueprint.bank
      if !banks.contains(bank), files.exists(bank) { banks.append(bank) }
    }
    return banks
  }
}

extension GIFTQuestion {
  /// The facts that `[tag:law:…]` names.
  var citedLaws: [String] {
    tags.filter { $0.utf8.starts(with: "law:".utf8) }.map { String($0.dropFirst(4)) }
  }
}

extension SourceIssue {
  /// Sorted by file, line and column.
  static func inOrderOfFiles(_ issues: [SourceIssue]) -> [SourceIssue] {
    issues.sorted {
      ($0.location.file, $0.location.line, $0.location.column)
        < ($1.location.file, $1.location.line, $1.location.column)
    }
  }
}
