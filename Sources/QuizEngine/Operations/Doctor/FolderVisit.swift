/// What `trainctl` brings along when it examines a data folder from outside.
package struct FolderVisit: Sendable {
  package let folder: String
  /// What the running server said of itself; nil when none runs.
  package let server: VitalSigns?
  /// Asks a site of ours as its visitors do; only `trainctl` opens connections.
  package let ask: @Sendable (_ url: String, _ probeKey: String) throws -> SiteAnswer

  package init(
    folder: String, server: VitalSigns?,
    ask: @escaping @Sendable (_ url: String, _ probeKey: String) throws -> SiteAnswer
  ) {
    (self.folder, self.server, self.ask) = (folder, server, ask)
  }
}
