/// What undoing an import did.
package struct ImportUndoing: Sendable {
  package let run: ImportRun
  /// People taken away, and people as they were before.
  package internal(set) var removed = 0
  package internal(set) var restored = 0
  /// Known people who leave the cohort that the import put them into.
  package internal(set) var left = 0
  /// Who stays as they are, and why.
  package internal(set) var kept: [Kept] = []
  /// Classes taken away, and classes that are in use.
  package internal(set) var removedClasses = 0
  package internal(set) var keptClasses: [String] = []

  /// Whether there is nobody to whom anything is done.
  package var isEmpty: Bool { removed + restored + left == 0 }

  /// Somebody who stays as they are.
  package struct Kept: Sendable {
    package let name: String
    package let reason: ImportKeeping
  }
}

extension Engine {
  /// Takes back what an import did, but for people on whom something depends meanwhile: they are
  /// named with the reason.
  ///
  /// - Throws: `Refusal.notFound` for an import that was undone or is none.
  package func undoImport(
    _ id: ImportID, isDryRun: Bool = false, by actor: Actor, at instant: Instant
  ) throws -> ImportUndoing {
    guard let run = try read({ try $0.imports.find(id) }), run.undoneAt == nil else {
      throw Refusal.notFound(.page)
    }
    // Somebody else's import looks like none.
    guard try mayUndo(run, actor) else { throw Refusal.notFound(.page) }
    if isDryRun { return try read { try $0.undoing(run) } }
    defer { unitsChanged() }
    return try write(by: actor) { transaction in
      let connection = transaction.connection
      guard try connection.imports.find(id)?.undoneAt == nil else { throw Refusal.notFound(.page) }
      let undoing = try transaction.undo(run)
      try connection.imports.close(id, at: instant)
      try transaction.audit(
        "person import undo", id.text, by: actor,
        detail: "\(undoing.removed) removed, \(undoing.restored) restored, "
          + "\(undoing.kept.count) kept", at: instant)
      return undoing
    }
  }

  /// The newest imports that the actor may undo.
  package func recentImports(by actor: Actor, atMost count: Int = 5) throws -> [ImportRun] {
    let units = try units()
    let below = actor.scope.map { Set(units.subtree(of: $0).map(\.unit.id)) }
    var found: [ImportRun] = []
    for run in try read({ try $0.imports.standing(in: below) }) where found.count < count {
      if try mayUndo(run, actor) { found.append(run) }
    }
    return found
  }

  /// Whether the actor may manage people wherever the import reached: the school, the cohort that
  /// took them, and the units that they came from.
  private func mayUndo(_ run: ImportRun, _ actor: Actor) throws -> Bool {
    let (former, cohort) = try read { connection in
      (
        try connection.imports.formerUnits(of: run.id),
        try run.cohort.flatMap { try connection.cohorts.find($0) }
      )
    }
    let reached = former.union([run.unit]).union(cohort.map { [$0.unit] } ?? [])
    do {
      for unit in reached { try require(.managePeople, in: unit, actor) }
      return true
    } catch Refusal.notAllowed {
      return false
    }
  }
}

/// What is to be done about one person.
private enum Undoing {
  case remove
  case restore(Person)
  /// Only the personal number goes back.
  case renumber
  case leave
  case keep(ImportKeeping)
}

extension Connection {
  fileprivate func undoing(_ run: ImportRun) throws -> ImportUndoing {
    var undoing = ImportUndoing(run: run)
    for entry in try imports.entries(of: run.id) {
      let what = try what(to: entry, run)
      undoing.note(what, entry, leaves: try leaves(entry, run))
    }
    return undoing
  }

  /// Whether somebody leaves the cohort that the import put them into: not after they acted since.
  fileprivate func leaves(_ entry: ImportRun.Entry, _ run: ImportRun) throws -> Bool {
    guard run.cohort != nil, entry.isEnrolled, try persons.person(entry.person) != nil else {
      return false
    }
    return try importTraces.acts(of: entry.person, since: run.madeAt) == nil
  }

  fileprivate func what(to entry: ImportRun.Entry, _ run: ImportRun) throws -> Undoing {
    guard let person = try persons.person(entry.person) else { return .leave }
    guard let before = entry.before else {
      if ImportRun.Facts(person) != entry.after { return .keep(.changedSince) }
      return try importTraces.keeping(person.id).map { .keep($0) } ?? .remove
    }
    if before == entry.after { return entry.number == nil ? .leave : .renumber }
    if ImportRun.Facts(person) != entry.after { return .keep(.changedSince) }
    if before.unit != entry.after.unit,
      let act = try importTraces.acts(of: person.id, since: run.madeAt)
    {
      return .keep(act)
    }
    let holder = try before.username.flatMap { try persons.holder(ofUsername: $0) }
    guard try units.exists(before.unit), holder == nil || holder?.id == person.id else {
      return .keep(.changedSince)
    }
    var old = person
    old.name = before.name
    old.unit = before.unit
    old.birthYear = before.birthYear
    old.code = before.code
    old.username = before.username
    return .restore(old)
  }
}

extension ImportUndoing {
  fileprivate mutating func note(
    _ undoing: Undoing, _ entry: ImportRun.Entry, leaves: Bool
  ) {
    switch undoing {
    case .remove: removed += 1
    case .restore, .renumber:
      restored += 1
      left += leaves ? 1 : 0
    case .leave: left += leaves ? 1 : 0
    case .keep(let reason): kept.append(Kept(name: entry.after.name, reason: reason))
    }
  }
}

extension Transaction {
  fileprivate func undo(_ run: ImportRun) throws -> ImportUndoing {
    var undoing = ImportUndoing(run: run)
    for entry in try connection.imports.entries(of: run.id) {
      let what = try connection.what(to: entry, run)
      let leaves = try connection.leaves(entry, run)
      undoing.note(what, entry, leaves: leaves)
      switch what {
      case .remove:
        willForget(sessionsOf: entry.person)
        try connection.importTraces.remove(entry.person)
        continue
      case .restore(let old): try update(old)
      case .renumber, .leave: break
      case .keep: continue
      }
      try takeBack(entry, run, leaves: leaves)
    }
    let names = Dictionary(
      try connection.units.all().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for unit in try connection.imports.classes(of: run.id) {
      let name = names[unit]
      if try connection.importTraces.removeEmpty(unit) {
        undoing.removedClasses += 1
      } else if let name {
        undoing.keptClasses.append(name)
      }
    }
    return undoing
  }

  /// The cohort and the number that the import gave to somebody who was there before.
  private func takeBack(_ entry: ImportRun.Entry, _ run: ImportRun, leaves: Bool) throws {
    if let cohort = run.cohort, leaves {
      try connection.importTraces.leave(entry.person, cohort)
    }
    // A number that somebody corrected since stays.
    let numbers = connection.personalNumbers
    if let change = entry.number, try numbers.number(of: entry.person)?.digest == change.after {
      if let before = change.before {
        try numbers.set(before, of: entry.person)
      } else {
        try numbers.remove(entry.person)
      }
    }
  }
}
