import Foundation
import Testing

@testable import QuizEngine

@Suite struct `A crash` {
  /// Copies the live files as they are, as a killed process leaves them.
  private func abandoned(_ folder: TemporaryFolder, walBytes: [UInt8]) throws -> TemporaryFolder {
    let left = try TemporaryFolder()
    try left.write(folder.bytes("training.sqlite"), to: "training.sqlite")
    try left.write(walBytes, to: "training.sqlite-wal")
    return left
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `that cuts the WAL anywhere leaves a prefix of the commits`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Sample.store(DataFolder(claiming: folder.path))
    for number in 0..<60 { try store.writeAndWait { try $0.note(number) } }
    let wal = try folder.bytes("training.sqlite-wal")
    var state = seed
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = Int(state >> 33) % (wal.count + 1)
      let left = try abandoned(folder, walBytes: Array(wal.prefix(length)))
      let reopened = try Sample.store(DataFolder(claiming: left.path))
      let numbers = try reopened.read { try Sample.numbers($0) }
      #expect(numbers == Array(0..<numbers.count), "seed \(seed), \(length) bytes of WAL")
      reopened.close()
    }
    let left = try abandoned(folder, walBytes: wal)
    let whole = try Sample.store(DataFolder(claiming: left.path))
    #expect(try whole.read { try Sample.numbers($0).count } == 60)
    whole.close()
    store.close()
  }

  @Test func `in the middle of a migration leaves the schema before it`() throws {
    let folder = try TemporaryFolder()
    let store = try Sample.store(DataFolder(claiming: folder.path))
    try store.writeAndWait { try $0.note(1) }
    let digest = try store.read { try $0.schemaDigest() }
    let wal = try folder.bytes("training.sqlite-wal")
    store.close()
    // What a migration wrote before its COMMIT: frames without a commit mark.
    let later = try Migrations([
      Sample.first, Migration(2, "wide", "CREATE TABLE wide (a); CREATE INDEX i ON wide (a)"),
    ])
    let grown = try TemporaryFolder()
    try grown.write(folder.bytes("training.sqlite"), to: "training.sqlite")
    let migrating = try Sample.store(DataFolder(claiming: grown.path), migrations: later)
    let frames = try grown.bytes("training.sqlite-wal")
    #expect(frames.count > 32 && !wal.isEmpty)
    for length in stride(from: 0, to: frames.count, by: 1_500) {
      let left = try abandoned(folder, walBytes: Array(frames.prefix(length)))
      let reader = try Connection(path: left.database, role: .writer)
      #expect(try reader.schemaNumber() == 1)
      #expect(try reader.schemaDigest() == digest)
      try later.apply(to: reader)
      #expect(try reader.schemaNumber() == 2)
      #expect(try Sample.numbers(reader) == [1])
    }
    migrating.close()
  }

  @Test func `by kill loses no acknowledged row`() async throws {
    let folder = try TemporaryFolder()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let store = try Sample.store(DataFolder(claiming: path))
      let acknowledged = try PlainFile.open(path + "/acknowledged", O_CREAT | O_WRONLY)
      for thread in 0..<4 {
        Thread.detachNewThread {
          for step in 0..<100_000 {
            let number = thread * 1_000_000 + step
            // The process dies in the midst of this loop.
            guard (try? store.writeAndWait { try $0.note(number) }) != nil else { return }
            let line = Array("\(number)\n".utf8)
            write(acknowledged, line, line.count)
            if thread == 0 && step == 400 { kill(getpid(), SIGKILL) }
          }
        }
      }
      while true { pause() }
    }
    let text = String(decoding: try folder.bytes("acknowledged"), as: UTF8.self)
    let acknowledged = Set(text.split(separator: "\n").compactMap { Int($0) })
    let store = try Sample.store(DataFolder(claiming: folder.path))
    let kept = Set(try store.read { try Sample.numbers($0) })
    #expect(acknowledged.count > 400)
    #expect(acknowledged.subtracting(kept).isEmpty)
    store.close()
  }
}
