extension Connection {
  /// Refuses a contest beside another one of the same questions, where one of them would show the
  /// answers while the other still asks.
  ///
  /// Contests of units that have no people in common do not see each other.
  func requireSecrecy(
    of contest: Contest, _ bank: QuestionBank, _ units: UnitTree
  ) throws {
    let versions = bank.questions.map { SHA256.hash(QuestionText.encode($0)) }
    let shared = try banks.holding(anyOf: versions).union([bank.digest])
    for stored in try shared.flatMap({ try contests.drawing(from: $0) })
    where units.contains(stored.unit, in: contest.unit)
      || units.contains(contest.unit, in: stored.unit)
    {
      let other = try stored.contest()
      if let until = contest.keysTold(by: other) ?? other.keysTold(by: contest) {
        throw Refusal.keysWouldLeak(with: other.sheet.title, at: until)
      }
    }
  }
}
