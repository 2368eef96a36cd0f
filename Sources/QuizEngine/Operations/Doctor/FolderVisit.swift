/// What `trainctl` brings along when it examines a data folder from outside.
package struct FolderVisit: Sendable {
  package let folder: String
  package let server: ServerLook
  /// Asks a site of ours as its visitors do; only `trainctl` opens connections.
  package let ask: @Sendable (_ url: String, _ probeKey: String) throws -> SiteAnswer

  package init(
    folder: String, server: ServerLook,
    ask: @escaping @Sendable (_ url: String, _ probeKey: String) throws -> SiteAnswer
  ) {
    (self.folder, self.server, self.ask) = (folder, server, ask)
  }
}

/// What a visitor found out about the server of a folder.
package enum ServerLook: Sendable {
  case absent
  case answers(VitalSigns)
  /// It is there and says nothing; why.
  case silent(LocalizedText)

  var signs: VitalSigns? {
    guard case .answers(let signs) = self else { return nil }
    return signs
  }

  var isAbsent: Bool {
    guard case .absent = self else { return false }
    return true
  }
}
