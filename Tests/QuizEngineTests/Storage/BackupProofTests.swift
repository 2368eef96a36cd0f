import Foundation
import Testing

@testable import QuizEngine

/// A backup carries its name only when it is complete and sound.
@Suite struct BackupProofTests {
  let folder: TemporaryFolder
  let store: Store<CountingContext>

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.store(DataFolder(claiming: folder.path))
  }

  private var copy: String { folder.path + "/copy.sqlite" }

  @Test func `a copy in the making has another name`() throws {
    try store.writeAndWait { context in
      for number in 0..<3_000 {
        try context.connection.run(
          "INSERT INTO note (number, body) VALUES (?1, zeroblob(3000))", [.int(number)])
      }
    }
    let copied = Answers<BackupReport>()
    let seen = Answers<[Bool]>()
    let (store, copy, look) = (store, copy, seen.expect())
    try holdingWriter(store) {
      store.backup(to: copy, then: copied.expect())
      store.write({ _ in }) { _ in
        // Handed in just before the first pages are copied, so it runs between them and the rest.
        let partial = copy + ".partial"
        store.write({ _ in [access(copy, F_OK) == 0, access(partial, F_OK) == 0] }, then: look)
      }
    }
    #expect(try seen.wait().map { try $0.get() } == [[false, true]])
    #expect(copied.wait().map(\.isSuccess) == [true])
  }

  @Test func `an index that lost its row is damage, though every page is well formed`() throws {
    try store.writeAndWait { context in for number in 100..<110 { try context.note(number) } }
    let copied = Answers<BackupReport>()
    store.backup(to: copy, then: copied.expect())
    #expect(copied.wait().map(\.isSuccess) == [true])
    let page = try store.read {
      try $0.int(
        unsafeSQL: "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'note'")
    }
    var bytes = try folder.bytes("copy.sqlite")
    // The first entry of an index stands at the end of its page; this byte is its number.
    let place = page * 4_096 - 1
    #expect(bytes[place] == 100)
    bytes[place] = 50
    try folder.write(bytes, to: "copy.sqlite")
    let error = #expect(throws: StorageError.self) { try Backup.verify(copy) }
    #expect(error?.kind == .corrupt)
  }
}
