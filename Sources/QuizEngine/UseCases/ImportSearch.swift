/// Loads whom a list may speak of: on a reader before the write, and again inside it.
struct ImportSearch: Sendable {
  private let wanted: ImportWanted
  private let numbers: [Digest]
  private let school: UnitID
  /// Where the person who imports may look.
  private let scope: UnitID?
  /// People of other units with something in common, and the last name that was looked at.
  private let elsewhere: [PersonID]
  private let last: PersonID?

  /// Looks through everybody, which takes long; nobody waits for it.
  init(
    _ wanted: ImportWanted, numbers: [Digest], school: UnitID, scope: UnitID?,
    _ connection: Connection
  ) throws {
    self.wanted = wanted
    self.numbers = numbers
    self.school = school
    self.scope = scope
    last = try connection.persons.newest()
    elsewhere = try connection.persons.those(where: wanted.takes).map(\.id)
  }

  /// As the connection sees it: the school is read whole, others by name, newcomers too.
  func population(_ connection: Connection, _ units: UnitTree) throws -> ImportPopulation {
    let persons = connection.persons
    let here = units.subtree(of: school).map(\.unit.id)
    var people: [PersonID: Person] = [:]
    for unit in here {
      for person in try persons.members(of: unit) { people[person.id] = person }
    }
    var others = try elsewhere.compactMap { try persons.person($0) }
    others += try persons.those(after: last, where: wanted.takes)
    var digests: [PersonID: Digest] = [:]
    for digest in numbers {
      guard let id = try connection.personalNumbers.holder(of: digest) else { continue }
      digests[id] = digest
      if people[id] == nil, let person = try persons.person(id) { others.append(person) }
    }
    for person in others where people[person.id] == nil && maySee(person, units) {
      people[person.id] = person
    }
    let holders = try wanted.usernames.compactMap { try persons.holder(ofUsername: $0) }
    return ImportPopulation(
      people.values.sorted { $0.id < $1.id }, numbers: digests, holders: holders, school: school,
      units: units)
  }

  private func maySee(_ person: Person, _ units: UnitTree) -> Bool {
    scope.map { units.contains(person.unit, in: $0) } ?? true
  }
}
