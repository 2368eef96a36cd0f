extension Engine {
  /// Writes the head of the audit log into a file of its own, so that a log whose tail was cut off
  /// no longer fits it.
  ///
  /// A head in the file that the log does not fit stays there for good, with the new one below:
  /// evidence goes only when a person takes the file away. For a slow thread.
  ///
  /// - Returns: the head when it is another than the file's, for the server's own log.
  @discardableResult
  package func anchorAudit() throws -> AuditHead? {
    guard let last = try read({ try $0.audit.last() }) else { return nil }
    let head = AuditHead(last)
    let noted = try notedHeads()
    guard noted.last != head else { return nil }
    let misfits = try noted.filter { try !fits($0) }
    let lines = (misfits + [head]).map { $0.text + "\n" }.joined()
    try folder.writeAuditHead(Array(lines.utf8))
    return head
  }

  /// The heads in the file; one that cannot be read counts as one that nothing fits.
  func notedHeads() throws -> [AuditHead] {
    String(decoding: try folder.readAuditHead(), as: UTF8.self).split(separator: "\n").map {
      AuditHead(text: $0) ?? AuditHead(sequence: .max, digest: Digest(words: .zero))
    }
  }

  /// Whether the log has this event.
  func fits(_ head: AuditHead) throws -> Bool {
    try read { connection in
      let event = try connection.audit.events(after: head.sequence - 1, limit: 1).first
      return event.map(AuditHead.init) == head
    }
  }
}
