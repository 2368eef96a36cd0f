extension Engine {
  /// Notes in the audit log that other people's data left the platform.
  package func recordExport(
    _ what: String, of object: String, by actor: Actor, at instant: Instant
  ) throws {
    try write(by: actor) {
      try $0.audit("data export", object, by: actor, detail: what, at: instant)
    }
  }
}
