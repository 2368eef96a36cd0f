/// The two doors to the data: `read` and `write`.
package final class Store<Context: WriterContext>: Sendable {
  package let folder: DataFolder
  private let writer: Writer<Context>
  private let readers: ReaderPool
  private let structure: StructureCheck

  /// The writer's counters.
  package var metrics: WriterMetrics { writer.metrics }

  /// Opens the database of a claimed folder, making it when there is none.
  ///
  /// Recognises the file, checks its structure, applies missing migrations and makes the
  /// writer's context, in this order; throws without having changed a file that is not ours or
  /// is newer. The structure of a file larger than `smallFile` bytes is looked at while the store
  /// is in use already. `onFatal` is called on the writer's thread when the disk fails, on another
  /// one when the file turns out to be damaged.
  package init(
    _ folder: DataFolder, migrations: Migrations, readers: Int = 4,
    smallFile: Int = StructureCheck.smallFile,
    onFatal: @escaping @Sendable (StorageError) -> Void,
    makeContext: @escaping @Sendable (Connection) throws -> Context
  ) throws {
    let path = folder.database
    try Restore.complete(path)
    try DataFile.createIfMissing(path)
    try DataFile.recognise(path, known: migrations.latest)
    let reserve = folder.reserve
    _ = try reserve.replenish(free: folder.space().free)
    let structure = StructureCheck(folder)
    let comesFirst = structure.mustComeFirst(upTo: smallFile)
    let writer = try Writer(
      path: path,
      events: Writer<Context>.Events(onFatal: onFatal, onDiskFull: { reserve.release() })
    ) { connection in
      if comesFirst { try structure.check(connection) }
      try connection.enterWAL()
      try migrations.apply(to: connection)
      return try makeContext(connection)
    }
    self.folder = folder
    self.writer = writer
    do {
      self.readers = try ReaderPool(path: path, count: readers)
    } catch {
      writer.close()
      throw error
    }
    self.structure = structure
    if !comesFirst { structure.start(onDamage: onFatal) }
  }

  /// Reads one snapshot of the committed data on the calling thread.
  package func read<Value: Sendable>(
    _ body: @Sendable (Connection) throws -> Value
  ) throws -> Value {
    try readers.read(body)
  }

  /// Hands in a write, as `Writer.submit` describes.
  ///
  /// `then` runs on the writer's thread after the commit.
  package func write<Value: Sendable>(
    _ job: @escaping @Sendable (Context) throws -> Value,
    then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    writer.submit(job, then: then)
  }

  /// Writes and blocks until the commit.
  @discardableResult
  package func writeAndWait<Value: Sendable>(
    _ job: @escaping @Sendable (Context) throws -> Value
  ) throws -> Value {
    try writer.writeAndWait(job)
  }

  /// Copies the database while writes go on; see `Writer.backup`.
  package func backup(
    to path: String, beforeNaming: @escaping @Sendable (_ draft: String) throws -> Void = { _ in },
    then: @escaping @Sendable (Result<BackupReport, any Error>) -> Void
  ) {
    writer.backup(to: path, beforeNaming: beforeNaming, then: then)
  }

  /// Looks after the disk: takes the reserve again when space returned.
  ///
  /// For a slow ticker; answers the free and total bytes, to warn people in time.
  @discardableResult
  package func tend() throws -> (free: Int, total: Int) {
    let space = try folder.space()
    _ = try folder.reserve.replenish(free: space.free)
    return space
  }

  /// Answers what waits, empties the WAL, closes the file, gives the folder up.
  package func close() {
    structure.stop()
    writer.close()
    folder.release()
  }
}
