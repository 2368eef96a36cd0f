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

/// Contests and banks read before, shared by all threads.
///
/// Banks never change. A contest that changes is forgotten twice: inside the job that changes it,
/// and after its commit, because a reader may have read the old row in between.
package final class ContestBook: Sendable {
  private let contests = Mutex<[ContestID: PinnedContest]>([:])
  private let banks = Mutex<[Digest: QuestionBank]>([:])

  package init() {}

  package func contest(_ id: ContestID, _ connection: Connection) throws -> PinnedContest {
    if let known = contests.withLock({ $0[id] }) { return known }
    guard let stored = try connection.contests.find(id) else { throw Refusal.notFound(.contest) }
    let pinned = try pin(stored, connection)
    contests.withLock { $0[id] = pinned }
    return pinned
  }

  package func forget(_ id: ContestID) {
    contests.withLock { $0[id] = nil }
  }

  package func forgetAll() {
    contests.withLock { $0.removeAll() }
  }

  /// Joins the stored row, its sheet and its questions.
  package func pin(_ stored: ContestTable.Stored, _ connection: Connection) throws
    -> PinnedContest
  {
    let sheet = try RuleSheetReader.read(Array(stored.sheet.utf8), file: stored.id.text)
    let contest = Contest(
      id: stored.id, purpose: stored.purpose, unit: stored.unit, sheet: sheet, bank: stored.bank,
      windows: stored.rounds.map(\.window), createdAt: stored.createdAt,
      publishedAt: stored.publishedAt)
    return PinnedContest(
      contest: contest, bank: try bank(stored.bank, connection), rounds: stored.rounds)
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
