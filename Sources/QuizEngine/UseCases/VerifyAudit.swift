/// What checking the audit log's chain found.
package struct AuditVerification: Hashable, Sendable {
  package let events: Int
  /// Sequence of the first event that does not follow the one before it; nil when all do.
  package let brokenAt: Int?
}

extension Engine {
  /// Follows the chain of the audit log from its first event to its last, in constant memory.
  package func verifyAudit() throws -> AuditVerification {
    try read { connection in
      var last: AuditEvent?
      var count = 0
      while true {
        let events = try connection.audit.events(after: last?.sequence ?? 0, limit: 1000)
        guard !events.isEmpty else { return AuditVerification(events: count, brokenAt: nil) }
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
