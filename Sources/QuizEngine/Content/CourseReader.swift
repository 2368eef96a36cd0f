/// Reads one course folder: `course.json`, its lessons and its question banks.
package struct CourseReader {
  private let files: SourceFiles
  private let folder: String
  private var issues: [SourceIssue] = []
  private var hash = SHA256()

  /// The course in `folder` of `files`, or everything wrong with it.
  package static func read(_ folder: String, in files: SourceFiles) throws(SourceIssues) -> Course {
    var reader = CourseReader(files: files, folder: folder)
    let course = try reader.course()
    guard reader.issues.isEmpty else { throw SourceIssues(reader.issues) }
    return course
  }

  private init(files: SourceFiles, folder: String) {
    self.files = files
    self.folder = folder
  }

  private mutating func course() throws(SourceIssues) -> Course {
    let path = folder + "/course.json"
    let bytes = try files.bytes(path)
    hash.update(bytes)
    let outline = try CourseOutline.read(bytes, file: files.name(path))
    if outline.slug != folder {
      issues.append(
        SourceIssue(
          SourceLocation(file: files.name(path), line: 1, column: 1),
          LocalizedText(
            vi:
              "\"slug\" là “\(outline.slug)” nhưng thư mục tên “\(folder)”. Hai tên phải giống nhau.",
            en:
              "\"slug\" is “\(outline.slug)” but the folder is “\(folder)”. They must be the same."
          )))
    }
    var modules: [CourseModule] = []
    for module in outline.modules { modules.append(self.module(module)) }
    return Course(
      slug: outline.slug, version: outline.version, audience: outline.audience,
      title: outline.title, summary: outline.summary, grades: outline.grades,
      periods: outline.periods, modules: modules, digest: hash.finish())
  }

  private mutating func module(_ outline: CourseOutline.Module) -> CourseModule {
    var lessons: [Lesson] = []
    for lesson in outline.lessons {
      let text = self.text(lesson.file)
      lessons.append(
        Lesson(
          slug: lesson.slug, title: lesson.title, minutes: lesson.minutes,
          competences: lesson.competences, laws: lesson.laws, text: text,
          checkpoint: lesson.checkpoint.flatMap { bank($0, passing: lesson.passMark) },
          passMark: lesson.passMark))
    }
    let test = outline.finalTest.flatMap { test in
      bank(test.bank, holding: test.draw).map { bank in
        FinalTest(
          title: test.title, bank: bank, draw: test.draw, duration: .minutes(test.minutes),
          scale: test.scale, passMark: test.passMark, resits: test.resits)
      }
    }
    return CourseModule(
      slug: outline.slug, title: outline.title, periods: outline.periods, lessons: lessons,
      finalTest: test)
  }

  /// Both languages of a lesson; the English file has `.en` before its ending.
  private mutating func text(_ path: String) -> LocalizedText {
    LocalizedText(vi: contents(path), en: contents(englishPath(path)))
  }

  private mutating func bank(_ path: String, holding count: Int = 1) -> QuestionBank? {
    do {
      let inside = folder + "/" + path
      let bank = try BankReader.read(inside, in: files)
      hash.update(bank.digest.bytes)
      if bank.questions.count < count {
        issues.append(
          SourceIssue(
            SourceLocation(file: files.name(inside), line: 1, column: 1),
            LocalizedText(
              vi:
                "Bài kiểm tra rút \(count) câu nhưng ngân hàng chỉ có \(bank.questions.count) câu.",
              en: "The test draws \(count) questions but the bank has \(bank.questions.count).")))
      }
      return bank
    } catch {
      issues += error.issues
      return nil
    }
  }

  /// A checkpoint that can be passed: its mark is no more than its questions.
  private mutating func bank(_ path: String, passing passMark: Int?) -> QuestionBank? {
    guard let bank = bank(path) else { return nil }
    if let passMark, passMark > bank.questions.count {
      issues.append(
        SourceIssue(
          SourceLocation(file: files.name(folder + "/course.json"), line: 1, column: 1),
          LocalizedText(
            vi: "\"passMark\" là \(passMark) nhưng \(path) chỉ có \(bank.questions.count) câu.",
            en: "\"passMark\" is \(passMark) but \(path) has \(bank.questions.count) questions.")))
    }
    return bank
  }

  private mutating func contents(_ path: String) -> String {
    let inside = folder + "/" + path
    do throws(SourceIssues) {
      let bytes = try files.bytes(inside)
      hash.update(bytes)
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      throw SourceIssues([
        SourceIssue(
          SourceLocation(file: files.name(inside), line: 1, column: 1),
          LocalizedText(
            vi: "Tệp không phải UTF-8. Hãy lưu lại với bảng mã UTF-8.",
            en: "The file is not UTF-8. Save it again as UTF-8."))
      ])
    } catch {
      issues += error.issues
      return ""
    }
  }
}

/// The English twin of a content file: `a.md` becomes `a.en.md`.
func englishPath(_ path: String) -> String {
  guard let dot = path.lastIndex(of: ".") else { return path + ".en" }
  return path[..<dot] + ".en" + path[dot...]
}
