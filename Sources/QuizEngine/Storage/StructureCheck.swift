import CSQLite
import Foundation
import Glibc
import Synchronization

/// The look at every page of a large file, beside the first answers instead of before them.
///
/// Reading a gigabyte takes longer than a contest may stand still after a crash. A folder that was
/// found damaged is marked, so that the next start looks first and refuses.
final class StructureCheck: Sendable {
  /// Up to this size, in bytes, the file is looked at before anything is answered.
  static let smallFile = 64 << 20

  private struct State {
    var isStopped = false
    /// The address of the connection that is looking; 0 when none is.
    var looking: UInt = 0
  }

  private let database: String
  private let mark: String
  private let state = Mutex(State())

  init(_ folder: DataFolder) {
    database = folder.database
    mark = folder.damageMark
  }

  /// Whether a start must look first: the file is small, or was found damaged.
  func mustComeFirst(upTo smallFile: Int) -> Bool {
    PlainFile.size(database) <= smallFile || access(mark, F_OK) == 0
  }

  /// Looks before anything is answered.
  func check(_ connection: Connection) throws {
    try connection.quickCheck()
    unlink(mark)
  }

  /// Looks on a thread and a read-only connection of its own; tells only of damage.
  func start(onDamage: @escaping @Sendable (StorageError) -> Void) {
    let thread = Thread { [self] in
      guard let damage = find() else { return }
      // Without the mark the next start finds the damage again, only later.
      try? PlainFile.write([], as: mark)
      onDamage(damage)
    }
    thread.name = "structure"
    thread.start()
  }

  /// Ends a look that is under way.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      if let handle = OpaquePointer(bitPattern: state.looking) { sqlite3_interrupt(handle) }
    }
  }

  /// The damage; nil when the file is whole, and when the look was ended: the next start looks.
  private func find() -> StorageError? {
    do {
      try look()
      return nil
    } catch {
      guard !state.withLock({ $0.isStopped }) else { return nil }
      return error as? StorageError ?? StorageError(.corrupt, "\(error)")
    }
  }

  private func look() throws {
    let connection = try Connection(path: database, role: .reader)
    let mayLook = state.withLock { state in
      if !state.isStopped { state.looking = UInt(bitPattern: connection.handle) }
      return !state.isStopped
    }
    // Open until nobody can interrupt it any more.
    try withExtendedLifetime(connection) {
      defer { state.withLock { $0.looking = 0 } }
      if mayLook { try connection.quickCheck() }
    }
  }
}
