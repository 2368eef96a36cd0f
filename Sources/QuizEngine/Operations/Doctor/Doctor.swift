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
    let folder = FolderFacts(looking: visit.folder, serverRuns: !visit.server.isAbsent)
    var findings = folder.findings
    if folder.folder != nil { findings += visit.server.findings }
    let signs = visit.server.signs
    findings += MachineFacts.looking().findings(serverFileLimit: signs?["process_max_fds"])
    if let url = operation.option("url") {
      let answer = try visit.ask(url, signs?.probeKey ?? "")
      findings += SiteFacts(url: url, answer: answer, serverAnswers: signs != nil).findings
    }
    return OperationOutcome(findings: findings)
  }
}
