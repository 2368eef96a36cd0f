extension Engine {
  /// Adds a unit below `parent`; its code is unique.
  package func createUnit(
    code: String, name: String, kind: UnitKind, parent: UnitID?, headcount: Int? = nil,
    by actor: Actor, at instant: Instant
  ) throws -> Unit {
    if let parent {
      try require(.managePeople, in: parent, actor)
    } else if case .person = actor {
      throw Refusal.notAllowed
    }
    guard Slug.isValid(code.lowercased()) else { throw Refusal.invalid(field: "code", .malformed) }
    let name = try checkedName(name)
    let unit = Unit(
      id: environment.newID(at: instant), parent: parent, code: code, name: name,
      kind: kind, validFrom: instant, headcount: headcount)
    defer { unitsChanged() }
    return try write(by: actor) { transaction in
      let known = try transaction.connection.units.all()
      guard !known.contains(where: { $0.code == code }) else {
        throw Refusal.alreadyExists(.unit, name: code)
      }
      try transaction.connection.units.insert(unit)
      try transaction.audit("unit create", code, by: actor, at: instant)
      return unit
    }
  }

  /// The unit with that code.
  package func unit(code: String) throws -> Unit {
    guard let unit = try units().all.first(where: { $0.code == code }) else {
      throw Refusal.notFound(.unit)
    }
    return unit
  }
}
