/// Compares a class list with who is known already; changes nothing.
struct ImportPlanning {
  private var classes: ImportClasses
  private let school: Unit
  private let units: UnitTree
  private let population: ImportPopulation
  private let decisions: ImportDecisions
  private let digest: (PersonalNumber) -> Digest?
  private let newID: () -> PersonID
  private let instant: Instant

  private var claimed: [PersonID: Int] = [:]
  private var written: Set<ImportMatch.InClass> = []
  private var repeats = ImportRepeats()
  private var plan = ImportPlan()

  init(
    _ classes: ImportClasses, school: Unit, _ units: UnitTree, _ population: ImportPopulation,
    _ decisions: ImportDecisions, at instant: Instant, newID: @escaping () -> PersonID,
    digest: @escaping (PersonalNumber) -> Digest?
  ) {
    self.classes = classes
    self.school = school
    self.units = units
    self.population = population
    self.decisions = decisions
    self.instant = instant
    self.newID = newID
    self.digest = digest
  }

  mutating func plan(_ list: ClassList) -> ImportPlan {
    plan.issues = list.issues
    plan.notes = list.notes
    plan.refusedRows = list.refusedRows
    plan.isReadable = list.isReadable
    plan.sheets = list.sheets
    plan.sheet = list.sheet
    let placed = list.entries.compactMap { place($0) }
    written = Set(
      placed.map { entry, unit in
        ImportMatch.InClass(unit: unit.id, key: PersonNameKey(entry.name))
      })
    let certain = placed.map { entry, unit in certainly(entry, in: unit) }
    for (person, row) in zip(certain, placed) where person != nil {
      if let person, claimed[person.id] == nil { claimed[person.id] = row.0.line }
    }
    for ((entry, unit), person) in zip(placed, certain) { settle(entry, unit, person) }
    plan.classes = classes.classes
    plan.newClasses = classes.questions
    plan.waiting.sort { $0.line < $1.line }
    plan.issues.sort {
      ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column)
    }
    return plan
  }

  /// The entry with its unit; nil for one that waits or is wrong.
  private mutating func place(_ entry: ClassListLine) -> (ClassListLine, Unit)? {
    if let code = entry.known?.unit, let unit = classes.unit(code: code) { return (entry, unit) }
    guard let name = entry.className else {
      guard entry.roles == [.student], school.kind != .schoolClass, entry.known != nil else {
        return (entry, school)
      }
      refuse(
        entry.places.className.issue(
          "đơn vị này không thuộc \(school.name).", "this unit does not belong to \(school.name)."))
      return nil
    }
    do {
      switch try classes.answer(named: name, line: entry.line) {
      case .unit(let unit): return (entry, unit)
      case .undecided: wait(entry, name, isLeftOut: false)
      case .leftOut: wait(entry, name, isLeftOut: true)
      }
    } catch {
      refuse(entry.places.className.issue(error.message.vietnamese, error.message.english))
    }
    return nil
  }

  /// Whom the entry names by a number, a code of the same class or a sign-in name.
  private func certainly(_ entry: ClassListLine, in unit: Unit) -> Person? {
    if let id = entry.known?.id, let person = population.person(id) { return person }
    if let number = entry.personalNumber.flatMap(digest),
      let person = population.numbered(number)
    {
      return person
    }
    if let username = entry.username, let person = population.holder(of: username) {
      return person
    }
    let coded = entry.code.flatMap { population.coded($0, in: unit.id) }
    let namesakes = population.named(PersonNameKey(entry.name), in: unit.id)
    let exact = namesakes.filter { $0.birthYear == entry.birthYear }
    // Somebody of that very name, and of that year, is meant before whoever has the code now.
    let meant = exact.isEmpty ? namesakes : exact
    return coded.flatMap { person in
      let isMeant = meant.isEmpty || meant.contains { $0.id == person.id }
      return isMeant && ImportMatch.isCorrection(of: person, entry) ? person : nil
    }
  }

  private mutating func settle(_ entry: ClassListLine, _ unit: Unit, _ certain: Person?) {
    if let issue = repeats.issue(about: entry, in: unit) { return refuse(issue) }
    let finding = ImportMatch(population, claimed: claimed, written: written)
      .find(entry, in: unit, certain: certain)
    switch finding {
    case .refused(let issue): refuse(issue)
    case .nobody: create(entry, unit)
    case .certain(let person): update(person, entry, unit)
    case .doubt(let reason, let people): ask(reason, people, entry, unit)
    }
  }

  private mutating func ask(
    _ reason: ImportQuestion.Reason, _ people: [Person], _ entry: ClassListLine, _ unit: Unit
  ) {
    var twin = ImportQuestion.Twin(
      line: entry.line, name: entry.name, birthYear: entry.birthYear, code: entry.code,
      className: unit.name, reason: reason,
      candidates: people.prefix(5).map {
        ImportQuestion.Candidate(person: $0, unitName: unitName($0.unit))
      })
    twin.decision = decision(about: twin)
    plan.twins.append(twin)
    switch twin.decision {
    case .same(let id):
      if let person = people.first(where: { $0.id == id }) { update(person, entry, unit) }
    case .different: create(entry, unit)
    case .later, nil: wait(entry, unit.name, isLeftOut: false)
    }
  }

  /// What was decided, if it still answers the question.
  private func decision(about twin: ImportQuestion.Twin) -> ImportDecisions.ForPerson? {
    let candidates = twin.candidates.map(\.person.id)
    switch decisions.people[twin.line] {
    case .same(let id): return candidates.contains(id) ? .same(id) : nil
    case .different: return twin.canBeAnother ? .different : nil
    case .later: return .later
    case nil: break
    }
    switch decisions.everybody {
    case .same: return candidates.count == 1 ? .same(candidates[0]) : nil
    case .different: return twin.canBeAnother ? .different : nil
    case .later: return .later
    case nil: return nil
    }
  }

  private func unitName(_ id: UnitID) -> String {
    units.path(from: id).prefix(2).map(\.name).joined(separator: ", ")
  }

  private mutating func create(_ entry: ClassListLine, _ unit: Unit) {
    guard entry.roles == [.student] || entry.roles == [.teacher] else {
      return refuse(
        entry.places.name.issue(
          "vai trò của người này không nhập bằng tệp được.",
          "this person's role cannot be imported."))
    }
    let person = Person(
      id: newID(), name: entry.name, roles: entry.roles, unit: unit.id,
      birthYear: entry.birthYear, code: entry.code, username: entry.username,
      registeredAt: instant)
    append(entry, person, nil, unit, .created)
  }

  private mutating func update(_ person: Person, _ entry: ClassListLine, _ unit: Unit) {
    if let line = claimed[person.id], line != entry.line {
      return refuse(
        entry.places.name.issue(
          "“\(entry.name)” và dòng \(line) cùng là một người đã có. Hãy xoá một dòng.",
          "“\(entry.name)” and line \(line) are one known person. Delete a row."))
    }
    claimed[person.id] = entry.line
    let updated = person.updated(from: entry, unit: unit.id)
    guard updated == person || person.roles.isSubset(of: [.student, .teacher]) else {
      return refuse(
        entry.places.name.issue(
          "“\(entry.name)” có vai trò không sửa bằng tệp được.",
          "“\(entry.name)” has a role that no file changes."))
    }
    let isSame = updated == person && hasNumber(entry, person)
    let change: ImportPlan.Change =
      isSame ? .unchanged : updated.unit == person.unit ? .changed : .moved
    append(entry, updated, person, unit, change)
  }

  /// Whether the entry gives the person no other personal number.
  private func hasNumber(_ entry: ClassListLine, _ person: Person) -> Bool {
    guard let number = entry.personalNumber else { return true }
    return digest(number).flatMap { population.numbered($0) }?.id == person.id
  }

  private mutating func append(
    _ entry: ClassListLine, _ person: Person, _ before: Person?, _ unit: Unit,
    _ change: ImportPlan.Change
  ) {
    plan.rows.append(
      ImportPlan.Row(
        line: entry.line, person: person, before: before, className: unit.name, change: change,
        personalNumber: entry.personalNumber))
  }

  private mutating func wait(_ entry: ClassListLine, _ className: String, isLeftOut: Bool) {
    plan.waiting.append(
      ImportPlan.Waiting(
        line: entry.line, name: entry.name, birthYear: entry.birthYear, code: entry.code,
        className: className, isLeftOut: isLeftOut))
  }

  private mutating func refuse(_ issue: SourceIssue) {
    plan.refusedRows += 1
    if plan.issues.count < ClassList.issueLimit { plan.issues.append(issue) }
  }
}

extension Person {
  /// The person with what the file says; what it leaves out stays, and so does a spelling that
  /// reads the same.
  fileprivate func updated(from entry: ClassListLine, unit: UnitID) -> Person {
    var person = self
    let isOtherName = PersonNameKey(name) != PersonNameKey(entry.name)
    let isBetterCase =
      !isOtherName && name.lowercased() == entry.name.lowercased()
      && entry.name != entry.name.uppercased()
    if isOtherName || isBetterCase { person.name = entry.name }
    person.birthYear = entry.birthYear ?? birthYear
    if let code = entry.code, !ImportMatch.differOnlyByZeros(code, self.code) { person.code = code }
    person.username = entry.username ?? username
    person.unit = unit
    return person
  }
}
