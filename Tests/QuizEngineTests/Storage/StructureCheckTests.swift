import Dispatch
import Testing

@testable import QuizEngine

@Suite struct `The structure of a large file` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let store = try Sample.store(DataFolder(claiming: folder.path))
    try store.writeAndWait { context in
      for number in 0..<2_000 { try context.note(number) }
    }
    store.close()
  }

  /// A store that takes even the smallest file for a large one.
  private func open(
    onFatal: @escaping @Sendable (StorageError) -> Void
  ) throws -> Store<CountingContext> {
    try Store(
      DataFolder(claiming: folder.path), migrations: try Sample.migrations, readers: 1,
      smallFile: 0, onFatal: onFatal, makeContext: { CountingContext($0) })
  }

  private func damage() throws {
    var bytes = try folder.bytes("training.sqlite")
    for offset in stride(from: 4_096 * 4, to: bytes.count, by: 4_096) {
      bytes.replaceSubrange(offset..<offset + 64, with: repeatElement(0xEE, count: 64))
    }
    try folder.write(bytes, to: "training.sqlite")
  }

  @Test func `is looked at while answers are given, and damage ends the process for good`() throws {
    try damage()
    let seen = DispatchSemaphore(value: 0)
    let store = try open { error in
      #expect(error.kind == .corrupt)
      seen.signal()
    }
    #expect(seen.wait(timeout: .now() + 60) == .success)
    store.close()
    let refusal = #expect(throws: StorageError.self) { try open { _ in } }
    #expect(refusal?.kind == .corrupt)
  }

  @Test func `opens again once a whole file stands in its place`() throws {
    let whole = try folder.bytes("training.sqlite")
    try damage()
    let seen = DispatchSemaphore(value: 0)
    let store = try open { _ in seen.signal() }
    #expect(seen.wait(timeout: .now() + 60) == .success)
    store.close()
    try folder.write(whole, to: "training.sqlite")
    for _ in 0..<2 {
      let mended = try open { _ in Issue.record("a whole file was taken for a damaged one") }
      #expect(try mended.read { try Sample.numbers($0).count } == 2_000)
      mended.close()
    }
  }

  @Test func `may be left half looked at when the store closes`() throws {
    for _ in 0..<20 {
      let store = try open { _ in Issue.record("an ended look was taken for damage") }
      store.close()
    }
  }
}
