extension Engine {
  /// Copies the database while work goes on.
  ///
  /// The copy is checked, and its checksum lies beside it, before it gets its name.
  package func backUp(to path: String, by actor: Actor, at instant: Instant) throws
    -> BackupReport
  {
    let answer = Answer<BackupReport>()
    store.backup(
      to: path, beforeNaming: { try BackupSum.write(of: $0, beside: path) },
      then: { result in
        // A sum without its copy would only puzzle people.
        if case .failure = result { BackupSum.remove(beside: path) }
        answer.give(result)
      })
    let report = try answer.wait().get()
    try write(by: actor) { try $0.audit("data backup", "", by: actor, at: instant) }
    return report
  }
}
