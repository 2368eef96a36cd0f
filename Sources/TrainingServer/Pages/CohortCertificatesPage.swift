import QuizEngine

/// The certificates of a cohort: those issued, and the one press that issues the rest.
struct CohortCertificatesPage: Sendable {
  let cohort: CohortID
  let name: String
  /// Completed, and without a paper.
  let waiting: Int
  let papers: [Paper]
  var errors: [FieldError] = []

  struct Paper: Sendable {
    let code: String
    let number: String
    let holder: String
    let issuedAt: Instant
    let isRevoked: Bool
  }
}

func cohortCertificatesPage(_ model: CohortCertificatesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return document(
    Frame(
      title: "\(say.papersTitle) – \(model.name)", width: .wide,
      back: Link(model.name, .cohort(model.cohort)),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.papersTitle) <span class="eyebrow">\(model.name)</span></h1>
    \(errorSummary(model.errors, chrome))
    \(model.waiting > 0 ? issueForm(model, chrome) : nil)
    \(model.papers.isEmpty
      ? emptyState(.certificate, say.noPapers, say.noPapersText) : paperTable(model, chrome))
    """)
}

private func issueForm(_ model: CohortCertificatesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return """
    <div class="next"><p class="next-title">\(say.waitingForPaper(model.waiting))</p>
    \(form(
      .certificates(model.cohort), chrome, kind: "form once",
      submitButton(say.issueAll, icon: .certificate)))</div>
    """
}

private func paperTable(_ model: CohortCertificatesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return tableFrame(
    say.issued, id: "papers",
    """
    <thead><tr><th scope="col">\(say.person)</th><th scope="col">\(say.serial)</th>\
    <th scope="col">\(say.issued)</th><th scope="col">\(say.actions)</th></tr></thead>
    <tbody>\(HTML.joined(model.papers) { paperRow($0, chrome) })</tbody>
    """)
}

private func paperRow(_ paper: CohortCertificatesPage.Paper, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return """
    <tr><th scope="row"><a href="\(Route.certificate(paper.code))">\(paper.holder)</a></th>\
    <td>\(paper.number)</td><td>\(chrome.day(paper.issuedAt))</td>\
    <td>\(paper.isRevoked ? badge(.bad, say.withdrawn) : withdrawal(paper, chrome))</td></tr>
    """
}

private func withdrawal(_ paper: CohortCertificatesPage.Paper, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return """
    <details class="more"><summary>\(say.withdraw)</summary>\(form(
      .revocation(paper.code), chrome,
      """
      <label for="reason-\(paper.code)">\(say.withdrawReason)</label>
      <p class="hint" id="reason-hint-\(paper.code)">\(say.withdrawReasonHint)</p>
      <input id="reason-\(paper.code)" name="reason" required maxlength="200" autocomplete="off" \
      aria-describedby="reason-hint-\(paper.code)">
      <label for="public-\(paper.code)">\(say.withdrawPublicReason)</label>
      <p class="hint" id="public-hint-\(paper.code)">\(say.withdrawPublicHint)</p>
      <input id="public-\(paper.code)" name="publicReason" maxlength="200" autocomplete="off" \
      aria-describedby="public-hint-\(paper.code)">
      \(submitButton(say.withdraw, kind: "danger"))
      """))</details>
    """
}
