/// What checking the audit log found.
package struct AuditVerification: Hashable, Sendable {
  package let events: Int
  /// Sequence of the first event that does not follow the one before it; nil when all do.
  package let brokenAt: Int?
  /// The newest event, to be noted elsewhere; nil for an empty log.
  package var head: AuditHead?
  /// A head noted earlier that the log does not have: its end was cut off or exchanged.
  package var lost: AuditHead?
}

extension Engine {
  /// Follows the chain of the audit log from its first event to its last, in constant memory, and
  /// looks for the heads noted in the data folder and in `noted`.
  package func verifyAudit(noted: AuditHead? = nil) throws -> AuditVerification {
    // Read first: what is noted while the log is followed may lie beyond what was followed.
    let heads = try notedHeads() + [noted].compactMap(\.self)
    var result = try followAudit()
    guard result.brokenAt == nil else { return result }
    result.lost = try heads.first { try !fits($0) }
    return result
  }

  private func followAudit() throws -> AuditVerification {
    try read { connection in
      var last: AuditEvent?
      var count = 0
      while true {
        let events = try connection.audit.events(after: last?.sequence ?? 0, limit: 1000)
        guard !events.isEmpty else {
          return AuditVerification(events: count, brokenAt: nil, head: last.map(AuditHead.init))
        }
        for event in events {
          guard event.follows(last) else {
            return AuditVerification(events: count, brokenAt: (last?.sequence ?? 0) + 1)
          }
          last = event
          count += 1
        }
      }
    }
  }
}
