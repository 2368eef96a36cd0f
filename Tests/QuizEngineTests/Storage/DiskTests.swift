import Foundation
import Testing

@testable import QuizEngine

@Suite struct `A real disk` {
  @Test func `that fails during a commit fails the whole batch and everything after it`()
    async throws
  {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let fatal = Answers<Void>()
      let report = fatal.expect()
      let store = try Store(
        DataFolder(claiming: path), migrations: try Sample.migrations,
        onFatal: { report(.failure($0)) }, makeContext: { CountingContext($0) })
      try store.writeAndWait { try $0.note(1) }
      // From here on every file of this process ends at 64 kB: writing on is an I/O error.
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 65_536, rlim_max: 65_536)
      #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      let answers = Answers<Void>()
      try? holdingWriter(store) {
        for number in 2..<40 {
          store.write(
            { context in
              try context.connection.run(
                "INSERT INTO note (number, body) VALUES (?1, zeroblob(20000))", [.int(number)])
            }, then: answers.expect())
        }
      }
      #expect(answers.wait().allSatisfy { $0.storageKind == .ioFailure })
      #expect(fatal.wait().first?.storageKind == .ioFailure)
      let later = #expect(throws: StorageError.self) { try store.writeAndWait { try $0.note(99) } }
      #expect(later?.kind == .ioFailure)
      store.close()
    }
    let reopened = try Sample.store(DataFolder(claiming: folder.path))
    #expect(try reopened.read { try Sample.numbers($0) } == [1])
    try reopened.writeAndWait { try $0.note(2) }
    reopened.close()
  }

  @Test(.enabled("needs root, to mount a small disk") { geteuid() == 0 && SmallDisk.isAllowed })
  func `that is full gives its reserve, then refuses, and loses nothing`() throws {
    let disk = try #require(SmallDisk(megabytes: 4))
    let folder = try DataFolder(claiming: disk.path + "/data")
    let store = try Sample.store(folder)
    let reserve = ReserveFile(path: folder.reserve.path, size: 1 << 20)
    #expect(try reserve.replenish(free: 1 << 30))
    var saved: [Int] = []
    var wentOnWithoutReserve = 0
    for number in 0..<1_000 {
      do {
        try store.writeAndWait { context in
          try context.connection.run(
            "INSERT INTO note (number, body) VALUES (?1, zeroblob(20000))", [.int(number)])
        }
        saved.append(number)
        if !reserve.isHeld { wentOnWithoutReserve += 1 }
      } catch let error as StorageError {
        #expect(error.kind == .full)
        break
      }
    }
    #expect(wentOnWithoutReserve > 10)
    #expect(saved.count < 1_000)
    try readsBesideWritesThatFail(store)
    #expect(try store.read { try Sample.numbers($0) } == saved)
    store.close()
    let reopened = try Sample.store(DataFolder(claiming: disk.path + "/data"))
    #expect(try reopened.read { try Sample.numbers($0) } == saved)
    reopened.close()
  }
}

/// One batch of a job that needs room and one that only reads.
private func readsBesideWritesThatFail(_ store: Store<CountingContext>) throws {
  let (writes, reads) = (Answers<Void>(), Answers<Int>())
  try holdingWriter(store) {
    store.write(
      { context in
        try context.connection.run(
          "INSERT INTO note (number, body) VALUES (5000, zeroblob(400000))")
      }, then: writes.expect())
    store.write(
      { try $0.connection.int(unsafeSQL: "SELECT count(*) FROM note") }, then: reads.expect())
  }
  #expect(writes.wait().map(\.storageKind) == [.full])
  #expect(reads.wait().allSatisfy { $0.isSuccess })
}

/// A file system in memory with little room, unmounted at the end.
private final class SmallDisk {
  let path: String
  private let folder: TemporaryFolder

  /// Whether this machine lets us mount at all (containers often do not).
  static var isAllowed: Bool { SmallDisk(megabytes: 1) != nil }

  init?(megabytes: Int) {
    guard let folder = try? TemporaryFolder() else { return nil }
    self.folder = folder
    path = folder.path
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else { return nil }
  }

  deinit {
    umount2(path, Int32(MNT_DETACH))
  }
}
