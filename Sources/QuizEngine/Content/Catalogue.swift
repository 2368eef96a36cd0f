/// All courses and laws as they were read at one moment; never changes.
package struct Catalogue: Sendable {
  package let courses: [Course]
  package let laws: [String: LawFact]
  /// The page "Cần giúp đỡ?".
  package let help: LocalizedText

  /// Where it was read from; nil for the empty catalogue.
  package let files: SourceFiles?

  private let bySlug: [String: Course]

  package init(
    courses: [Course], laws: [LawFact], help: LocalizedText, files: SourceFiles? = nil
  ) {
    self.files = files
    self.courses = courses
    self.laws = Dictionary(laws.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.help = help
    bySlug = Dictionary(courses.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// No courses at all.
  package static let empty = Catalogue(
    courses: [], laws: [], help: LocalizedText(vi: "", en: ""))

  package subscript(slug: String) -> Course? { bySlug[slug] }

  /// Reads every folder with a `course.json` below `root`, and `law/`.
  ///
  /// - Throws: everything wrong in any file, at once.
  package static func read(root: String) throws(SourceIssues) -> Catalogue {
    let files = SourceFiles(root: root)
    var issues: [SourceIssue] = []
    var courses: [Course] = []
    var laws: [LawFact] = []
    do {
      laws = try LawRegistry.read(
        try files.bytes("law/facts.json"), file: files.name("law/facts.json"))
    } catch {
      issues += error.issues
    }
    for folder in files.names() where files.exists(folder + "/course.json") {
      do { courses.append(try CourseReader.read(folder, in: files)) } catch {
        issues += error.issues
      }
    }
    guard issues.isEmpty else { throw SourceIssues(issues) }
    return Catalogue(courses: courses, laws: laws, help: help(files), files: files)
  }

  private static func help(_ files: SourceFiles) -> LocalizedText {
    // Without a help page the site still shows the numbers to call.
    let vietnamese = (try? files.bytes("law/help.md")) ?? []
    let english = (try? files.bytes("law/help.en.md")) ?? []
    return LocalizedText(
      vi: String(decoding: vietnamese, as: UTF8.self), en: String(decoding: english, as: UTF8.self))
  }
}
