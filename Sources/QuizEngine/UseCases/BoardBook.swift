private import Synchronization

/// Rows of a settled board in their order, the same for everybody who may see them.
package final class BoardPage: Sendable {
  package let rows: [StandingTable.BoardRow]
  /// Number of ranked persons of the whole board.
  let size: Int

  init(rows: [StandingTable.BoardRow], size: Int) {
    (self.rows, self.size) = (rows, size)
  }
}

/// Pages of boards read before: when results come out, thousands ask for the same one.
///
/// A settled board changes only with its contest or with names of persons and units. What was
/// read from a snapshot taken before a change must not be kept, so readers say since when they
/// read.
package final class BoardBook: Sendable {
  struct Key: Hashable {
    let contest: ContestID
    let round: Int
    let position: Int
    let limit: Int
  }

  private struct Shelf {
    var pages: [Key: BoardPage] = [:]
    var mark = 0
  }

  private let shelf = Mutex(Shelf())

  /// Pages kept; at most 500 rows of some 200 bytes each.
  private static let capacity = 32

  /// The page from memory, or what `read` finds.
  func page(_ key: Key, _ read: () throws -> BoardPage) rethrows -> BoardPage {
    let (known, mark) = shelf.withLock { ($0.pages[key], $0.mark) }
    if let known { return known }
    let page = try read()
    shelf.withLock { shelf in
      guard shelf.mark == mark else { return }
      if shelf.pages.count >= Self.capacity { shelf.pages.removeAll(keepingCapacity: true) }
      shelf.pages[key] = page
    }
    return page
  }

  /// Forgets what a committed change made untrue.
  func forget() {
    shelf.withLock { shelf in
      shelf.pages.removeAll(keepingCapacity: true)
      shelf.mark += 1
    }
  }
}
