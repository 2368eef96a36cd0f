/// SQL for the steps of attempts: appended to a journal, filed by attempt now and then.
///
/// Steps of many attempts arrive mixed. Filed at once they would touch one page each; in the
/// journal they fill the same page one after another, and filing sorts thousands together.
package struct StepTable {
  let connection: Connection

  /// Journal rows from which on filing pays.
  static let filingSize = 4096

  /// Adds a step to the journal.
  package func append(_ step: Step, to attempt: AttemptID) throws {
    var octets: [UInt8] = []
    octets.reserveCapacity(64)
    step.action.appendText(to: &octets)
    // Bound one by one: this is the statement of every save.
    try connection.withStatement(
      "INSERT INTO journal (attempt, sequence, at, action, digest) VALUES (?, ?, ?, ?, ?)"
    ) { statement in
      try statement.bind(attempt.number, at: 1)
      try statement.bind(step.sequence, at: 2)
      try statement.bind(step.at.milliseconds, at: 3)
      try statement.bind(text: octets, at: 4)
      octets.removeAll(keepingCapacity: true)
      step.digest.append(to: &octets)
      try statement.bind(octets, at: 5)
      _ = try statement.step()
    }
  }

  /// An attempt's steps in order, filed or not.
  package func steps(of attempt: AttemptID) throws -> [Step] {
    try connection.query(
      """
      SELECT sequence, at, action, digest FROM step WHERE attempt = ?1
      UNION ALL
      SELECT sequence, at, action, digest FROM journal WHERE attempt = ?1
      ORDER BY sequence
      """, [.id(attempt)]
    ) { row in
      guard let action = StepAction(text: row.text(2)) else { throw row.malformed(2) }
      return Step(
        sequence: row.int(0), at: row.instant(1), action: action, digest: try row.digest(3))
    }
  }

  /// Rows waiting in the journal.
  func journalSize() throws -> Int {
    try connection.first("SELECT count(*) FROM journal") { $0.int(0) } ?? 0
  }

  /// Moves the journal into `step`, in the order of its key.
  func file() throws {
    try connection.run(
      """
      INSERT INTO step (attempt, sequence, at, action, digest)
      SELECT attempt, sequence, at, action, digest FROM journal ORDER BY attempt, sequence
      """)
    try connection.run("DELETE FROM journal")
  }
}

extension Connection {
  package var steps: StepTable { StepTable(connection: self) }
}
