import QuizEngine

/// Bringing in a list of people, in three steps.
enum ImportPage: Sendable {
  case form(Draft)
  case preview(Preview)
  case done(Summary, cohort: CohortID?)

  struct Draft: Sendable {
    let units: [SelectOption]
    let cohorts: [SelectOption]
    var errors: [FieldError] = []
  }

  struct Preview: Sendable {
    /// Names the uploaded file that the server keeps meanwhile.
    let token: String
    let unit: String
    let cohort: String
    let summary: Summary
    /// The first rows, in the file's order.
    let rows: [Row]
    var issues: [SourceIssue] = []
  }

  struct Row: Sendable {
    let line: Int
    let name: String
    let code: String?
    let birthYear: Int?
    let effect: Effect
  }

  enum Effect: Sendable {
    case add, update, keep, leaveOut
  }

  struct Summary: Sendable {
    let added: Int
    let updated: Int
    let unchanged: Int
    let leftOut: Int

    fileprivate var total: Int { added + updated + unchanged + leftOut }
  }
}

func importPage(_ model: ImportPage, _ chrome: Chrome) -> HTML {
  switch model {
  case .form(let form): importForm(form, chrome)
  case .preview(let preview): importPreview(preview, chrome)
  case .done(let summary, let cohort): importDone(summary, cohort, chrome)
  }
}

private func importForm(_ model: ImportPage.Draft, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.upload)
  return document(
    Frame(
      title: say.importTitle, back: Link(chrome.say(Words.staff).manageTitle, .manage),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.importTitle)</h1>
    <p class="lead">\(say.importText)</p>
    \(errorSummary(model.errors, chrome))
    \(uploadForm(
      .importPeople, chrome,
      """
      <input type="hidden" name="mode" value="preview">
      \(fileField(
        "file", say.file, hint: say.fileHint, accept: ".csv,text/csv", model.errors, chrome))
      \(selectField("unit", say.unit, options: model.units, model.errors, chrome))
      \(selectField(
        "cohort", say.cohort,
        options: [SelectOption(value: "", text: say.noCohort)] + model.cohorts, model.errors,
        chrome, isRequired: false))
      \(submitButton(say.preview))
      """))
    """)
}

private func importPreview(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.upload)
  let hasWork = model.summary.added + model.summary.updated > 0
  return document(
    Frame(
      title: say.previewTitle, width: .wide, back: Link(say.otherFile, .importPeople)), chrome,
    """
    <h1>\(say.previewTitle)</h1>
    \(banner(hasWork ? .info : .warn, .escaped(hasWork ? text(model.summary, chrome) : say.nothingToImport)))
    \(model.issues.isEmpty
      ? nil
      : """
      <section><h2>\(say.issues)</h2><p>\(say.issuesText)</p>
      \(issueList(model.issues, chrome))</section>
      """)
    \(hasWork ? importButton(model, chrome) : nil)
    \(previewTable(model, chrome))
    """)
}

private func importButton(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.upload)
  return uploadForm(
    .importPeople, chrome,
    """
    <input type="hidden" name="mode" value="import">
    <input type="hidden" name="upload" value="\(model.token)">
    <input type="hidden" name="unit" value="\(model.unit)">
    <input type="hidden" name="cohort" value="\(model.cohort)">
    <p class="actions">\(submitButton(say.importNow))\
    \(buttonLink(Link(say.otherFile, .importPeople), kind: "quiet"))</p>
    """)
}

private func previewTable(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  let say = chrome.say(Words.upload)
  let more = model.summary.total - model.rows.count
  return tableFrame(
    say.previewTitle, id: "rows",
    """
    <thead><tr><th scope="col" class="figure">\(say.line)</th><th scope="col">\(say.person)</th>\
    <th scope="col">\(say.code)</th><th scope="col" class="figure">\(say.birthYear)</th>\
    <th scope="col">\(say.willDo)</th></tr></thead>
    <tbody>\(HTML.joined(model.rows) { row in
      """
      <tr><td class="figure">\(row.line)</td><th scope="row">\(row.name)</th>\
      <td>\(row.code ?? "–")</td><td class="figure">\(row.birthYear.map(String.init) ?? "–")</td>\
      <td>\(effectBadge(row.effect, chrome))</td></tr>
      """
    })</tbody>
    """) + (more > 0 ? "<p class=\"hint\">\(say.moreRows(more))</p>" : .empty)
}

private func effectBadge(_ effect: ImportPage.Effect, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.upload)
  return switch effect {
  case .add: badge(.good, say.willAdd)
  case .update: badge(.info, say.willUpdate)
  case .keep: badge(nil, say.unchanged)
  case .leaveOut: badge(.warn, say.notTaken)
  }
}

private func importDone(
  _ summary: ImportPage.Summary, _ cohort: CohortID?, _ chrome: Chrome
) -> HTML {
  let say = chrome.say(Words.upload)
  return document(
    Frame(title: say.doneTitle, back: Link(chrome.say(Words.staff).manageTitle, .manage)), chrome,
    """
    <h1>\(say.doneTitle)</h1>
    \(banner(.good, .escaped(text(summary, chrome)), live: true))
    <p class="actions">\(cohort.map { cohort in
      buttonLink(Link(say.makeCards, .cards(cohort)), icon: .card)
        + buttonLink(Link(say.seeClass, .cohort(cohort)), kind: "quiet", icon: .people)
    })\(buttonLink(Link(say.otherFile, .importPeople), kind: "quiet", icon: .upload))</p>
    """)
}

private func text(_ summary: ImportPage.Summary, _ chrome: Chrome) -> String {
  chrome.say(Words.upload).summary(
    added: summary.added, updated: summary.updated, unchanged: summary.unchanged,
    leftOut: summary.leftOut)
}
