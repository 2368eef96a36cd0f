import QuizEngine

/// From the questions of an import to fields of a form, and back to decisions.
extension ImportPage.Questions {
  /// As many as a form may carry; the others are answered by the choice for all.
  static let shownClasses = 30
  static let shownPeople = 50

  init(_ plan: ImportPlan, _ unitName: String, _ chrome: Chrome) {
    self.init()
    classes = plan.newClasses.prefix(Self.shownClasses).enumerated().map {
      ImportPage.Question($0.element, field: "class-\($0.offset)", unitName, chrome)
    }
    people = plan.twins.prefix(Self.shownPeople).map { ImportPage.Question($0, chrome) }
    moreClasses = plan.newClasses.count - classes.count
    morePeople = plan.twins.count - people.count
    let say = chrome.say(Words.classList)
    if plan.newClasses.count > 1 {
      everyClass = [
        SelectOption(value: "", text: say.eachClass),
        SelectOption(value: "create", text: say.makeAll),
        SelectOption(value: "skip", text: say.skipAll),
      ]
    }
    if plan.twins.count > 1 {
      everybody = [
        SelectOption(value: "", text: say.each), SelectOption(value: "same", text: say.allSame),
        SelectOption(value: "different", text: say.allDifferent),
        SelectOption(value: "later", text: say.allLater),
      ]
    }
  }

  /// The field of the first question that nobody answered.
  var firstOpen: String? {
    (classes + people).first { question in !question.options.dropFirst().contains(where: \.isChosen)
    }?
    .field
  }
}

extension ImportPage.Question {
  fileprivate init(
    _ asked: ImportQuestion.NewClass, field: String, _ unitName: String, _ chrome: Chrome
  ) {
    let say = chrome.say(Words.classList)
    var options = [SelectOption(value: "", text: say.choose)]
    if asked.canBeMade {
      options.append(
        SelectOption(
          value: "create \(asked.slug)", text: say.makeClass(asked.name, in: unitName),
          isChosen: asked.decision == .create))
    }
    options += asked.known.prefix(200).map { unit in
      SelectOption(
        value: "is-\(unit.id.text) \(asked.slug)", text: say.isClass(unit.name),
        isChosen: asked.decision == .existing(unit.id))
    }
    options.append(
      SelectOption(
        value: "skip \(asked.slug)", text: say.skipRows(asked.rows),
        isChosen: asked.decision == .skip))
    self.init(
      field: field, label: say.classQuestion(asked.name, asked.rows, line: asked.line), hint: nil,
      options: options)
  }

  fileprivate init(_ asked: ImportQuestion.Twin, _ chrome: Chrome) {
    let say = chrome.say(Words.classList)
    let describe = { (name: String, year: Int?, code: String?, place: String) in
      [name, year.map(String.init), code, place].compactMap { $0 }.joined(separator: ", ")
    }
    var options = [SelectOption(value: "", text: say.choose)]
    options += asked.candidates.map { candidate in
      let person = candidate.person
      return SelectOption(
        value: "same \(person.id.text)",
        text: say.isSame(
          describe(person.name, person.birthYear, person.code, candidate.unitName)),
        isChosen: asked.decision == .same(person.id))
    }
    if asked.canBeAnother {
      options.append(
        SelectOption(
          value: "different", text: say.different, isChosen: asked.decision == .different))
    }
    options.append(
      SelectOption(value: "later", text: say.later, isChosen: asked.decision == .later))
    let who = describe(asked.name, asked.birthYear, asked.code, asked.className)
    self.init(
      field: "person-\(asked.line)", label: "\(say.line) \(asked.line): \(who)",
      hint: chrome[asked.reason.text], options: options)
  }
}

extension ImportDecisions {
  /// What the form says; anything else is no answer.
  init(_ form: Form) {
    self.init()
    takesReadyRows = form["partial"] == "1"
    sheet = form["sheet"].flatMap { wholeNumber($0) }.map { .number($0) }
    switch form["classes"] {
    case "create": everyClass = .create
    case "skip": everyClass = .skip
    default: break
    }
    everybody = form["people"].flatMap { ForEverybody(rawValue: $0) }
    for pair in form.pairs {
      let (name, value) = (pair.name, pair.value)
      if name.utf8.starts(with: "class-".utf8) {
        let words = value.utf8.split(separator: UInt8(ascii: " "), maxSplits: 1)
          .map { String(decoding: Array($0), as: UTF8.self) }
        guard words.count == 2, let decision = Self.forClass(words[0]) else { continue }
        classes[words[1]] = decision
      } else if name.utf8.starts(with: "person-".utf8),
        let line = wholeNumber(String(name.dropFirst(7)))
      {
        people[line] = Self.forPerson(value)
      }
    }
  }

  private static func forClass(_ word: String) -> ForClass? {
    switch word {
    case "create": .create
    case "skip": .skip
    default:
      word.utf8.starts(with: "is-".utf8)
        ? UnitID(text: String(word.dropFirst(3))).map { .existing($0) } : nil
    }
  }

  private static func forPerson(_ value: String) -> ForPerson? {
    switch value {
    case "different": .different
    case "later": .later
    default:
      value.utf8.starts(with: "same ".utf8)
        ? PersonID(text: String(value.dropFirst(5))).map { .same($0) } : nil
    }
  }
}

extension ImportPage.Preview {
  /// The plan as the page shows it.
  init(
    _ plan: ImportPlan, token: String, file: String, unit: UnitID, cohort: CohortID?,
    _ unitName: String,
    _ chrome: Chrome
  ) {
    let rows = plan.rows.prefix(200).map(ImportPage.Row.init)
    let waiting = plan.waiting.prefix(200).map(ImportPage.Row.init)
    self.init(
      token: token, file: clipped(file, 200), unit: unit.text, cohort: cohort?.text ?? "",
      summary: ImportPage.Summary(plan),
      rows: Array((rows + waiting).sorted { $0.line < $1.line }.prefix(200)),
      issues: Array(plan.issues.prefix(200)), notes: Array(plan.notes.prefix(200)),
      questions: ImportPage.Questions(plan, unitName, chrome),
      sheets: plan.sheets.map { sheet in
        SelectOption(
          value: String(sheet.number), text: clipped(sheet.name, 40),
          isChosen: sheet.number == plan.sheet)
      }, sheet: plan.sheet.map(String.init) ?? "", isReadable: plan.isReadable,
      isDecided: plan.undecided == 0)
  }
}

extension ImportPage.Summary {
  init(_ plan: ImportPlan) {
    self.init(
      added: plan.created, updated: plan.changed, moved: plan.moved, unchanged: plan.unchanged,
      leftOut: plan.keptOut)
  }
}

extension ImportPage.Row {
  fileprivate init(_ row: ImportPlan.Row) {
    let effect: ImportPage.Effect =
      switch row.change {
      case .created: .add
      case .changed: .update
      case .moved: .move
      case .unchanged: .keep
      }
    self.init(
      line: row.line, name: row.person.name, code: row.shownCode,
      birthYear: row.person.birthYear, className: row.className, effect: effect,
      was: row.before.flatMap { Self.replaced(of: $0, by: row.person) })
  }

  private static func replaced(of old: Person, by new: Person) -> String? {
    let parts = [
      old.name == new.name ? nil : old.name,
      old.birthYear == new.birthYear ? nil : old.birthYear.map(String.init),
      old.code == new.code ? nil : old.code,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  fileprivate init(_ row: ImportPlan.Waiting) {
    self.init(
      line: row.line, name: row.name, code: row.code, birthYear: row.birthYear,
      className: row.className, effect: row.isLeftOut ? .leaveOut : .wait)
  }
}
