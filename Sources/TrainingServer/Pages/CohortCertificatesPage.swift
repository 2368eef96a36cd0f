import QuizEngine

/// The certificates of a cohort: those issued, and the one press that issues the rest.
struct CohortCertificatesPage: Sendable {
  let cohort: CohortID
  let name: String
  /// Names of those who completed and never had a paper.
  let waiting: [String]
  /// Those whose paper was taken back: a new one is a decision of its own.
  var withdrawn: [Withdrawn] = []
  let papers: [Paper]
  var errors: [FieldError] = []

  struct Paper: Sendable {
    let code: String
    let number: String
    let holder: String
    let issuedAt: Instant
    /// The internal reason; nil for a valid paper.
    let withdrawnFor: String?
  }

  struct Withdrawn: Sendable {
    let person: PersonID
    let name: String
    let withdrawnAt: Instant
  }

  /// Names and choices shown; a form carries no more.
  static let shown = 100
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
    \(model.waiting.isEmpty && model.withdrawn.isEmpty ? nil : issueForm(model, chrome))
    \(model.papers.isEmpty
      ? emptyState(.certificate, say.noPapers, say.noPapersText) : paperTable(model, chrome))
    """)
}

private func issueForm(_ model: CohortCertificatesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  let names = model.waiting.prefix(CohortCertificatesPage.shown)
  let more = model.waiting.count - names.count
  return """
    <div class="next"><p class="next-title">\(say.waitingForPaper(model.waiting.count))</p>
    \(names.isEmpty
      ? nil
      : """
      <details class="more"><summary>\(say.whoWaits)</summary><ul>\(HTML.joined(names) { "<li>\($0)</li>" })\
      \(more > 0 ? "<li>\(say.andMore(more))</li>" : nil)</ul></details>
      """)
    \(form(
      .certificates(model.cohort), chrome, kind: "form once",
      """
      \(againChoices(model, chrome))
      \(submitButton(model.waiting.isEmpty ? say.issueChosen : say.issueAll, icon: .certificate))
      """))</div>
    """
}

private func againChoices(_ model: CohortCertificatesPage, _ chrome: Chrome) -> HTML? {
  guard !model.withdrawn.isEmpty else { return nil }
  let say = chrome.say(Words.staff)
  let more = model.withdrawn.count - CohortCertificatesPage.shown
  return """
    <fieldset><legend>\(say.issueAgain)</legend>
    \(HTML.joined(model.withdrawn.prefix(CohortCertificatesPage.shown)) { person in
      """
      <label class="switch" for="again-\(person.person.text)"><input type="checkbox" name="again" \
      id="again-\(person.person.text)" value="\(person.person.text)">\
      <span>\(person.name) – \(say.withdrawn) \(chrome.day(person.withdrawnAt))</span></label>
      """
    })
    \(more > 0 ? "<p class=\"hint\">\(say.andMore(more))</p>" : nil)</fieldset>
    """
}

private func paperTable(_ model: CohortCertificatesPage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  return tableFrame(
    say.issued, id: "papers", stacks: true,
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
    <td data-label="\(say.serial)">\(paper.number)</td>\
    <td data-label="\(say.issued)">\(chrome.day(paper.issuedAt))</td>\
    <td>\(paper.withdrawnFor.map { reason in
      "\(badge(.bad, say.withdrawn)) <span class=\"hint\">\(reason)</span>"
    } ?? withdrawal(paper, chrome))</td></tr>
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
