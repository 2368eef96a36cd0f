/// SQL for question banks and their immutable question versions.
package struct BankTable {
  let connection: Connection

  /// One version as stored; the body is the question as JSON, its digest the SHA-256 of it.
  package struct Version: Hashable, Sendable {
    package let digest: Digest
    package let question: String
    package let body: String

    package init(digest: Digest, question: String, body: String) {
      self.digest = digest
      self.question = question
      self.body = body
    }
  }

  /// Adds a bank and the versions not yet known; a known bank changes nothing.
  package func insert(
    _ bank: Digest, name: String, versions: [Version], at instant: Instant
  ) throws {
    try connection.run(
      "INSERT INTO bank (digest, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      [.digest(bank), .text(name), .instant(instant)])
    for (position, version) in versions.enumerated() {
      try connection.run(
        """
        INSERT INTO question_version (digest, question, body) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """, [.digest(version.digest), .text(version.question), .text(version.body)])
      try connection.run(
        """
        INSERT INTO bank_item (bank, position, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
        """, [.digest(bank), .count(position), .digest(version.digest)])
    }
  }

  /// The banks that hold any of these versions.
  package func holding(anyOf versions: [Digest]) throws -> Set<Digest> {
    var banks: Set<Digest> = []
    for version in versions {
      banks.formUnion(
        try connection.query(
          "SELECT DISTINCT bank FROM bank_item WHERE version = ?", [.digest(version)]
        ) { try $0.digest(0) })
    }
    return banks
  }

  /// The questions of a bank, in its order.
  package func versions(of bank: Digest) throws -> [Version] {
    try connection.query(
      """
      SELECT v.digest, v.question, v.body
      FROM bank_item i JOIN question_version v ON v.digest = i.version
      WHERE i.bank = ? ORDER BY i.position
      """, [.digest(bank)]
    ) { Version(digest: try $0.digest(0), question: $0.text(1), body: $0.text(2)) }
  }
}

extension Connection {
  package var banks: BankTable { BankTable(connection: self) }
}
