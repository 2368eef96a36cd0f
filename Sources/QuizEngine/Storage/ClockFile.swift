/// The file of a data folder that remembers its time across starts of the server.
///
/// Not in the database: a backup that is restored elsewhere must not bring another machine's
/// clock along.
package struct ClockFile: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// What was kept; nil when there is nothing, or nothing readable: the tables still say what has
  /// passed.
  package func read() -> ClockRecord? {
    guard let bytes = try? PlainFile.prefix(path, count: 1024) else { return nil }
    var values: [Substring: Substring] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    func number(_ name: Substring) -> Int64? { values[name].flatMap { Int64($0) } }
    guard let boot = values["boot"], let wall = number("wall"),
      let sinceBoot = number("sinceBoot"), let seen = number("seen")
    else { return nil }
    return ClockRecord(
      anchor: ClockAnchor(
        boot: String(boot), wall: Instant(milliseconds: wall),
        sinceBoot: Span(milliseconds: sinceBoot)),
      seen: Instant(milliseconds: seen),
      pardoned: number("pardoned").map { Instant(milliseconds: $0) })
  }

  /// Replaces the file, durably and whole.
  package func write(_ record: ClockRecord) throws(StorageError) {
    var text = """
      boot \(record.anchor.boot)
      wall \(record.anchor.wall.milliseconds)
      sinceBoot \(record.anchor.sinceBoot.milliseconds)
      seen \(record.seen.milliseconds)

      """
    if let pardoned = record.pardoned { text += "pardoned \(pardoned.milliseconds)\n" }
    try PlainFile.write(Array(text.utf8), as: path)
  }
}

extension Connection {
  /// The newest moment that was written down last: what has passed, whatever a clock says.
  package func newestMoment() throws -> Instant? {
    let moments = [
      try first("SELECT at FROM journal ORDER BY place DESC LIMIT 1") { $0.instant(0) },
      try first("SELECT at FROM audit ORDER BY sequence DESC LIMIT 1") { $0.instant(0) },
      // Names begin with the moment of their making.
      try first("SELECT started_at FROM attempt ORDER BY id DESC LIMIT 1") { $0.instant(0) },
    ]
    return moments.compactMap { $0 }.max()
  }
}
