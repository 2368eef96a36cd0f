import Testing

@testable import QuizEngine

@Suite struct `Group commit` {
  let folder: TemporaryFolder
  let store: Store<CountingContext>

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.store(DataFolder(claiming: folder.path))
  }

  private func numbers() throws -> [Int] {
    try store.read { try Sample.numbers($0) }
  }

  @Test func `jobs that wait together share one transaction, answered in order`() throws {
    let answers = Answers<Int>()
    let before = store.metrics.batches
    try holdingWriter(store) {
      for number in 0..<100 {
        store.write(
          { context in
            try context.note(number)
            return number
          }, then: answers.expect())
      }
      #expect(store.metrics.queueDepth == 101)
    }
    let given = try answers.wait().map { try $0.get() }
    #expect(given == Array(0..<100))
    #expect(store.metrics.batches == before + 2)
    #expect(store.metrics.batchSizes.counts[Buckets.sizes.index(of: 100)] == 1)
    #expect(store.metrics.commitTimes.count == before + 2)
    #expect(store.metrics.queueDepth == 0)
    #expect(try numbers() == Array(0..<100))
  }

  @Test func `a job that throws before changing a row fails alone`() throws {
    let answers = Answers<Void>()
    try holdingWriter(store) {
      for number in 0..<10 {
        store.write(
          { context in
            if number == 4 { throw Refused(number: 4) }
            try context.note(number)
          }, then: answers.expect())
      }
    }
    let given = answers.wait()
    #expect(given.map(\.isSuccess) == (0..<10).map { $0 != 4 })
    #expect(throws: Refused(number: 4)) { try given[4].get() }
    #expect(store.metrics.rollbacks == 0)
    #expect(try numbers() == (0..<10).filter { $0 != 4 })
  }

  @Test func `a job that throws after changing rows leaves none of them, the others stay`() throws {
    let answers = Answers<Void>()
    try holdingWriter(store) {
      for number in 0..<10 {
        store.write(
          { context in
            try context.note(number)
            if number == 4 { throw Refused(number: 4) }
          }, then: answers.expect())
      }
    }
    #expect(answers.wait().map(\.isSuccess) == (0..<10).map { $0 != 4 })
    #expect(store.metrics.rollbacks == 1)
    let expected = (0..<10).filter { $0 != 4 }
    #expect(try numbers() == expected)
    let (cached, forgotten) = try store.writeAndWait { ($0.cached, $0.timesForgotten) }
    #expect(forgotten == 1)
    #expect(cached == expected)
  }

  @Test func `a statement that fails half way leaves none of its rows`() throws {
    for clause in ["", "OR FAIL", "OR ABORT", "OR ROLLBACK"] {
      #expect(throws: StorageError.self) {
        try store.writeAndWait { context in
          try context.connection.execute(
            unsafeSQL: "INSERT \(clause) INTO note (number) VALUES (1), (2), (1)")
        }
      }
      #expect(try numbers() == [], "\(clause)")
    }
  }

  @Test func `many guilty jobs in one batch cost nobody else a row`() throws {
    let answers = Answers<Void>()
    try holdingWriter(store) {
      for number in 0..<60 {
        store.write(
          { context in
            try context.note(number)
            if number % 3 == 1 { throw Refused(number: number) }
            if number % 3 == 2 { try context.note(number) }
          }, then: answers.expect())
      }
    }
    #expect(answers.wait().map(\.isSuccess) == (0..<60).map { $0 % 3 == 0 })
    #expect(try numbers() == Array(stride(from: 0, to: 60, by: 3)))
  }

  @Test func `a commit that a deferred reference breaks fails only the guilty job`() throws {
    let answers = Answers<Void>()
    try holdingWriter(store) {
      for number in 0..<5 {
        store.write(
          { context in
            let unit: SQLValue = number == 3 ? 99 : nil
            try context.connection.run(
              "INSERT INTO note (number, unit) VALUES (?1, ?2)", [.int(number), unit])
          }, then: answers.expect())
      }
    }
    let given = answers.wait()
    #expect(given.map(\.isSuccess) == [true, true, true, false, true])
    #expect(given[3].storageKind == .constraint(.foreignKey))
    #expect(try numbers() == [0, 1, 2, 4])
  }

  @Test func `a job that ends the shared transaction fails, the others are repeated`() throws {
    let answers = Answers<Void>()
    try holdingWriter(store) {
      for number in 0..<5 {
        store.write(
          { context in
            try context.note(number)
            if number == 4 { try context.connection.run("ROLLBACK") }
          }, then: answers.expect())
      }
    }
    let given = answers.wait()
    #expect(given[4].storageKind == .misuse)
    #expect(given.map(\.isSuccess) == [true, true, true, true, false])
    #expect(try numbers() == [0, 1, 2, 3])
  }

  @Test func `the writer's thread does not wait for itself`() throws {
    let answers = Answers<Void>()
    let store = store
    store.write({ _ in try store.writeAndWait { try $0.note(1) } }, then: answers.expect())
    #expect(answers.wait().first?.storageKind == .misuse)
    #expect(try numbers() == [])
  }

  @Test func `closing answers what waits and refuses what comes later`() throws {
    let answers = Answers<Void>()
    try holdingWriter(store) {
      for number in 0..<300 {
        store.write({ try $0.note(number) }, then: answers.expect())
      }
    }
    store.close()
    store.close()
    #expect(answers.wait().filter(\.isSuccess).count == 300)
    #expect(throws: StorageError.self) { try store.writeAndWait { try $0.note(301) } }
    #expect(try folder.bytes("training.sqlite-wal").isEmpty)
  }
}
