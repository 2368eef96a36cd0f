import Foundation
import Testing

@testable import QuizEngine

@Suite struct `A data folder` {
  let parent: TemporaryFolder
  var path: String { parent.path + "/data" }

  init() throws {
    parent = try TemporaryFolder()
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `has one owner, whose process is named to the second`() throws {
    let owner = try DataFolder(claiming: path)
    let error = #expect(throws: StorageError.self) { try DataFolder(claiming: path) }
    let pid = Int(ProcessInfo.processInfo.processIdentifier)
    #expect(error?.kind == .inUse(pid: pid))
    #expect(error?.text.vietnamese.contains("\(pid)") == true)
    owner.release()
    #expect(throws: Never.self) { try DataFolder(claiming: path) }
  }

  @Test func `is free once given up, though a child being started has its files`() throws {
    let folder = try TemporaryFolder()
    let claimed = try DataFolder(claiming: folder.path)
    let lock = URL(filePath: folder.path + "/lock").resolvingSymlinksInPath().path
    let copies = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      .compactMap { Int32($0) }
      .filter { URL(filePath: "/proc/self/fd/\($0)").resolvingSymlinksInPath().path == lock }
      .map { dup($0) }
    defer { for copy in copies { close(copy) } }
    #expect(copies.count == 1)
    claimed.release()
    #expect(throws: Never.self) { try DataFolder(claiming: folder.path) }
  }

  @Test func `can be read by its owner only`() throws {
    let store = try Sample.store(DataFolder(claiming: path))
    try store.writeAndWait { try $0.note(1) }
    #expect(try permissions(path) == 0o700)
    for name in ["lock", "reserve", "training.sqlite", "training.sqlite-wal"] {
      #expect(try permissions(path + "/" + name) == 0o600, "\(name)")
    }
    store.close()
  }

  @Test func `whose parent is missing is refused`() throws {
    let error = #expect(throws: StorageError.self) {
      try DataFolder(claiming: parent.path + "/no/such")
    }
    #expect(error?.kind == .cannotOpen)
  }

  @Test func `keeps space back, gives it once, and takes it again`() throws {
    let reserve = ReserveFile(path: parent.path + "/reserve", size: 1 << 20)
    #expect(try !reserve.replenish(free: 1 << 21))
    #expect(!reserve.isHeld)
    #expect(try reserve.replenish(free: 1 << 30))
    #expect(PlainFile.size(reserve.path) == 1 << 20)
    #expect(reserve.release())
    #expect(!reserve.release())
    #expect(try reserve.replenish(free: 1 << 30))
  }

  @Test func `knows the room of its disk`() throws {
    let (free, total) = try DataFolder(claiming: path).space()
    #expect(free > 0 && free <= total)
  }
}
