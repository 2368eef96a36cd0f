import Foundation
import Synchronization
import Testing

@testable import QuizEngine

@Suite struct `A writer whose disk fails` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try DataFile.createIfMissing(folder.database)
  }

  private func writer(
    _ events: Writer<CountingContext>.Events = .init()
  ) throws -> Writer<CountingContext> {
    try Writer(path: folder.database, events: events) { connection in
      try connection.enterWAL()
      try Sample.migrations.apply(to: connection)
      return CountingContext(connection)
    }
  }

  /// Lets the file grow by some pages only, so that SQLite answers SQLITE_FULL.
  private func limit(_ writer: Writer<CountingContext>, extraPages: Int) throws {
    try writer.writeAndWait { context in
      let pages = try context.connection.int(unsafeSQL: "PRAGMA page_count")
      try context.connection.execute(unsafeSQL: "PRAGMA max_page_count=\(pages + extraPages)")
    }
  }

  private static func big(_ number: Int, _ context: CountingContext) throws {
    try context.connection.run(
      "INSERT INTO note (number, body) VALUES (?1, zeroblob(40000))", [.int(number)])
  }

  @Test func `a full disk refuses the job with nothing kept, small jobs go on`() throws {
    let writer = try writer()
    try limit(writer, extraPages: 4)
    let answers = Answers<Void>()
    writer.submit({ try Self.big(1, $0) }, then: answers.expect())
    writer.submit({ try $0.note(2) }, then: answers.expect())
    let given = answers.wait()
    #expect(given[0].storageKind == .full)
    #expect(given[1].isSuccess)
    let numbers = try writer.writeAndWait { try Sample.numbers($0.connection) }
    #expect(numbers == [2])
    writer.close()
  }

  @Test func `space given up in time lets the same job succeed`() throws {
    let box = FreedFlag()
    let writer = try writer(.init(onDiskFull: { box.free() }))
    try limit(writer, extraPages: 2)
    try writer.writeAndWait { context in
      if box.isFree {
        try context.connection.execute(unsafeSQL: "PRAGMA max_page_count=100000")
      }
      try Self.big(1, context)
    }
    #expect(box.isFree)
    #expect(throws: Never.self) { try writer.writeAndWait { try Self.big(2, $0) } }
    writer.close()
  }

  @Test func `a swallowed full disk does not pass as a saved row`() throws {
    let writer = try writer()
    try limit(writer, extraPages: 2)
    let error = #expect(throws: StorageError.self) {
      try writer.writeAndWait { context in
        try context.note(1)
        // The job hides the failure; the writer must still see that the rows are gone.
        try? Self.big(2, context)
      }
    }
    #expect(error?.kind == .full)
    #expect(try writer.writeAndWait { try Sample.numbers($0.connection) } == [])
    writer.close()
  }

  @Test func `after an I/O failure nothing is acknowledged any more`() throws {
    let fatal = Answers<Void>()
    let report = fatal.expect()
    let writer = try writer(.init(onFatal: { report(.failure($0)) }))
    try writer.writeAndWait { try $0.note(1) }
    #expect(throws: StorageError.self) {
      try writer.writeAndWait { context in
        try context.note(2)
        throw StorageError(.ioFailure, "a disk that fails")
      }
    }
    #expect(fatal.wait().map(\.storageKind) == [.ioFailure])
    let later = #expect(throws: StorageError.self) { try writer.writeAndWait { try $0.note(3) } }
    #expect(later?.kind == .ioFailure)
    writer.close()
    let connection = try Connection(path: folder.database, role: .reader)
    #expect(try Sample.numbers(connection) == [1])
  }
}

/// Whether space was given up already.
private final class FreedFlag: Sendable {
  private let freed = Atomic(false)

  var isFree: Bool { freed.load(ordering: .relaxed) }

  /// True the first time.
  func free() -> Bool {
    !freed.exchange(true, ordering: .relaxed)
  }
}
