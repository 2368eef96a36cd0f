import QuizEngine
import Synchronization

/// Rows of boards as they are sent, written once for everybody who sees the same names.
final class BoardLines<Line: Sendable>: Sendable {
  private struct Key: Hashable {
    let page: ObjectIdentifier
    let language: Language?
  }

  private struct Copy {
    // Held, so that no other page gets its identity.
    let page: BoardPage
    let lines: [Line]
  }

  private let copies = Mutex<[Key: Copy]>([:])

  /// Pages kept; the engine keeps as many.
  private static var capacity: Int { 32 }

  /// The lines of a page for one person: the public ones, and their own with their full name.
  ///
  /// - Parameters:
  ///   - language: the language of the lines; nil when they hold no words.
  ///   - write: makes the line of a row.
  func lines(
    of page: BoardPage, for names: BoardNames, in language: Language? = nil,
    _ write: (StandingTable.BoardRow, BoardNames) -> Line
  ) -> [Line] {
    guard let reader = names.readerOfPublicNames else { return page.rows.map { write($0, names) } }
    var lines = publicLines(of: page, names, language, write)
    for (place, row) in page.rows.enumerated() where row.person.id == reader {
      lines[place] = write(row, names)
    }
    return lines
  }

  private func publicLines(
    of page: BoardPage, _ names: BoardNames, _ language: Language?,
    _ write: (StandingTable.BoardRow, BoardNames) -> Line
  ) -> [Line] {
    let key = Key(page: ObjectIdentifier(page), language: language)
    if let known = copies.withLock({ $0[key]?.lines }) { return known }
    let lines = page.rows.map { write($0, names.asSeenByOthers) }
    copies.withLock { copies in
      if copies.count >= Self.capacity { copies.removeAll(keepingCapacity: true) }
      copies[key] = Copy(page: page, lines: lines)
    }
    return lines
  }
}
