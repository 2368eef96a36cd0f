/// SQL for the steps of attempts: `step` holds them by attempt, `journal` as they came.
///
/// `Journal` decides what stands where. An attempt that ended is filed whole.
package struct StepTable {
  let connection: Connection

  /// An attempt's steps in order, filed or not.
  package func steps(of attempt: AttemptID) throws -> [Step] {
    let hasEnded = try connection.attempts.outcome(of: attempt) != nil
    return hasEnded ? try filed(of: attempt) : try everything(of: attempt)
  }

  /// An attempt's filed steps in order: all of them once it ended.
  package func filed(of attempt: AttemptID) throws -> [Step] {
    try connection.query(
      "SELECT sequence, at, action, digest FROM step WHERE attempt = ? ORDER BY sequence",
      [.id(attempt)], Self.read)
  }

  /// Reads the whole journal, in which a filed step may still stand.
  private func everything(of attempt: AttemptID) throws -> [Step] {
    try connection.query(
      """
      SELECT sequence, at, action, digest FROM step WHERE attempt = ?1
      UNION
      SELECT sequence, at, action, digest FROM journal WHERE attempt = ?1
      ORDER BY sequence
      """, [.id(attempt)], Self.read)
  }

  /// Adds a step to the journal.
  func note(_ step: Step, of attempt: AttemptID, at place: Int) throws {
    // Bound one by one: this is the statement of every save.
    try connection.withStatement(
      """
      INSERT INTO journal (place, attempt, sequence, at, action, digest) VALUES (?, ?, ?, ?, ?, ?)
      """
    ) { statement in
      try statement.bind(place, at: 1)
      try bind(step, of: attempt, to: statement, from: 2)
      _ = try statement.step()
    }
  }

  /// Adds steps of one attempt by its name.
  func file(_ steps: [Step], of attempt: AttemptID) throws {
    try connection.withStatement(
      "INSERT INTO step (attempt, sequence, at, action, digest) VALUES (?, ?, ?, ?, ?)"
    ) { statement in
      for step in steps {
        try bind(step, of: attempt, to: statement, from: 1)
        try statement.execute()
      }
    }
  }

  /// The places of the journal's rows; empty when it has none.
  func places() throws -> Range<Int> {
    try connection.first("SELECT min(place), max(place) FROM journal") { row in
      row.isNull(0) ? 1..<1 : row.int(0)..<row.int(1) + 1
    } ?? 1..<1
  }

  /// Steps of the journal that are not filed, as they came; nil for one that cannot be read or
  /// belongs to no attempt.
  package func scanUnfiled(_ body: (AttemptID, Step?) -> Void) throws {
    try connection.scan(
      """
      SELECT sequence, at, action, digest, attempt,
        EXISTS (SELECT 1 FROM attempt WHERE attempt.id = journal.attempt)
      FROM journal
      WHERE NOT EXISTS (
        SELECT 1 FROM step
        WHERE step.attempt = journal.attempt AND step.sequence = journal.sequence)
      ORDER BY place
      """
    ) { row in
      // What is wrong with a row, whoever reads its attempt is told.
      body(try row.id(4), row.bool(5) ? try? Self.read(row) : nil)
    }
  }

  /// Removes the journal's rows before `place`.
  func remove(before place: Int) throws {
    try connection.run("DELETE FROM journal WHERE place < ?", [.count(place)])
  }

  private func bind(
    _ step: Step, of attempt: AttemptID, to statement: Statement, from first: Int32
  ) throws {
    var octets: [UInt8] = []
    octets.reserveCapacity(64)
    step.action.appendText(to: &octets)
    try statement.bind(attempt.number, at: first)
    try statement.bind(step.sequence, at: first + 1)
    try statement.bind(step.at.milliseconds, at: first + 2)
    try statement.bind(text: octets, at: first + 3)
    octets.removeAll(keepingCapacity: true)
    step.digest.append(to: &octets)
    try statement.bind(octets, at: first + 4)
  }

  private static func read(_ row: Row) throws -> Step {
    guard let action = row.withBytes(2, { StepAction(octets: $0) }) else {
      throw row.malformed(2)
    }
    return Step(
      sequence: row.int(0), at: row.instant(1), action: action, digest: try row.digest(3))
  }
}

extension Connection {
  package var steps: StepTable { StepTable(connection: self) }
}
