import Glibc
import Testing

@testable import QuizEngine

@Suite struct `The write-ahead log` {
  let folder: TemporaryFolder
  let store: Store<CountingContext>

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.store(DataFolder(claiming: folder.path))
  }

  private func writePages(_ count: Int) throws {
    try store.writeAndWait { context in
      try context.connection.run(
        "INSERT INTO note (number, body) SELECT coalesce(max(number), 0) + 1, zeroblob(?1) FROM note",
        [.int(count * 4_096)])
    }
  }

  private func walBytes() -> Int { PlainFile.size(folder.database + "-wal") }

  @Test func `stays short while nobody reads`() throws {
    for _ in 0..<400 {
      try writePages(20)
      #expect(store.metrics.walPages < Checkpoint.pagesBetween + 100)
    }
    #expect(walBytes() < (Checkpoint.pagesBetween + 100) * 4_200)
    // Each was measured: all writes wait for it.
    #expect(store.metrics.checkpointTimes.count == 400 * 20 / Checkpoint.pagesBetween)
  }

  @Test func `grows past a long reader and is cut once it is gone`() throws {
    let store = store
    try writePages(1)
    let pages = try store.read { connection in
      _ = try Sample.numbers(connection)
      for _ in 0..<9 { try writePages(1_000) }
      return store.metrics.walPages
    }
    #expect(pages > Checkpoint.pagesWorthTruncating)
    // The writer cuts it once nothing waits, a moment after it has answered.
    try store.writeAndWait { try $0.connection.run("DELETE FROM note WHERE number = 1") }
    for _ in 0..<30_000 where walBytes() > 1 << 20 { usleep(1_000) }
    #expect(walBytes() < 1 << 20)
    store.close()
  }
}
