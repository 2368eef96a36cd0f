extension Engine {
  /// Copies the database while work goes on.
  ///
  /// The copy is checked, and its checksum and its code lie beside it, before it gets its name.
  package func backUp(to path: String, by actor: Actor, at instant: Instant) throws
    -> BackupReport
  {
    let key = try backupKey()
    let answer = Answer<BackupReport>()
    store.backup(
      to: path,
      beforeNaming: { draft in
        try BackupOrigin.sign(BackupSum.write(of: draft, beside: path), key, beside: path)
      },
      then: { result in
        // A sum without its copy would only puzzle people.
        if case .failure = result {
          BackupSum.remove(beside: path)
          BackupOrigin.remove(beside: path)
        }
        answer.give(result)
      })
    let report = try answer.wait().get()
    try write(by: actor) { try $0.audit("data backup", "", by: actor, at: instant) }
    return report
  }

  /// The key that signs this site's backups, made at the first use.
  ///
  /// On the writer's thread, so that nobody makes two.
  @discardableResult
  package func backupKey() throws -> BackupKey {
    try write { [folder, environment] _ in try BackupKey.own(of: folder, environment) }
  }

  /// The key for whoever restores elsewhere; who took it is written down.
  package func exportBackupKey(by actor: Actor, at instant: Instant) throws -> BackupKey {
    let key = try backupKey()
    try write(by: actor) { try $0.audit("data key export", "", by: actor, at: instant) }
    return key
  }
}
