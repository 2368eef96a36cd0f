/// Finds law that content cites wrongly on a given day: unknown, uncertain, out of date, not yet in
/// force, or stated without a citation; and contest questions without a firm basis.
package struct CourseCheck {
  private let laws: [String: LawFact]
  private let day: Instant
  private var issues: [SourceIssue] = []

  /// Everything wrong with the citations of all courses on `day`, in the order of the files.
  ///
  /// Files that cannot be read at all are thrown as `SourceIssues` by `Catalogue.read` before.
  package static func check(_ catalogue: Catalogue, on day: Instant) throws(SourceIssues)
    -> [SourceIssue]
  {
    guard let files = catalogue.files else { return [] }
    var check = CourseCheck(laws: catalogue.laws, day: day)
    for fact in catalogue.laws.values { check.checkReplacements(fact, files) }
    for course in catalogue.courses {
      check.checkOutline(course, files)
      for path in try CitingFiles.contestBanks(of: course.slug, in: files) {
        check.checkContestBank(GIFTParser.read(try files.bytes(path), file: files.name(path)))
      }
    }
    for path in CitingFiles.all(of: catalogue, in: files) {
      let bytes = try files.bytes(path)
      if path.hasSuffix(".gift") {
        check.checkQuestions(GIFTParser.read(bytes, file: files.name(path)))
      } else {
        check.checkLesson(
          MarkdownDocument(String(decoding: bytes, as: UTF8.self)), file: files.name(path))
      }
    }
    return SourceIssue.inOrderOfFiles(check.issues)
  }

  private mutating func checkQuestions(_ file: GIFTFile) {
    for question in file.questions {
      let cited = question.citedLaws
      for id in cited { checkCitation(id, at: question.location) }
      let texts = [question.prompt.text, question.generalFeedback?.text ?? ""]
      if cited.isEmpty, texts.contains(where: LawWords.mentionsLaw) {
        report(
          question.location, "Câu hỏi nêu quy định pháp luật nhưng chưa dẫn nguồn [tag:law:…].",
          "The question states law without a citation [tag:law:…].")
      }
    }
  }

  /// Points and places must not hang on hearsay: one firm basis at least.
  private mutating func checkContestBank(_ file: GIFTFile) {
    for question in file.questions {
      let cited = question.citedLaws.compactMap { laws[$0] }
      guard !cited.isEmpty, !cited.contains(where: \.carriesContestQuestion) else { continue }
      report(
        question.location,
        "Câu hỏi thi phải dựa trên ít nhất một quy định mức A, hoặc mức B đã đọc nguyên văn.",
        "A contest question rests on at least one fact graded A, or B with its clause read.")
    }
  }

  private mutating func checkLesson(_ document: MarkdownDocument, file: String) {
    for html in document.refusedHTML {
      report(
        html.location(in: file), "Không dùng HTML trong bài học; hãy viết bằng Markdown.",
        "HTML is not used in lessons; write Markdown.")
    }
    for link in document.links {
      if case .law(let id) = link.target {
        checkCitation(id, at: link.position.location(in: file))
      }
    }
    for passage in document.passages
    where LawWords.mentionsLaw(passage.text) && !passage.citesLaw {
      report(
        SourceLocation(file: file, line: passage.line, column: 1),
        "Đoạn này nêu quy định pháp luật nhưng chưa dẫn nguồn [L-…](law:L-…).",
        "This passage states law without a citation [L-…](law:L-…).")
    }
  }

  private mutating func checkOutline(_ course: Course, _ files: SourceFiles) {
    let file = files.name(course.slug + "/course.json")
    for lesson in course.lessons {
      for id in lesson.laws {
        checkCitation(id, at: SourceLocation(file: file, line: 1, column: 1))
      }
    }
  }

  private mutating func checkReplacements(_ fact: LawFact, _ files: SourceFiles) {
    for id in fact.replacedBy where laws[id] == nil {
      report(
        SourceLocation(file: files.name("law/facts.json"), line: 1, column: 1),
        "\(fact.id) được thay bằng \(id), nhưng sổ chưa có \(id).",
        "\(fact.id) is replaced by \(id), which the registry lacks.")
    }
  }

  private mutating func checkCitation(_ id: String, at location: SourceLocation) {
    guard let fact = laws[id] else {
      report(
        location, "\(id) không có trong sổ pháp luật Courses/law/facts.json.",
        "\(id) is not in the law registry Courses/law/facts.json.")
      return
    }
    if !fact.isTeachable {
      report(
        location, "\(id) chưa chắc chắn (mức C): không được dạy, không được hỏi.",
        "\(id) is uncertain (grade C): it is neither taught nor asked.")
    }
    if let until = fact.inForceUntil, until <= day {
      let replacement =
        fact.replacedBy.isEmpty ? "" : " → " + fact.replacedBy.joined(separator: ", ")
      report(
        location, "\(id) đã hết hiệu lực trước ngày này\(replacement).",
        "\(id) is no longer in force on this day\(replacement).")
    } else if let from = fact.inForceFrom, day < from {
      report(
        location, "\(id) chưa có hiệu lực vào ngày này.", "\(id) is not yet in force on this day.")
    }
  }

  private mutating func report(
    _ location: SourceLocation, _ vietnamese: String, _ english: String
  ) {
    issues.append(SourceIssue(location, LocalizedText(vi: vietnamese, en: english)))
  }
}
