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
      try writePages(60)
      #expect(store.metrics.walPages < Checkpoint.pagesAtMost + 100)
    }
    #expect(walBytes() < (Checkpoint.pagesAtMost + 100) * 4_200)
  }

  @Test func `is copied once a second in a rush, and at once when it has grown long`() {
    var checkpoint = Checkpoint()
    let start = ContinuousClock.now
    let (enough, most) = (Checkpoint.pagesBetween, Checkpoint.pagesAtMost)
    let moments = [
      (enough - 1, 0), (enough, 0),
      // The log begins anew and fills within half a second; and again.
      (1, 10), (enough, 500), (most - 1, 900), (most, 999),
      (1, 1_010), (enough, 1_998), (enough, 1_999),
    ]
    let due = moments.map { checkpoint.isDue(pages: $0, at: start + .milliseconds($1)) }
    #expect(due == [false, true, false, false, false, true, false, false, true])
  }

  @Test func `grows past a long reader and is cut once it is gone`() throws {
    let store = store
    try writePages(1)
    let pages = try store.read { connection in
      _ = try Sample.numbers(connection)
      for _ in 0..<17 { try writePages(1_000) }
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
