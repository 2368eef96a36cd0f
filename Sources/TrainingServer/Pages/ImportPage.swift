import QuizEngine

/// Bringing in a list of people: look, answer, write, and take back.
enum ImportPage: Sendable {
  case form(Draft)
  case preview(Preview)
  case done(Done)
  case undoing(ImportUndoing)
  case undone(ImportUndoing)

  struct Draft: Sendable {
    let units: [SelectOption]
    let cohorts: [SelectOption]
    /// What was brought in lately and can be taken back.
    var recent: [Recent] = []
    var errors: [FieldError] = []
  }

  struct Recent: Sendable {
    let run: ImportRun
    /// Where the list went.
    let unit: String
    let cohort: String?
    /// Who brought it in; nil for an operator at the machine.
    let actor: String?
  }

  struct Preview: Sendable {
    /// Names the uploaded file that the server keeps meanwhile.
    let token: String
    /// As the person named it.
    let file: String
    let unit: String
    let cohort: String
    let summary: Summary
    /// The first rows, in the file's order.
    let rows: [Row]
    var issues: [SourceIssue] = []
    var notes: [SourceIssue] = []
    var questions = Questions()
    /// The sheets that may be the list, where there are several, and the number of the one shown.
    var sheets: [SelectOption] = []
    var sheet = ""
    /// Whether the table could be read, and whether everything is answered.
    var isReadable = true
    var isDecided = true
    var errors: [FieldError] = []
  }

  /// What is asked before anything is written: a select each, and one for all where there are several.
  struct Questions: Sendable {
    var classes: [Question] = []
    var people: [Question] = []
    var moreClasses = 0
    var morePeople = 0
    var everyClass: [SelectOption] = []
    var everybody: [SelectOption] = []

    var isEmpty: Bool { classes.isEmpty && people.isEmpty }
  }

  struct Question: Sendable {
    let field: String
    let label: String
    let hint: String?
    let options: [SelectOption]
  }

  struct Row: Sendable {
    let line: Int
    let name: String
    let code: String?
    let birthYear: Int?
    let className: String
    let effect: Effect
    /// What the import replaces of name, year of birth and code.
    var was: String?
  }

  enum Effect: Sendable {
    case add, update, move, keep, leaveOut, wait
  }

  struct Summary: Sendable {
    let added: Int
    let updated: Int
    var moved = 0
    let unchanged: Int
    let leftOut: Int

    var ready: Int { added + updated + moved + unchanged }
  }

  struct Done: Sendable {
    let summary: Summary
    let cohort: CohortID?
    let run: ImportID?
    /// Where to go on when the list went into no cohort: the classes of the file.
    var ways: [Way] = []
  }

  /// A unit of the file, and a cohort in which its people may be reached.
  struct Way: Sendable {
    let unit: UnitID
    let name: String
    let cohort: (id: CohortID, name: String)?
  }
}

func importPage(_ model: ImportPage, _ chrome: Chrome) -> HTML {
  switch model {
  case .form(let form): importForm(form, chrome)
  case .preview(let preview): importPreview(preview, chrome)
  case .done(let done): importDone(done, chrome)
  case .undoing(let undoing): importUndoing(undoing, chrome)
  case .undone(let undoing): importUndone(undoing, chrome)
  }
}

/// The numbers of an import in one sentence.
func summary(_ count: ImportPage.Summary, _ chrome: Chrome) -> String {
  chrome.say(Words.classList).summary(
    added: count.added, updated: count.updated, moved: count.moved, unchanged: count.unchanged,
    leftOut: count.leftOut)
}

private func importForm(_ model: ImportPage.Draft, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.classList)
  return document(
    Frame(
      title: say.title, back: Link(chrome.say(Words.staff).manageTitle, .manage),
      hasErrors: !model.errors.isEmpty), chrome,
    """
    <h1>\(say.title)</h1>
    <p class="lead">\(say.text)</p>
    <p class="actions">\(buttonLink(Link(say.template, .importTemplate(.xlsx)), kind: "quiet"))\
    \(buttonLink(Link(say.templateCSV, .importTemplate(.csv)), kind: "quiet"))</p>
    \(errorSummary(model.errors, chrome))
    \(uploadForm(
      .importPeople, chrome,
      """
      <input type="hidden" name="mode" value="preview">
      \(fileField(
        "file", say.file, hint: say.fileHint, accept: ".xlsx,.csv,text/csv", model.errors, chrome))
      \(selectField("unit", say.unit, options: model.units, model.errors, chrome))
      \(selectField(
        "cohort", say.cohort,
        options: [SelectOption(value: "", text: say.noCohort)] + model.cohorts, model.errors,
        chrome, isRequired: false))
      \(submitButton(say.preview))
      """))
    \(recentImports(model.recent, chrome))
    """)
}

private func recentImports(_ recent: [ImportPage.Recent], _ chrome: Chrome) -> HTML? {
  guard !recent.isEmpty else { return nil }
  let say = chrome.say(Words.classList)
  return """
    <section><h2>\(say.recent)</h2><p class="hint">\(say.undoText)</p>
    \(HTML.joined(recent) { recent in
      let run = recent.run
      let place = [recent.unit, recent.cohort, recent.actor].compactMap { $0 }
      return """
        <div class="row"><p>\(chrome.moment(run.madeAt)): \(say.run(run.created, run.changed))<br>
        <span class="hint">\(place.joined(separator: " · "))</span></p>
        \(undoForm(run.id, chrome))</div>
        """
    })</section>
    """
}

private func undoForm(_ run: ImportID, _ chrome: Chrome, isSure: Bool = false) -> HTML {
  let say = chrome.say(Words.classList)
  return uploadForm(
    .importPeople, chrome,
    """
    <input type="hidden" name="mode" value="undo">
    <input type="hidden" name="run" value="\(run.text)">
    \(isSure ? #"<input type="hidden" name="sure" value="1">"# : nil)
    \(submitButton(say.undo, kind: isSure ? "primary" : "quiet"))
    """)
}

/// An undo has no undo: it says first what it would do.
private func importUndoing(_ model: ImportUndoing, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.classList)
  return document(
    Frame(title: say.undo, back: Link(say.title, .importPeople)), chrome,
    """
    <h1>\(say.undo)?</h1>
    <p class="lead">\(say.madeAt): \(chrome.moment(model.run.madeAt)). \
    \(model.isEmpty ? say.nothingToUndo : say.willUndo(model))</p>
    \(keptPeople(model, chrome))
    \(model.isEmpty ? nil : undoForm(model.run.id, chrome, isSure: true))
    <p>\(buttonLink(Link(say.leaveAsIs, .importPeople), kind: "quiet"))</p>
    """)
}

private func importDone(_ model: ImportPage.Done, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.classList)
  return document(
    Frame(title: say.doneTitle, back: Link(chrome.say(Words.staff).manageTitle, .manage)), chrome,
    """
    <h1>\(say.doneTitle)</h1>
    \(banner(.good, .escaped(summary(model.summary, chrome)), live: true))
    <p class="actions">\(model.cohort.map { cohort in
      buttonLink(Link(say.makeCards, .cards(cohort)), icon: .card)
        + buttonLink(Link(say.seeClass, .cohort(cohort)), kind: "quiet", icon: .people)
    })\(buttonLink(Link(say.otherFile, .importPeople), kind: "quiet", icon: .upload))</p>
    \(model.cohort == nil ? waysOn(model.ways, chrome) : nil)
    \(model.run.map { run in
      """
      <section><p class="hint">\(say.undoText)</p>
      \(undoForm(run, chrome))</section>
      """
    })
    """)
}

private func waysOn(_ ways: [ImportPage.Way], _ chrome: Chrome) -> HTML? {
  guard !ways.isEmpty else { return nil }
  let say = chrome.say(Words.classList)
  return """
    <section><h2>\(say.waysOn)</h2><p class="hint">\(say.waysOnText)</p>
    <ul class="rows">\(HTML.joined(ways) { way in
      let link =
        way.cohort.map { Link("\(say.seeClass) “\($0.name)”", .cohort($0.id)) }
        ?? Link(say.makeClassFor, .newCohort(in: way.unit))
      return """
        <li class="row-item"><div class="row-main"><strong>\(way.name)</strong></div>\
        <a class="button quiet" href="\(link.route)">\(link.text)\
        <span class="aloud"> – \(way.name)</span></a></li>
        """
    })</ul></section>
    """
}

private func importUndone(_ model: ImportUndoing, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.classList)
  return document(
    Frame(title: say.undoneTitle, back: Link(say.title, .importPeople)), chrome,
    """
    <h1>\(say.undoneTitle)</h1>
    \(banner(model.kept.isEmpty ? .good : .warn, .escaped(say.undone(model)), live: true))
    \(keptPeople(model, chrome))
    \(model.keptClasses.isEmpty
      ? nil : "<p>\(say.keptClasses): \(model.keptClasses.prefix(50).joined(separator: ", "))</p>")
    """)
}

private func keptPeople(_ model: ImportUndoing, _ chrome: Chrome) -> HTML? {
  guard !model.kept.isEmpty else { return nil }
  let say = chrome.say(Words.classList)
  return tableFrame(
    say.kept, id: "kept", isNameShown: true,
    """
    <thead><tr><th scope="col">\(say.person)</th><th scope="col">\(say.reason)</th></tr></thead>
    <tbody>\(HTML.joined(Array(model.kept.prefix(200))) { kept in
      """
      <tr><th scope="row">\(kept.name)</th><td>\(chrome[kept.reason.title])</td></tr>
      """
    })</tbody>
    """)
}
