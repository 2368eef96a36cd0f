import Dispatch
import Foundation
import Testing

@testable import QuizEngine

@Suite struct `Readers` {
  let folder: TemporaryFolder
  let store: Store<CountingContext>

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.store(DataFolder(claiming: folder.path))
  }

  @Test func `see one snapshot for the whole of a read`() throws {
    try store.writeAndWait { try $0.note(1) }
    let store = store
    let seen = try store.read { connection in
      let before = try Sample.numbers(connection)
      try store.writeAndWait { try $0.note(2) }
      return [before, try Sample.numbers(connection)]
    }
    #expect(seen == [[1], [1]])
    #expect(try store.read { try Sample.numbers($0) } == [1, 2])
  }

  @Test func `see a write as soon as it is acknowledged, from many threads`() throws {
    let store = store
    let answers = Answers<Void>()
    for thread in 0..<8 {
      let done = answers.expect()
      Thread.detachNewThread {
        done(
          Result {
            for step in 0..<50 {
              let number = thread * 1_000 + step
              try store.writeAndWait { try $0.note(number) }
              let found = try store.read { connection in
                try connection.first(
                  "SELECT 1 FROM note WHERE number = ?1", [.int(number)]
                ) { $0.bool(0) }
              }
              guard found == true else { throw Refused(number: number) }
            }
          })
      }
    }
    for answer in answers.wait() { #expect(throws: Never.self) { try answer.get() } }
    #expect(try store.read { try Sample.numbers($0).count } == 400)
  }

  @Test func `a read that throws gives its connection back clean`() throws {
    for number in 0..<10 {
      #expect(throws: Refused(number: number)) {
        try store.read { connection in
          try connection.scan("SELECT 1 UNION SELECT 2") { _ in throw Refused(number: number) }
        }
      }
    }
    try store.writeAndWait { try $0.note(1) }
    #expect(try store.read { try Sample.numbers($0) } == [1])
  }
}
