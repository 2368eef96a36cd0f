import Synchronization

@testable import QuizEngine

/// An engine on a real database in a folder of its own, with a clock that tests move and chance
/// from a seed.
final class Workshop: Sendable {
  let folder: TemporaryFolder
  private let clock: Clock
  private let isPaced: Bool
  private let opened: Mutex<Engine>
  /// The root, a school below it, a class below that.
  let office: Unit
  let school: Unit
  let schoolClass: Unit

  /// Opens an engine on the small course, or on the files given.
  ///
  /// - Parameter isPaced: false for those who save faster than people.
  init(
    _ files: [String: String] = SmallCourse.files, seed: UInt64 = 1,
    at start: Instant = Given.monday, isPaced: Bool = true
  ) throws {
    self.isPaced = isPaced
    folder = try TemporaryFolder()
    try folder.write(files, below: "Courses")
    clock = Clock(start: start, seed: seed)
    let engine = try Self.open(folder, clock, isPaced)
    opened = Mutex(engine)
    let before = start + .days(-30)
    office = try engine.createUnit(
      code: "so-mau", name: "Sở mẫu", kind: .department, parent: nil, by: .operatorAtMachine,
      at: before)
    school = try engine.createUnit(
      code: "truong-mau", name: "Trường mẫu", kind: .school, parent: office.id,
      by: .operatorAtMachine, at: before)
    schoolClass = try engine.createUnit(
      code: "lop-8a", name: "Lớp 8A", kind: .schoolClass, parent: school.id,
      by: .operatorAtMachine, at: before)
  }

  deinit {
    engine.close()
  }

  var engine: Engine { opened.withLock { $0 } }
  var now: Instant { clock.now }

  func advance(_ span: Span) { clock.move(to: clock.now + span) }
  func advance(to instant: Instant) { clock.move(to: instant) }
  /// Sets the machine's wall clock away from contest time.
  func setWall(ahead span: Span) { clock.setWall(ahead: span) }

  /// Lets time do what it does.
  func tick() throws { try engine.tick(at: now) }

  /// Closes the engine and opens it again, as a restart of the server does.
  func restart() throws {
    engine.close()
    let again = try Self.open(folder, clock, isPaced)
    opened.withLock { $0 = again }
  }

  private static func open(
    _ folder: TemporaryFolder, _ clock: Clock, _ isPaced: Bool
  ) throws -> Engine {
    try Engine(
      folder: folder.path + "/data", catalogue: try Catalogue.read(root: folder.path + "/Courses"),
      environment: Environment(
        now: { clock.now }, entropy: { clock.entropy() }, wall: { clock.wall }),
      isPaced: isPaced, onFatal: { _ in })
  }
}

/// Time and chance in the hands of a test.
private final class Clock: Sendable {
  private let instant: Mutex<Instant>
  private let ahead = Mutex(Span.zero)
  private let random: Mutex<Seeded>

  init(start: Instant, seed: UInt64) {
    instant = Mutex(start)
    random = Mutex(Seeded(seed))
  }

  var now: Instant { instant.withLock { $0 } }
  var wall: Instant { now + ahead.withLock { $0 } }
  func setWall(ahead span: Span) { ahead.withLock { $0 = span } }
  func move(to later: Instant) { instant.withLock { $0 = later } }
  func entropy() -> UInt64 { random.withLock { $0.next() } }
}
