/// Examines a data folder, its machine and its site, and says what to do.
///
/// Looks only: it makes one file for the speed of the disk and removes it again.
struct Doctor {
  private let operation: Operation
  private let visit: FolderVisit

  init(_ operation: Operation, _ visit: FolderVisit) throws(Misuse) {
    (self.operation, self.visit) = (operation, visit)
    if let url = operation.option("url") { try SiteAnswer.check(url) }
  }

  func outcome() throws -> OperationOutcome {
    let folder = FolderFacts(looking: visit.folder, serverRuns: visit.server != nil)
    var findings = folder.findings
    if let server = visit.server { findings += ServerFacts(signs: server).findings }
    findings += MachineFacts.looking().findings(
      serverFileLimit: visit.server?["process_max_fds"])
    if let url = operation.option("url") {
      let answer = try visit.ask(url, visit.server?.probeKey ?? "")
      findings += SiteFacts(url: url, answer: answer, serverRuns: visit.server != nil).findings
    }
    return OperationOutcome(findings: findings)
  }
}
