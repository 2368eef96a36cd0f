import QuizEngine

/// What an import would do, and what it asks.
func importPreview(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.classList)
  let hasRows = model.isReadable && model.summary.ready > 0
  let asksForSheet = model.sheet.isEmpty && !model.sheets.isEmpty
  let asks = asksForSheet ? say.sheetQuestion : say.answerFirst
  let lead =
    hasRows
    ? summary(model.summary, chrome)
    : asksForSheet || !model.questions.isEmpty ? asks : say.nothingToImport
  return document(
    Frame(
      title: say.previewTitle, width: .wide, back: Link(say.otherFile, .importPeople)), chrome,
    """
    <h1>\(say.previewTitle)</h1>
    <p class="hint"><code>\(model.file)</code></p>
    \(errorSummary(model.errors, chrome))
    \(banner(hasRows ? .info : .warn, .escaped(lead)))
    \(sheetForm(model, chrome))
    \(model.issues.isEmpty
      ? nil
      : """
      <section><h2>\(say.issues)</h2>\
      <p>\(model.isReadable ? say.issuesText : say.unreadableText)</p>
      \(sentences(model.issues, .warning, chrome))</section>
      """)
    \(decisionForm(model, chrome))
    \(previewTable(model, chrome))
    \(model.notes.isEmpty
      ? nil
      : """
      <section><h2>\(say.notes)</h2>
      \(sentences(model.notes, .info, chrome))</section>
      """)
    """)
}

/// Messages that name line and column themselves.
private func sentences(_ issues: [SourceIssue], _ icon: Icon, _ chrome: Chrome) -> HTML {
  """
  <ul class="issues">\(HTML.joined(issues) { issue in
    "<li>\(icon.svg)<span>\(chrome[issue.message])</span></li>"
  })</ul>
  """
}

/// Another sheet is another list: what was answered about the one shown is not sent along.
private func sheetForm(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML? {
  guard !model.sheets.isEmpty else { return nil }
  let say = chrome.say(Words.classList)
  return uploadForm(
    .importPeople, chrome,
    """
    \(kept(model))
    <input type="hidden" name="mode" value="review">
    \(selectField(
      "sheet", say.sheet, options: [SelectOption(value: "", text: say.choose)] + model.sheets,
      model.errors, chrome))
    \(submitButton(say.readSheet, kind: model.sheet.isEmpty ? "primary" : "quiet"))
    """)
}

/// The file and where it goes, from one look to the next.
private func kept(_ model: ImportPage.Preview) -> HTML {
  """
  <input type="hidden" name="upload" value="\(model.token)">
  <input type="hidden" name="unit" value="\(model.unit)">
  <input type="hidden" name="cohort" value="\(model.cohort)">
  """
}

private func decisionForm(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML? {
  let say = chrome.say(Words.classList)
  let canWrite = model.isReadable && model.isDecided && model.summary.ready > 0
  guard model.isReadable, canWrite || !model.questions.isEmpty else { return nil }
  return uploadForm(
    .importPeople, chrome,
    """
    \(kept(model))
    \(model.sheet.isEmpty
      ? nil : "<input type=\"hidden\" name=\"sheet\" value=\"\(model.sheet)\">")
    \(model.issues.isEmpty ? nil : #"<input type="hidden" name="partial" value="1">"#)
    \(questions(
      say.newClasses, model.questions.classes, say.everyClass, "classes",
      model.questions.everyClass, model.questions.moreClasses, model.errors, chrome))
    \(questions(
      say.twins, model.questions.people, say.everybody, "people", model.questions.everybody,
      model.questions.morePeople, model.errors, chrome))
    <p class="actions">\(canWrite
      ? modeButton(
        "import", say.write(model.summary.ready, keeping: model.summary.leftOut), "primary") : nil)\
    \(model.questions.isEmpty
      ? nil : modeButton("review", say.review, canWrite ? "quiet" : "primary"))\
    \(buttonLink(Link(say.otherFile, .importPeople), kind: "quiet"))</p>
    """)
}

private func modeButton(_ mode: String, _ text: String, _ kind: String) -> HTML {
  """
  <button class="button \(kind)" name="mode" value="\(mode)">\(text)</button>
  """
}

private func questions(
  _ title: String, _ questions: [ImportPage.Question], _ all: String, _ allField: String,
  _ allOptions: [SelectOption], _ more: Int, _ errors: [FieldError], _ chrome: Chrome
) -> HTML? {
  guard !questions.isEmpty else { return nil }
  return """
    <fieldset class="questions"><legend>\(title)</legend>
    \(allOptions.isEmpty
      ? nil
      : selectField(
        allField, all, options: allOptions, errors, chrome, isRequired: false, mayWait: true))
    \(HTML.joined(questions) { question in
      selectField(
        question.field, question.label, hint: question.hint, options: question.options, errors,
        chrome, isRequired: false, mayWait: true)
    })
    \(more > 0 ? "<p class=\"hint\">\(chrome.say(Words.classList).moreQuestions(more))</p>" : nil)
    </fieldset>
    """
}

private func previewTable(_ model: ImportPage.Preview, _ chrome: Chrome) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  let say = chrome.say(Words.classList)
  let more = model.summary.ready + model.summary.leftOut - model.rows.count
  return tableFrame(
    say.previewTitle, id: "rows", stacks: true,
    """
    <thead><tr><th scope="col" class="figure">\(say.line)</th><th scope="col">\(say.person)</th>\
    <th scope="col">\(say.className)</th>\
    <th scope="col">\(say.code)</th><th scope="col" class="figure">\(say.birthYear)</th>\
    <th scope="col">\(say.willDo)</th></tr></thead>
    <tbody>\(HTML.joined(model.rows) { row in
      """
      <tr><td class="figure">\(row.line)</td><th scope="row">\(row.name)\
      \(row.was.map { "<br><span class=\"hint\">\(say.was): \($0)</span>" })</th>\
      <td data-label="\(say.className)">\(row.className)</td>\
      <td data-label="\(say.code)">\(row.code ?? "–")</td>\
      <td class="figure" data-label="\(say.birthYear)">\
      \(row.birthYear.map(String.init) ?? "–")</td>\
      <td>\(effectBadge(row.effect, chrome))</td></tr>
      """
    })</tbody>
    """) + (more > 0 ? "<p class=\"hint\">\(say.moreRows(more))</p>" : .empty)
}

private func effectBadge(_ effect: ImportPage.Effect, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.classList)
  return switch effect {
  case .add: badge(.good, say.willAdd)
  case .update: badge(.info, say.willUpdate)
  case .move: badge(.info, say.willMove)
  case .keep: badge(nil, say.unchanged)
  case .leaveOut: badge(.warn, say.notTaken)
  case .wait: badge(.warn, say.waits)
  }
}
