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
    let bank = try sent ?? findBank(sheet.blueprint.bank)
    _ = try sheet.blueprint.deal(bank, seed: Seed(0))
    let contest = Contest(
      id: environment.newID(at: instant), purpose: .contest, unit: unit, sheet: sheet,
      bank: bank.digest, windows: windows ?? sheet.rounds.map(\.window), createdAt: instant)
    guard contest.windows.count == sheet.rounds.count,
      contest.windows.allSatisfy({ $0.opens < $0.closes }),
      zip(contest.windows, contest.windows.dropFirst()).allSatisfy({ $0.closes <= $1.opens })
    else { throw Refusal.invalid(field: "windows", .contradicts) }
    if isDryRun { return contest }
    try write { transaction in
      try transaction.insert(contest, bank: bank, at: instant)
      try transaction.audit(
        "contest open", contest.id.text, by: actor.person, detail: sheet.slug, at: instant)
    }
    return contest
  }

  /// A bank by its file in `Courses` or by the name it was imported under.
  private func findBank(_ name: String) throws -> QuestionBank {
    if let files = catalogue.files, files.exists(name) {
      return try BankReader.read(name, in: files)
    }
    let book = book
    let imported = try read { connection -> QuestionBank? in
      try connection.banks.newest(named: name).map { try book.bank($0, connection) }
    }
    guard let imported else { throw Refusal.notFound(.bank) }
    return imported
  }

  /// Adds a bank to the store under a name; the same questions again change nothing.
  package func importBank(
    _ bank: QuestionBank, name: String, by actor: Actor, at instant: Instant
  ) throws {
    try write { transaction in
      try transaction.insert(bank, name: name, at: instant)
      try transaction.audit(
        "bank import", name, by: actor.person, detail: "\(bank.questions.count) questions",
        at: instant)
    }
  }
}

extension Transaction {
  func insert(_ contest: Contest, bank: QuestionBank, at instant: Instant) throws {
    try insert(bank, name: contest.sheet.blueprint.bank, at: instant)
    try connection.contests.insert(
      contest, sheet: String(decoding: contest.sheet.json.encoded(), as: UTF8.self))
  }

  func insert(_ bank: QuestionBank, name: String, at instant: Instant) throws {
    let versions = bank.questions.map { question in
      let body = QuestionText.encode(question)
      return BankTable.Version(digest: SHA256.hash(body), question: question.id, body: body)
    }
    try connection.banks.insert(bank.digest, name: name, versions: versions, at: instant)
  }
}
