/// What a database is made of: every table, index, trigger and view, with the text that made it.
///
/// A trigger that somebody added to a copy would run with the first save after a restore.
struct SchemaObjects {
  /// By kind and name; the text begins with the table that the object belongs to.
  private let texts: [String: [UInt8]]

  /// SQLite's own figures for its planner, as it makes them when somebody lets it (ANALYZE).
  private static let figures: [String: StaticString] = [
    "table sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "table sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
  ]

  init(of connection: Connection) throws {
    let objects = try connection.query(
      unsafeSQL: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
    ) { row in
      (
        key: "\(row.text(0)) \(row.text(1))",
        text: Array(row.text(2).utf8) + [0] + SQLText.normalised(Array(row.text(3).utf8))
      )
    }
    var texts: [String: [UInt8]] = [:]
    for object in objects {
      // Two of one name are no schema that SQLite made.
      texts[object.key] = texts[object.key] == nil ? object.text : []
    }
    self.texts = texts
  }

  /// What is here and was not expected, is missing or differs; nil when nothing is.
  func difference(from expected: SchemaObjects) -> SchemaDifference? {
    let unexpected = texts.keys.filter { expected.texts[$0] == nil && !isFigure($0) }
    let missing = expected.texts.keys.filter { texts[$0] == nil }
    let changed = texts.filter { key, text in expected.texts[key].map { $0 != text } ?? false }
    guard !unexpected.isEmpty || !missing.isEmpty || !changed.isEmpty else { return nil }
    return SchemaDifference(
      unexpected: unexpected.sorted(), missing: missing.sorted(), changed: changed.keys.sorted())
  }

  private func isFigure(_ key: String) -> Bool {
    guard let made = Self.figures[key], let name = key.split(separator: " ").last else {
      return false
    }
    let text = Array(name.utf8) + [0] + SQLText.normalised(Array(made.description.utf8))
    return texts[key] == text
  }
}

/// How a database differs from what the migrations make.
package struct SchemaDifference: Error, Hashable, Sendable {
  /// Kinds and names of objects, such as `trigger person_admin`.
  package let unexpected: [String]
  package let missing: [String]
  package let changed: [String]

  /// The first few of them, as a person reads it.
  package var text: LocalizedText {
    let parts = [
      (unexpected, "thừa", "not ours"), (missing, "thiếu", "missing"), (changed, "khác", "changed"),
    ].filter { !$0.0.isEmpty }
    return LocalizedText(
      vi: parts.map { "\($0.1): \(Self.list($0.0))" }.joined(separator: "; "),
      en: parts.map { "\($0.2): \(Self.list($0.0))" }.joined(separator: "; "))
  }

  /// Names may hold anything: few, short, and without what could steer a terminal.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).map { name in
      String(
        decoding: name.utf8.prefix(80).map { (0x20...0x7e).contains($0) ? $0 : 0x3f }, as: UTF8.self
      )
    }
    return shown.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }
}

extension Connection {
  /// Refuses a database that has other tables, indexes, triggers or views than the migrations
  /// make up to its own number.
  ///
  /// - Throws: `SchemaDifference`, or a `StorageError`.
  package func requireSchema(of migrations: Migrations) throws {
    let made = try Connection(path: ":memory:", role: .copy)
    try migrations.apply(to: made, upTo: try schemaNumber())
    let found = try SchemaObjects(of: self)
    if let difference = found.difference(from: try SchemaObjects(of: made)) { throw difference }
  }
}
