extension Connection {
  /// Refuses a contest beside another one of the same questions, where one of them would show the
  /// answers while the other still asks.
  func requireSecrecy(
    of contest: Contest, _ bank: QuestionBank, _ units: UnitTree
  ) throws {
    for other in try contests(sharing: bank, with: contest.unit, units) {
      if let until = contest.keysTold(by: other) ?? other.keysTold(by: contest) {
        throw Refusal.keysWouldLeak(with: other.sheet.title, at: until)
      }
    }
  }

  /// Refuses to tell a contest's answers while another one asks the same questions.
  func requireNobodyAsks(
    _ pinned: PinnedContest, _ units: UnitTree, at instant: Instant
  ) throws {
    guard pinned.contest.sheet.feedback.answers == .publication else { return }
    for other in try contests(sharing: pinned.bank, with: pinned.contest.unit, units)
    where other.id != pinned.contest.id {
      if let until = other.asks(at: instant) {
        throw Refusal.keysStillAsked(in: other.sheet.title, until: until)
      }
    }
  }

  /// Contests that draw from any of the bank's questions.
  ///
  /// Contests of units that have no people in common do not see each other.
  private func contests(
    sharing bank: QuestionBank, with unit: UnitID, _ units: UnitTree
  ) throws -> [Contest] {
    let versions = bank.questions.map { SHA256.hash(QuestionText.encode($0)) }
    let shared = try banks.holding(anyOf: versions).union([bank.digest])
    return try shared.flatMap { try contests.drawing(from: $0) }.filter {
      units.contains($0.unit, in: unit) || units.contains(unit, in: $0.unit)
    }.map { try $0.contest() }
  }
}
