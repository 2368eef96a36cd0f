extension Engine {
  /// The bank that a rule sheet names, among those that the actor may use for a contest of `unit`:
  /// banks that ship with courses are everybody's; one that a unit holds is for that unit and those
  /// above it.
  ///
  /// - Parameter name: a path of `Courses`, the name under which a unit holds it, or `sha256:` and
  ///   the digest. A name stands for one bank: the one of `unit` itself where it holds one.
  /// - Throws: `Refusal.notFound(.bank)`, also for one that the actor may not use;
  ///   `ambiguousBank` where a name stands for several.
  func findBank(_ name: String, for unit: UnitID, _ actor: Actor) throws -> QuestionBank {
    if let files = catalogue.files, SourcePath.isBank(name), files.exists(name) {
      return try BankReader.read(name, in: files)
    }
    let held = try bankHoldings(named: name, actor)
    let own = held.filter { $0.unit == unit }
    let digests = Set((own.isEmpty ? held : own).map(\.bank))
    guard digests.count <= 1 else {
      throw Refusal.ambiguousBank(name: name, choices: digests.map(\.named).sorted())
    }
    guard let digest = digests.first else { throw Refusal.notFound(.bank) }
    let book = book
    return try read { try book.bank(digest, $0) }
  }

  /// The banks that the actor may use, in the order in which they came.
  package func bankHoldings(_ actor: Actor) throws -> [BankHoldingTable.Holding] {
    try usable(try read { try $0.bankHoldings.all() }, actor)
  }

  private func bankHoldings(
    named name: String, _ actor: Actor
  ) throws -> [BankHoldingTable.Holding] {
    let digest = Digest(named: name)
    return try usable(
      try read { connection in
        if let digest { return try connection.bankHoldings.holdings(of: digest) }
        return try connection.bankHoldings.named(name)
      }, actor)
  }

  private func usable(
    _ holdings: [BankHoldingTable.Holding], _ actor: Actor
  ) throws -> [BankHoldingTable.Holding] {
    guard case .person(let session) = actor else { return holdings }
    guard session.allows(.manageContests) else { return [] }
    let units = try units()
    return holdings.filter { units.contains($0.unit, in: session.unit) }
  }

  /// Brings a bank into a unit under a name; the same questions again change nothing.
  package func importBank(
    _ bank: QuestionBank, name: String, unit: UnitID, by actor: Actor, at instant: Instant
  ) throws {
    try require(.manageContests, in: unit, actor)
    guard try units()[unit] != nil else { throw Refusal.notFound(.unit) }
    try write(by: actor) { transaction in
      try transaction.insert(bank, name: name, of: unit, at: instant)
      try transaction.audit(
        "bank import", name, by: actor, detail: "\(bank.questions.count) questions",
        at: instant)
    }
  }
}

extension Digest {
  /// How a rule sheet names a bank by its content.
  package var named: String { "sha256:" + hex }

  /// Reads what `named` wrote; nil for anything else.
  init?(named text: String) {
    let prefix = "sha256:"
    guard text.utf8.count == prefix.utf8.count + 64, text.utf8.starts(with: prefix.utf8),
      let bytes = Hex.decode(String(text.dropFirst(prefix.count)))
    else { return nil }
    self.init(bytes)
  }
}
