import QuizEngine

/// Opening a contest: the files, then everything contestants will see, then one press.
enum NewContestPage: Sendable {
  case form(Draft)
  case preview(Preview)

  struct Draft: Sendable {
    let units: [SelectOption]
    /// What is wrong in the files that were sent.
    var issues: [SourceIssue] = []
    var errors: [FieldError] = []
  }

  struct Preview: Sendable {
    /// Names the uploaded files that the server keeps meanwhile.
    let token: String
    let unit: String
    let unitName: String
    let sheet: RuleSheet
    let questionCount: Int
    /// What was left out of the bank's files or is missing in them.
    var warnings: [SourceIssue] = []
  }
}

func newContestPage(_ model: NewContestPage, _ chrome: Chrome) -> HTML {
  switch model {
  case .form(let form): contestForm(form, chrome)
  case .preview(let preview): contestPreview(preview, chrome)
  }
}

private func contestForm(_ model: NewContestPage.Draft, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.upload)
  return document(
    Frame(
      title: say.contestTitle, back: Link(chrome.say(Words.staff).manageTitle, .manage),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.contestTitle)</h1>
    <p class="lead">\(say.contestText)</p>
    \(errorSummary(model.errors, chrome))
    \(model.issues.isEmpty
      ? nil
      : """
      <section>\(banner(.bad, .escaped(say.cannotOpen), live: true))<h2>\(say.fileIssues)</h2>
      \(issueList(model.issues, chrome))</section>
      """)
    \(uploadForm(
      .manageContests, chrome,
      """
      <input type="hidden" name="mode" value="preview">
      \(fileField(
        "sheet", say.sheet, hint: say.sheetHint, accept: ".json,application/json", model.errors,
        chrome))
      \(fileField(
        "bank", say.bank, hint: say.bankHint, accept: ".gift,text/plain", allowsSeveral: true,
        model.errors, chrome))
      \(selectField(
        "unit", say.contestUnit, hint: say.contestUnitHint, options: model.units, model.errors,
        chrome))
      \(submitButton(say.preview))
      """))
    """)
}

/// What the bank's files lack or what was left out of them.
private func bankRemarks(_ warnings: [SourceIssue], _ chrome: Chrome) -> HTML? {
  guard !warnings.isEmpty else { return nil }
  let say = chrome.say(Words.upload)
  return """
    <section>\(banner(.warn, .escaped(say.bankRemarks)))<h2>\(say.bankRemarksTitle)</h2>
    \(issueList(warnings, chrome))</section>

    """
}

private func contestPreview(_ model: NewContestPage.Preview, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.upload)
  let ranking = chrome.say(Words.ranking)
  let words = chrome.say(Words.contest)
  let windows = model.sheet.rounds.map { round -> (name: String, value: HTML) in
    (
      chrome[round.title],
      "\(chrome.moment(round.window.opens)) – \(chrome.deadline(round.window.closes))"
    )
  }
  return document(
    Frame(title: say.contestPreview, back: Link(say.otherFile, .newContest)), chrome,
    """
    <h1><span class="eyebrow">\(say.contestPreview)</span> \(chrome[model.sheet.title])</h1>
    <p class="lead">\(chrome[model.sheet.summary])</p>
    \(facts(windows + [
      (say.contestUnit, .escaped(model.unitName)),
      (say.bankCounts, .escaped(chrome.language.number(model.questionCount))),
    ]))
    \(bankRemarks(model.warnings, chrome))\
    <h2>\(words.rules)</h2>
    <ol class="rules">\(HTML.joined(ranking.lines(model.sheet)) { "<li>\($0)</li>" })</ol>
    <h2>\(words.ranking)</h2>
    <ol class="rules">\(HTML.joined(model.sheet.ranking.keys) { "<li>\(ranking.line($0))</li>" })</ol>
    \(uploadForm(
      .manageContests, chrome,
      """
      <input type="hidden" name="mode" value="open">
      <input type="hidden" name="upload" value="\(model.token)">
      <input type="hidden" name="unit" value="\(model.unit)">
      <p class="note">\(Icon.info.svg)<span>\(say.openNote)</span></p>
      <p class="actions">\(submitButton(say.openContest))\
      \(buttonLink(Link(say.otherFile, .newContest), kind: "quiet"))</p>
      """))
    """)
}
