import Foundation
import Testing

@testable import QuizEngine

@Suite struct `A data file` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func refusal() throws -> StorageError.Kind? {
    let claimed = try DataFolder(claiming: folder.path)
    let error = #expect(throws: StorageError.self) { try Sample.store(claimed) }
    claimed.release()
    return error?.kind
  }

  private func makeForeignFile(applicationID: Int) throws {
    try PlainFile.create(folder.database)
    let other = try Connection(path: folder.database, role: .copy)
    try other.execute(
      unsafeSQL: "CREATE TABLE diary (a); PRAGMA application_id=\(applicationID);")
  }

  @Test(arguments: [0, 0x4750_4B47])
  func `of another program is refused and stays as it was`(id: Int) throws {
    try makeForeignFile(applicationID: id)
    let before = try folder.bytes("training.sqlite")
    #expect(try refusal() == .foreign(applicationID: id))
    #expect(try folder.bytes("training.sqlite") == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == ["training.sqlite", "lock"])
  }

  @Test(arguments: [[], Array("SQLite format 3\0".utf8), Array(repeating: 65, count: 5_000)])
  func `that is no database is refused and stays as it was`(bytes: [UInt8]) throws {
    try folder.write(bytes, to: "training.sqlite")
    #expect(try refusal() == .notADatabase)
    #expect(try folder.bytes("training.sqlite") == bytes)
  }

  @Test func `of a newer version is refused and stays as it was`() throws {
    let store = try Sample.store(DataFolder(claiming: folder.path))
    try store.writeAndWait { try $0.connection.execute(unsafeSQL: "PRAGMA user_version=9") }
    store.close()
    let before = try folder.bytes("training.sqlite")
    #expect(try refusal() == .newer(schema: 9, known: 1))
    #expect(try folder.bytes("training.sqlite") == before)
  }

  @Test func `of a newer version that was never opened is refused and stays as it was`() throws {
    try DataFile.createIfMissing(folder.database)
    try Connection(path: folder.database, role: .copy).execute(unsafeSQL: "PRAGMA user_version=9")
    let before = try folder.bytes("training.sqlite")
    #expect(try refusal() == .newer(schema: 9, known: 1))
    #expect(try folder.bytes("training.sqlite") == before)
  }

  @Test func `whose newer number is still in the WAL is refused too`() throws {
    let store = try Sample.store(DataFolder(claiming: folder.path))
    try store.writeAndWait { try $0.connection.execute(unsafeSQL: "PRAGMA user_version=9") }
    // A copy of the files, as a killed process would leave them.
    let killed = try TemporaryFolder()
    for name in ["training.sqlite", "training.sqlite-wal"] {
      try killed.write(folder.bytes(name), to: name)
    }
    let before = try killed.bytes("training.sqlite")
    let wal = try killed.bytes("training.sqlite-wal")
    let error = #expect(throws: StorageError.self) {
      try Sample.store(DataFolder(claiming: killed.path))
    }
    #expect(error?.kind == .newer(schema: 9, known: 1))
    #expect(try killed.bytes("training.sqlite") == before)
    #expect(try killed.bytes("training.sqlite-wal") == wal)
    store.close()
  }

  @Test func `that is missing beside its WAL is not made anew`() throws {
    try folder.write([1, 2, 3], to: "training.sqlite-wal")
    #expect(try refusal() == .notADatabase)
  }

  @Test func `with a damaged page is refused at the start`() throws {
    let store = try Sample.store(DataFolder(claiming: folder.path))
    try store.writeAndWait { context in
      for number in 0..<2_000 { try context.note(number) }
    }
    store.close()
    var bytes = try folder.bytes("training.sqlite")
    for offset in stride(from: 4_096 * 4, to: bytes.count, by: 4_096) {
      bytes.replaceSubrange(offset..<offset + 64, with: repeatElement(0xEE, count: 64))
    }
    try folder.write(bytes, to: "training.sqlite")
    #expect(try refusal() == .corrupt)
  }

  @Test func `keeps what was written from one opening to the next`() throws {
    for number in 0..<3 {
      let store = try Sample.store(DataFolder(claiming: folder.path))
      try store.writeAndWait { try $0.note(number) }
      #expect(try store.read { try Sample.numbers($0) } == Array(0...number))
      store.close()
    }
  }
}
