import Dispatch
import Foundation
import Synchronization

@testable import QuizEngine

/// A folder of its own for one test, removed at its end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "storage-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // Left behind at worst; the system empties its temporary folder.
    try? FileManager.default.removeItem(atPath: path)
  }

  var database: String { path + "/training.sqlite" }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path + "/" + name))
  }
}

/// The schema of these tests.
enum Sample {
  static let first = Migration(
    1, "notes",
    """
    CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE note (
      id INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, body BLOB,
      unit INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK (number >= 0)
    ) STRICT;
    """)

  static var migrations: Migrations {
    get throws { try Migrations([first]) }
  }

  /// Stores one numbered note.
  static func note(_ number: Int, _ connection: Connection) throws {
    try connection.run(
      "INSERT INTO note (number, body) VALUES (?1, ?2)",
      [.int(number), .blob(Array("note \(number)".utf8))])
  }

  static func numbers(_ connection: Connection) throws -> [Int] {
    try connection.query("SELECT number FROM note ORDER BY number") { $0.int(0) }
  }

  static func store(
    _ folder: DataFolder, migrations: Migrations? = nil
  ) throws -> Store<CountingContext> {
    try Store(
      folder, migrations: try migrations ?? Self.migrations, readers: 2, onFatal: { _ in },
      makeContext: { CountingContext($0) })
  }
}

/// A context whose cache is the list of numbers written since the last undone batch.
final class CountingContext: WriterContext {
  let connection: Connection
  var cached: [Int] = []
  private(set) var timesForgotten = 0

  init(_ connection: Connection) {
    self.connection = connection
  }

  func batchDidRollBack() {
    cached = []
    timesForgotten += 1
  }

  func batchDidCommit() {}

  func note(_ number: Int) throws {
    try Sample.note(number, connection)
    cached.append(number)
  }
}

struct Refused: Error, Equatable {
  let number: Int
}

/// Collects answers in the order in which they come.
final class Answers<Value: Sendable>: Sendable {
  private let given = Mutex<[Result<Value, any Error>]>([])
  private let group = DispatchGroup()

  /// A completion that counts as one expected answer.
  func expect() -> @Sendable (Result<Value, any Error>) -> Void {
    group.enter()
    return { result in
      self.given.withLock { $0.append(result) }
      self.group.leave()
    }
  }

  func wait() -> [Result<Value, any Error>] {
    group.wait()
    return given.withLock { $0 }
  }
}

extension Result {
  var isSuccess: Bool {
    if case .success = self { true } else { false }
  }

  var storageKind: StorageError.Kind? {
    if case .failure(let error) = self { (error as? StorageError)?.kind } else { nil }
  }
}

/// Holds the writer in a first job, so that all later jobs wait and form one batch.
func holdingWriter<Context>(
  _ store: Store<Context>, while submit: () -> Void
) throws {
  let entered = DispatchSemaphore(value: 0)
  let gate = DispatchSemaphore(value: 0)
  let held = Answers<Void>()
  store.write(
    { _ in
      entered.signal()
      gate.wait()
    }, then: held.expect())
  entered.wait()
  submit()
  gate.signal()
  for answer in held.wait() { try answer.get() }
}
