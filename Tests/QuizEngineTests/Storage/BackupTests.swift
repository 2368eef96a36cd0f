import Foundation
import Testing

@testable import QuizEngine

@Suite struct `A backup` {
  let folder: TemporaryFolder
  let store: Store<CountingContext>

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.store(DataFolder(claiming: folder.path))
  }

  private var copy: String { folder.path + "/copy.sqlite" }

  private func backUp() throws {
    let copied = Answers<BackupReport>()
    store.backup(to: copy, then: copied.expect())
    _ = try copied.wait().first?.get()
  }

  /// A folder as a killed server leaves it: what was written last is only in the WAL.
  private func abandoned() throws -> TemporaryFolder {
    let left = try TemporaryFolder()
    for name in ["training.sqlite", "training.sqlite-wal"] {
      try left.write(folder.bytes(name), to: name)
    }
    return left
  }

  private func fill(_ numbers: Range<Int>) throws {
    try store.writeAndWait { context in
      for number in numbers {
        try context.connection.run(
          "INSERT INTO note (number, body) VALUES (?1, zeroblob(3000))", [.int(number)])
      }
    }
  }

  @Test func `made while writes go on is whole, alone and a prefix of them`() throws {
    try fill(0..<3_000)
    let copied = Answers<BackupReport>()
    store.backup(to: copy, then: copied.expect())
    var next = 3_000
    while next < 4_000 {
      try fill(next..<next + 10)
      next += 10
    }
    let report = try #require(try copied.wait().first?.get())
    let rows = try #require(report.rows["note"])
    #expect(rows >= 3_000 && rows <= 4_000 && rows % 10 == 0)
    #expect(report.schema == 1)
    #expect(try Backup.verify(copy, known: 1) == report)
    let reader = try Connection(path: copy, role: .reader)
    #expect(try Sample.numbers(reader) == Array(0..<rows))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `opens as a store of its own`() throws {
    try fill(0..<10)
    let copied = Answers<BackupReport>()
    let other = try TemporaryFolder()
    store.backup(to: other.database, then: copied.expect())
    _ = try copied.wait().first?.get()
    let restored = try Sample.store(DataFolder(claiming: other.path))
    try restored.writeAndWait { try $0.note(10) }
    #expect(try restored.read { try Sample.numbers($0) } == Array(0...10))
    restored.close()
  }

  @Test func `is refused where it cannot be written, and the old copy stays`() throws {
    let nowhere = Answers<BackupReport>()
    store.backup(to: folder.path + "/none/copy", then: nowhere.expect())
    #expect(nowhere.wait().first?.storageKind == .cannotOpen)
    try fill(0..<1)
    #expect(try store.read { try Sample.numbers($0) } == [0])
  }

  @Test func `that the closing cut short leaves nothing behind`() throws {
    try fill(0..<3_000)
    let copied = Answers<BackupReport>()
    try holdingWriter(store) {
      store.backup(to: copy, then: copied.expect())
      store.write({ _ in }, then: { _ in })
    }
    store.close()
    let result = try #require(copied.wait().first)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let left = names.filter { $0.hasPrefix("copy") }
    #expect(left == (result.isSuccess ? ["copy.sqlite"] : []))
  }

  @Test func `that is damaged does not verify`() throws {
    try fill(0..<200)
    try backUp()
    var bytes = try folder.bytes("copy.sqlite")
    for offset in stride(from: 4_096 * 4, to: bytes.count, by: 4_096) {
      bytes.replaceSubrange(offset..<offset + 32, with: repeatElement(0xEE, count: 32))
    }
    try folder.write(bytes, to: "copy.sqlite")
    #expect(throws: StorageError.self) { try Backup.verify(copy) }
    try folder.write(Array(repeating: 1, count: 4_096), to: "copy.sqlite")
    #expect(throws: StorageError.self) { try Backup.verify(copy) }
  }

  @Test func `put back brings its rows, and sets the newer ones aside with their WAL`() throws {
    try fill(0..<10)
    try backUp()
    try fill(10..<20)
    let killed = try abandoned()
    let claimed = try DataFolder(claiming: killed.path)
    let report = try Restore.install(copy, in: claimed, known: 1, aside: "old.sqlite")
    #expect(report.rows["note"] == 10)
    let restored = try Sample.store(claimed)
    #expect(try restored.read { try Sample.numbers($0) } == Array(0..<10))
    restored.close()
    let aside = try Connection(path: killed.path + "/old.sqlite", role: .writer)
    #expect(try Sample.numbers(aside) == Array(0..<20))
  }

  @Test func `does not take up what a broken-off one left beside its draft`() throws {
    try fill(0..<10)
    try backUp()
    // The WAL of another database, as a crash between copying and checking leaves one.
    let other = try TemporaryFolder()
    let crashed = try Sample.store(DataFolder(claiming: other.path))
    try crashed.writeAndWait { try $0.note(99) }
    try folder.write(other.bytes("training.sqlite-wal"), to: "again.sqlite.partial-wal")
    crashed.close()
    let again = Answers<BackupReport>()
    store.backup(to: folder.path + "/again.sqlite", then: again.expect())
    #expect(try again.wait().first?.get().rows["note"] == 10)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.contains("partial") })
  }

  @Test func `that is not ours is not put back`() throws {
    try fill(0..<3)
    store.close()
    try folder.write(Array(repeating: 1, count: 4_096), to: "copy.sqlite")
    let before = try folder.bytes("training.sqlite")
    let claimed = try DataFolder(claiming: folder.path)
    #expect(throws: StorageError.self) {
      try Restore.install(copy, in: claimed, known: 1, aside: "old.sqlite")
    }
    #expect(try folder.bytes("training.sqlite") == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix("old") || $0.contains("restor") })
  }

  @Test func `whose putting back a crash cut short is put in place by the next opening`() throws {
    try fill(0..<10)
    try backUp()
    try fill(10..<20)
    // The new file is ready, the old one and its WAL are still there.
    let crashed = try abandoned()
    try crashed.write(folder.bytes("copy.sqlite"), to: "training.sqlite.restored")
    let reopened = try Sample.store(DataFolder(claiming: crashed.path))
    #expect(try reopened.read { try Sample.numbers($0) } == Array(0..<10))
    try reopened.writeAndWait { try $0.note(10) }
    reopened.close()
    let again = try Sample.store(DataFolder(claiming: crashed.path))
    #expect(try again.read { try Sample.numbers($0) } == Array(0...10))
    again.close()
  }

  @Test func `set aside by a restore can be put back with what only its WAL held`() throws {
    try fill(0..<10)
    try backUp()
    try fill(10..<20)
    let killed = try abandoned()
    let claimed = try DataFolder(claiming: killed.path)
    _ = try Restore.install(copy, in: claimed, known: 1, aside: "old.sqlite")
    _ = try Restore.install(
      killed.path + "/old.sqlite", in: claimed, known: 1, aside: "new.sqlite")
    let undone = try Sample.store(claimed)
    #expect(try undone.read { try Sample.numbers($0) } == Array(0..<20))
    undone.close()
  }
}
