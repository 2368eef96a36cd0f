/// Whether the engine can go on taking work.
package struct EngineCondition: Hashable, Sendable {
  package let freeBytes: Int
  package let totalBytes: Int
  /// The space kept back for a full disk is still kept.
  package let isReserveHeld: Bool
}

extension Engine {
  /// The writer's counters.
  package var writerMetrics: WriterMetrics { store.metrics }

  /// Asks reader, writer and disk; waits for a commit of nothing.
  ///
  /// - Throws: `StorageError` when one of them does not answer.
  package func condition() throws -> EngineCondition {
    _ = try read { try $0.units.all().count }
    try write { _ in }
    let space = try folder.space()
    return EngineCondition(
      freeBytes: space.free, totalBytes: space.total, isReserveHeld: folder.reserve.isHeld)
  }

  /// Takes back the space for a full disk when there is room again; for a slow thread.
  @discardableResult
  package func tend() throws -> (free: Int, total: Int) {
    try store.tend()
  }
}
