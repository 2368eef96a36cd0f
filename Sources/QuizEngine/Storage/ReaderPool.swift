import Synchronization

/// Read-only connections, shared by any number of threads.
package final class ReaderPool: Sendable {
  private final class Slot: Sendable {
    let connection: Mutex<Connection>

    init(path: String) throws {
      connection = Mutex(try Connection(path: path, role: .reader))
    }
  }

  private let slots: [Slot]
  private let turn = Atomic(0)

  /// Opens `count` connections, at least one.
  package init(path: String, count: Int) throws {
    slots = try (0..<max(1, count)).map { _ in try Slot(path: path) }
  }

  /// Runs `body` on one snapshot of the committed data; blocks while all connections are busy.
  ///
  /// The connection must not leave `body`: `@Sendable` and the `Sendable` result see to that.
  /// Keep it short: while a snapshot is held, the WAL cannot start over.
  package func read<Value: Sendable>(
    _ body: @Sendable (Connection) throws -> Value
  ) throws -> Value {
    let first = turn.wrappingAdd(1, ordering: .relaxed).newValue
    for offset in slots.indices {
      let found = try slot(first &+ offset).connection.withLockIfAvailable { connection in
        try connection.snapshot { try body(connection) }
      }
      if let found { return found }
    }
    return try slot(first).connection.withLock { connection in
      try connection.snapshot { try body(connection) }
    }
  }

  private func slot(_ number: Int) -> Slot {
    slots[Int(UInt(bitPattern: number) % UInt(slots.count))]
  }
}
