import QuizEngine

/// Fills an engine: an office, two schools, everybody of `Who`, a cohort and a contest in A.
struct TestSchool {
  let people: [Who: Person]
  let cohort: CohortID
  let contest: ContestID
  let card: String

  init(_ engine: Engine, at now: Instant) throws {
    let units = try Self.units(engine, at: now)
    var people: [Who: Person] = [:]
    for (number, who) in Who.allCases.enumerated() where who != .nobody {
      guard let unit = units[who.place] else { continue }
      people[who] = Person(
        id: PersonID(number: UInt128(1000 + number)), name: "Nguyễn Văn \(who.rawValue)",
        roles: who.roles, unit: unit, birthYear: 2012, username: nil, registeredAt: now)
    }
    let everybody = people
    let secret = CardSecret(engine.environment)
    try engine.write { transaction in
      for (who, person) in everybody.sorted(by: { $0.value.id < $1.value.id }) {
        try transaction.connection.persons.insert(person)
        try transaction.connection.signIns.insert(
          Session(
            token: SHA256.hash(who.token), person: person.id, roles: person.roles,
            unit: person.unit, createdAt: now, expiresAt: now + .hours(24)))
        // Tests let hours pass; how idle sessions end is tested with the engine.
        try transaction.connection.signIns.saw(SHA256.hash(who.token), at: now + .hours(24))
      }
      if let pupil = everybody[.pupil] {
        try transaction.connection.signIns.insertCard(secret.digest, person: pupil.id, at: now)
      }
    }
    card = secret.text
    self.people = people
    cohort = try Self.cohort(engine, units[.schoolA], people, at: now)
    let school = units[.schoolA] ?? UnitID(number: 0)
    contest = try engine.openContest(
      sheet: TestContent.sheet, file: "thu.json", bank: TestContent.bank, unit: school,
      by: .operatorAtMachine, at: now
    ).id
  }

  private static func units(_ engine: Engine, at now: Instant) throws -> [Who.Place: UnitID] {
    let office = try engine.createUnit(
      code: "so-thu", name: "Sở thử", kind: .department, parent: nil, by: .operatorAtMachine,
      at: now)
    var units: [Who.Place: UnitID] = [.office: office.id]
    for (place, code) in [(Who.Place.schoolA, "truong-a"), (.schoolB, "truong-b")] {
      units[place] =
        try engine.createUnit(
          code: code, name: "Trường \(code.suffix(1).uppercased())", kind: .school,
          parent: office.id, by: .operatorAtMachine, at: now
        ).id
    }
    units[.classA] =
      try engine.createUnit(
        code: "truong-a-6a", name: "Lớp 6A", kind: .schoolClass, parent: units[.schoolA],
        by: .operatorAtMachine, at: now
      ).id
    return units
  }

  private static func cohort(
    _ engine: Engine, _ unit: UnitID?, _ people: [Who: Person], at now: Instant
  ) throws -> CohortID {
    let cohort = try engine.createCohort(
      name: "Lớp thử", unit: unit ?? UnitID(number: 0), course: TestContent.course.slug,
      dueAt: nil, by: .operatorAtMachine, at: now)
    let learners = [Who.pupil, .classmate].compactMap { people[$0]?.id }
    try engine.enrol(learners, in: cohort.id, as: .learner, by: .operatorAtMachine, at: now)
    try engine.enrol(
      [people[.teacher]?.id].compactMap(\.self), in: cohort.id, as: .teacher,
      by: .operatorAtMachine, at: now)
    return cohort.id
  }
}
