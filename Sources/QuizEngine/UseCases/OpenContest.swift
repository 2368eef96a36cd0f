extension Engine {
  /// Puts a rule sheet to work for `unit`: pins its bank, deals one paper to prove that it can.
  ///
  /// - Parameters:
  ///   - bank: the questions, when they were sent along with the sheet.
  ///   - windows: other windows than the sheet's, one per round, by decision of the organizer.
  ///   - isDryRun: checks everything and changes nothing.
  /// - Throws: `SourceIssues` for the sheet or the bank, `Refusal` for the unit or a small bank.
  package func openContest(
    sheet bytes: [UInt8], file: String, bank sent: QuestionBank? = nil, unit: UnitID,
    windows: [Window]? = nil,
    isDryRun: Bool = false, by actor: Actor, at instant: Instant
  ) throws -> Contest {
    try require(.manageContests, in: unit, actor)
    guard try units()[unit] != nil else { throw Refusal.notFound(.unit) }
    let sheet = try RuleSheetReader.read(bytes, file: file)
    let bank = try sent ?? findBank(sheet.blueprint.bank, for: unit, actor)
    if let named = Digest(named: sheet.blueprint.bank), named != bank.digest {
      throw Refusal.invalid(field: "bank", .contradicts)
    }
    _ = try sheet.blueprint.deal(bank, seed: Seed(0))
    let contest = Contest(
      id: environment.newID(at: instant), purpose: .contest, unit: unit, sheet: sheet,
      bank: bank.digest, windows: windows ?? sheet.rounds.map(\.window), createdAt: instant)
    guard contest.windows.count == sheet.rounds.count,
      contest.windows.allSatisfy({ $0.opens < $0.closes }),
      zip(contest.windows, contest.windows.dropFirst()).allSatisfy({ $0.closes <= $1.opens })
    else { throw Refusal.invalid(field: "windows", .contradicts) }
    let units = try units()
    if isDryRun {
      try read { try $0.requireSecrecy(of: contest, bank, units) }
      return contest
    }
    try write(by: actor) { transaction in
      guard try transaction.connection.units.exists(unit) else { throw Refusal.notFound(.unit) }
      try transaction.connection.requireSecrecy(of: contest, bank, units)
      try transaction.insert(contest, bank: bank, at: instant)
      try transaction.audit(
        "contest open", contest.id.text, by: actor, detail: sheet.slug, at: instant)
    }
    return contest
  }
}

extension Transaction {
  func insert(_ contest: Contest, bank: QuestionBank, at instant: Instant) throws {
    try insert(bank, name: contest.sheet.blueprint.bank, of: contest.unit, at: instant)
    try connection.contests.insert(
      contest, sheet: String(decoding: contest.sheet.json.encoded(), as: UTF8.self))
  }

  func insert(
    _ bank: QuestionBank, name: String, of unit: UnitID, at instant: Instant
  ) throws {
    let versions = bank.questions.map { question in
      let body = QuestionText.encode(question)
      return BankTable.Version(digest: SHA256.hash(body), question: question.id, body: body)
    }
    try connection.banks.insert(bank.digest, name: name, versions: versions, at: instant)
    try connection.bankHoldings.insert(bank.digest, as: name, of: unit, at: instant)
  }
}
