private import Synchronization

/// The façade that server and `trainctl` hold: courses, store, and the powers from outside.
///
/// The verbs are extensions in `UseCases`, one file each.
package final class Engine: Sendable {
  package let folder: DataFolder
  package let environment: Environment
  let store: Store<Transaction>
  let book: ContestBook
  package let sessions: SessionBook
  let completions = CompletionBook()
  let boards = BoardBook()
  package let throttle = Throttle()
  /// What each network may still get wrong.
  package let failures = FailureBudget()
  /// What the server in front of this engine measures.
  package let instruments = Instruments()
  /// Whether saves and starts that come too fast for a person are refused.
  let isPaced: Bool
  private let currentCatalogue: Mutex<Catalogue>
  private let unitTree = Mutex<(tree: UnitTree?, generation: Int)>((nil, 0))
  private let settling = Mutex(())

  /// Takes the data folder and opens its database, making both when they are missing.
  ///
  /// - Throws: `StorageError` when the folder is in use, or its file is foreign, newer or broken.
  ///
  /// `onFatal` is called when the disk fails; the process must end then, and be started again.
  ///
  /// - Parameter isPaced: false for demo data, which anybody may load.
  package init(
    folder path: String, catalogue: Catalogue, environment: Environment, isPaced: Bool = true,
    onFatal: @escaping @Sendable (StorageError) -> Void
  ) throws {
    let (book, sessions) = (ContestBook(), SessionBook())
    let folder = try DataFolder(claiming: path)
    self.folder = folder
    self.book = book
    self.sessions = sessions
    self.environment = environment
    self.isPaced = isPaced
    currentCatalogue = Mutex(catalogue)
    store = try Store(folder, migrations: try Migrations(Schema.steps), onFatal: onFatal) {
      Transaction(connection: $0, book: book, sessions: sessions)
    }
    do { try settleClock() } catch {
      store.close()
      throw error
    }
  }

  /// The courses and laws in use now.
  package var catalogue: Catalogue {
    currentCatalogue.withLock { $0 }
  }

  /// Puts a newly read catalogue into use.
  package func replaceCatalogue(_ catalogue: Catalogue) {
    currentCatalogue.withLock { $0 = catalogue }
  }

  /// The unit tree, read once and again after every change.
  package func units() throws -> UnitTree {
    let (known, generation) = unitTree.withLock { $0 }
    if let known { return known }
    let tree = UnitTree(try read { try $0.units.all() })
    // A tree read before a change must not stay after it.
    unitTree.withLock { if $0.generation == generation { $0.tree = tree } }
    return tree
  }

  /// Runs `body` alone: the ticker and an organizer may want to settle a round at once.
  func settlingAlone(_ body: () throws -> Void) throws {
    try settling.withLock { _ in try body() }
  }

  func unitsChanged() {
    unitTree.withLock { $0 = (nil, $0.generation + 1) }
    boards.forget()
  }

  /// Runs `body` on a read-only connection.
  package func read<Value: Sendable>(
    _ body: @Sendable (Connection) throws -> Value
  ) throws -> Value {
    try store.read(body)
  }

  /// Runs `job` on the writer thread and waits until it is committed.
  package func write<Value: Sendable>(
    _ job: @escaping @Sendable (Transaction) throws -> Value
  ) throws -> Value {
    try store.writeAndWait(job)
  }

  /// Runs `job` on the writer thread; `then` is called after the commit, on that thread.
  package func write<Value: Sendable>(
    _ job: @escaping @Sendable (Transaction) throws -> Value,
    then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    store.write(job, then: then)
  }

  /// A contest as readers see it, if it is in memory.
  package func knownContest(_ id: ContestID) -> PinnedContest? { book.known(id) }

  /// A contest as readers see it.
  package func contest(_ id: ContestID) throws -> PinnedContest {
    if let known = book.known(id) { return known }
    let (book, mark) = (book, book.mark)
    return try read { try book.contest(id, $0, since: mark) }
  }

  func contestChanged(_ id: ContestID) {
    book.forget(id)
    boards.forget()
  }

  /// Drains the writer, checkpoints and gives the folder back.
  package func close() {
    store.close()
  }
}
