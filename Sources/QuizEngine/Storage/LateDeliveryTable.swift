/// SQL for answers that came after the end; rows are added, never changed.
package struct LateDeliveryTable {
  let connection: Connection

  /// Those of one attempt in the order in which they came.
  package func deliveries(of attempt: AttemptID) throws -> [LateDelivery] {
    let rows = try connection.query(
      """
      SELECT action, chosen_at, sent_at, received_at FROM late_delivery
      WHERE attempt = ? ORDER BY number
      """, [.id(attempt)]
    ) { Self.read($0, from: 0) }
    return rows.compactMap(\.self)
  }

  /// Adds one behind the `number` that are there.
  package func append(_ delivery: LateDelivery, number: Int, of attempt: AttemptID) throws {
    try connection.run(
      """
      INSERT INTO late_delivery (attempt, number, action, chosen_at, sent_at, received_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .id(attempt), .count(number), .text(delivery.sent.answer.text),
        .instant(delivery.sent.chosenAt), .instant(delivery.sent.sentAt),
        .instant(delivery.receivedAt),
      ])
  }

  /// One row of a contest's list.
  package struct Listing: Hashable, Sendable {
    package let attempt: AttemptID
    package let person: String
    package let unit: UnitID
    package let round: Int
    package let delivery: LateDelivery
  }

  /// Those of a contest, attempt by attempt, at most `limit`.
  package func listing(_ contest: ContestID, limit: Int) throws -> [Listing] {
    let rows = try connection.query(
      """
      SELECT a.id, p.name, p.unit, a.round, d.action, d.chosen_at, d.sent_at, d.received_at
      FROM attempt a JOIN late_delivery d ON d.attempt = a.id JOIN person p ON p.id = a.person
      WHERE a.contest = ? ORDER BY a.round, a.id, d.number LIMIT ?
      """, [.id(contest), .count(limit)]
    ) { row -> Listing? in
      guard let delivery = Self.read(row, from: 4) else { return nil }
      return Listing(
        attempt: try row.id(0), person: row.text(1), unit: try row.id(2), round: row.int(3),
        delivery: delivery)
    }
    return rows.compactMap(\.self)
  }

  /// How many answers came late in a contest.
  package func count(_ contest: ContestID) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM attempt a JOIN late_delivery d ON d.attempt = a.id WHERE a.contest = ?
      """, [.id(contest)]
    ) { $0.int(0) } ?? 0
  }

  /// Nil for words that no version of ours wrote.
  private static func read(_ row: Row, from column: Int32) -> LateDelivery? {
    let words = Array(row.text(column).utf8)
    guard let answer = words.withUnsafeBytes({ StepAction(octets: $0) }) else { return nil }
    return LateDelivery(
      sent: LateAnswer(
        answer: answer, chosenAt: row.instant(column + 1), sentAt: row.instant(column + 2)),
      receivedAt: row.instant(column + 3))
  }
}

extension Connection {
  package var late: LateDeliveryTable { LateDeliveryTable(connection: self) }
}
