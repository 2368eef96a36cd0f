import Dispatch
import Synchronization

@testable import QuizEngine

/// A running engine on a folder of its own, with one school.
final class School: Sendable {
  let folder: TemporaryFolder
  let engine: Engine
  let unit: Unit

  init(catalogue: Catalogue = .empty) throws {
    let folder = try TemporaryFolder()
    let chance = Chance(2026)
    self.folder = folder
    engine = try Engine(
      folder: folder.path + "/data", catalogue: catalogue,
      environment: Environment(now: { Given.monday }, entropy: { chance.bits() }),
      onFatal: { _ in })
    unit = try engine.createUnit(
      code: "thcs-mau", name: "Trường THCS Mẫu", kind: .school, parent: nil,
      by: .operatorAtMachine, at: Given.monday)
  }

  deinit {
    engine.close()
  }

  @discardableResult
  func importPeople(
    _ text: String, into unit: UnitID? = nil, cohort: CohortID? = nil,
    decisions: ImportDecisions = .makingClasses, isDryRun: Bool = false,
    at instant: Instant = Given.monday
  ) throws -> ImportPlan {
    try engine.importPeople(
      Array(text.utf8), file: "lop.csv", into: unit ?? self.unit.id, cohort: cohort,
      decisions: decisions, isDryRun: isDryRun, by: .operatorAtMachine, at: instant)
  }

  func people() throws -> [Person] { try engine.read { try $0.persons.all() } }

  /// Waits for what an engine verb hands to its completion.
  func wait<Value: Sendable>(
    _ start: (@escaping @Sendable (Result<Value, any Error>) -> Void) -> Void
  ) throws -> Value {
    let answers = Answers<Value>()
    start(answers.expect())
    guard let answer = answers.wait().first else { throw StorageError(.stopped, "no answer") }
    return try answer.get()
  }

  /// A running session of somebody, the same one each time.
  func session(_ person: Person) throws -> Session {
    let session = Session(
      token: SHA256.hash(person.id.text), person: person.id, roles: person.roles,
      unit: person.unit, createdAt: Given.monday, expiresAt: Given.monday + .days(1))
    try engine.write { transaction in
      guard try transaction.connection.signIns.session(session.token) == nil else { return }
      try transaction.connection.signIns.insert(session)
    }
    return session
  }
}

extension ImportDecisions {
  /// Every class that is new is made; everything else is asked.
  static var makingClasses: ImportDecisions {
    var decisions = ImportDecisions()
    decisions.everyClass = .create
    return decisions
  }
}

/// Seeded chance that several threads may share.
final class Chance: Sendable {
  private let generator: Mutex<Seeded>

  init(_ seed: UInt64) {
    generator = Mutex(Seeded(seed))
  }

  func bits() -> UInt64 { generator.withLock { $0.next() } }
}

extension Catalogue {
  /// One course of one module with one lesson that has no checkpoint.
  static var oneLesson: Catalogue {
    let lesson = Lesson(
      slug: "bai-mot", title: Given.text("Bài một"), minutes: 10, competences: [], laws: [],
      text: Given.text("Nội dung"), checkpoint: nil)
    let module = CourseModule(
      slug: "mo-dun", title: Given.text("Mô đun"), periods: 4, lessons: [lesson], finalTest: nil)
    let course = Course(
      slug: "khoa-mau", version: "1", audience: .student, title: Given.text("Khóa mẫu"),
      summary: Given.text("Tóm tắt"), grades: nil, periods: 4, modules: [module],
      digest: SHA256.hash("khoa-mau"))
    return Catalogue(courses: [course], laws: [], help: Given.text(""))
  }
}
