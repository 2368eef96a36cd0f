/// Whether the engine can go on taking work.
package struct EngineCondition: Hashable, Sendable {
  /// What must be well.
  package enum Check: String, CaseIterable, Sendable {
    case writer
    case database
    case schema
    case disk
    case clock
  }

  /// The writer's thread answered in time.
  package var writerAnswers: Bool
  /// The schema of the file as a reader finds it; nil when it cannot be read.
  package var schema: Int?
  /// The schema that this program knows.
  package var knownSchema: Int
  package var freeBytes: Int
  package var totalBytes: Int
  /// The space kept back for a full disk is still kept.
  package var isReserveHeld: Bool
  /// Time does not stand still until an operator confirms it.
  package var isClockTrusted = true

  /// What is not well, in the order of `Check`.
  package var failing: [Check] {
    Check.allCases.filter { check in
      switch check {
      case .writer: !writerAnswers
      case .database: schema == nil
      case .schema: schema.map { $0 != knownSchema } ?? false
      case .disk: freeBytes <= ReserveFile.defaultSize
      case .clock: !isClockTrusted
      }
    }
  }
}

extension Engine {
  /// The writer's counters.
  package var writerMetrics: WriterMetrics { store.metrics }

  /// Asks writer, reader and disk; what does not answer is not well.
  ///
  /// - Parameter patience: milliseconds that the writer may take for a transaction of nothing.
  package func condition(patience: Int = 2000) -> EngineCondition {
    let answer = Answer<Void>()
    store.write({ _ in }, then: { answer.give($0) })
    // A reader that fails is the finding itself.
    let schema = try? read { try $0.schemaNumber() }
    // So is a disk that does not answer.
    let space = (try? folder.space()) ?? (free: 0, total: 0)
    var writerAnswers = false
    if case .success = answer.wait(milliseconds: patience) { writerAnswers = true }
    return EngineCondition(
      writerAnswers: writerAnswers, schema: schema, knownSchema: Schema.steps.count,
      freeBytes: space.free, totalBytes: space.total, isReserveHeld: folder.reserve.isHeld,
      isClockTrusted: environment.clock?.doubtfulSince == nil)
  }

  /// Takes back the space for a full disk when there is room again; for a slow thread.
  @discardableResult
  package func tend() throws -> (free: Int, total: Int) {
    try store.tend()
  }
}
