private import Synchronization

/// A contest with its pinned questions.
package struct PinnedContest: Sendable {
  package let contest: Contest
  package let bank: QuestionBank
  package let rounds: [ContestTable.StoredRound]

  /// The paper of a seed; the bank was checked against the blueprint when the contest opened.
  package func paper(seed: Seed) throws(Refusal) -> Paper {
    try contest.sheet.blueprint.deal(bank, seed: seed)
  }
}

/// Contests and banks read before, shared by all threads that read; the writer keeps its own.
///
/// Banks never change. A contest that changes is forgotten after the commit; what somebody read
/// from a snapshot taken before that must not come back, so readers say since when they read.
package final class ContestBook: Sendable {
  private struct Shelf {
    var contests: [ContestID: PinnedContest] = [:]
    var mark = 0
  }

  private let shelf = Mutex(Shelf())
  private let banks = Mutex<[Digest: QuestionBank]>([:])

  package init() {}

  /// The moment to take before a snapshot whose contests are to be kept.
  package var mark: Int { shelf.withLock { $0.mark } }

  /// A contest read before and not changed since.
  package func known(_ id: ContestID) -> PinnedContest? { shelf.withLock { $0.contests[id] } }

  /// The contest, from memory or from a snapshot taken after `mark`.
  package func contest(
    _ id: ContestID, _ connection: Connection, since mark: Int
  ) throws -> PinnedContest {
    if let known = known(id) { return known }
    let pinned = try read(id, connection)
    shelf.withLock { if $0.mark == mark { $0.contests[id] = pinned } }
    return pinned
  }

  /// The contest as this connection sees it, kept nowhere.
  func read(_ id: ContestID, _ connection: Connection) throws -> PinnedContest {
    guard let stored = try connection.contests.find(id) else { throw Refusal.notFound(.contest) }
    return try pin(stored, connection)
  }

  /// Forgets a contest whose change is committed.
  package func forget(_ id: ContestID) {
    shelf.withLock {
      $0.contests[id] = nil
      $0.mark += 1
    }
  }

  /// Joins the stored row, its sheet and its questions.
  private func pin(_ stored: ContestTable.Stored, _ connection: Connection) throws
    -> PinnedContest
  {
    PinnedContest(
      contest: try stored.contest(), bank: try bank(stored.bank, connection), rounds: stored.rounds)
  }

  func bank(_ digest: Digest, _ connection: Connection) throws -> QuestionBank {
    if let known = banks.withLock({ $0[digest] }) { return known }
    let questions = try connection.banks.versions(of: digest).map {
      try QuestionText.decode($0.body)
    }
    let bank = QuestionBank(digest: digest, questions: questions)
    banks.withLock { $0[digest] = bank }
    return bank
  }
}

extension ContestTable.Stored {
  /// The row with its sheet read.
  func contest() throws -> Contest {
    let sheet = try RuleSheetReader.read(Array(sheet.utf8), file: id.text, isStored: true)
    return Contest(
      id: id, purpose: purpose, unit: unit, sheet: sheet, bank: bank,
      windows: rounds.map(\.window), createdAt: createdAt, publishedAt: publishedAt)
  }
}
