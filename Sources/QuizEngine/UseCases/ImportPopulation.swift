/// The people whom the rows of a list may be, found once and looked up often.
struct ImportPopulation {
  /// The people of the school, and those elsewhere who have something in common with the list.
  private let people: [PersonID: Person]
  private var byClass: [InClass: [PersonID]] = [:]
  private var byLikeness: [LikeName: [PersonID]] = [:]
  private var byYear: [InYear: [PersonID]] = [:]
  private var byCode: [String: [PersonID]] = [:]
  private var byClassCode: [ClassCode: PersonID] = [:]
  private var byNumber: [Digest: PersonID] = [:]
  private var byUsername: [String: PersonID] = [:]
  private let here: Set<UnitID>

  private struct InClass: Hashable {
    let unit: UnitID
    let key: PersonNameKey
  }

  private struct LikeName: Hashable {
    let unit: UnitID
    let likeness: String
  }

  private struct ClassCode: Hashable {
    let unit: UnitID
    let code: String
  }

  private struct InYear: Hashable {
    let year: Int?
    let key: PersonNameKey
  }

  init(
    _ people: [Person], numbers: [PersonID: Digest], holders: [Person], school: UnitID,
    units: UnitTree
  ) {
    self.people = Dictionary(
      (people + holders).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    here = Set(units.subtree(of: school).map(\.unit.id))
    for person in people {
      let key = PersonNameKey(person.name)
      byClass[InClass(unit: person.unit, key: key), default: []].append(person.id)
      byYear[InYear(year: person.birthYear, key: key), default: []].append(person.id)
      let like = LikeName(unit: person.unit, likeness: Self.likeness(of: person.name))
      byLikeness[like, default: []].append(person.id)
      if let code = person.code {
        byCode[code, default: []].append(person.id)
        byClassCode[ClassCode(unit: person.unit, code: code)] = person.id
      }
      if let number = numbers[person.id] { byNumber[number] = person.id }
    }
    for holder in holders { byUsername[holder.username ?? ""] = holder.id }
  }

  func person(_ id: PersonID) -> Person? { people[id] }

  /// Namesakes in a class; where more are than a class holds, the first do for a question.
  func named(_ key: PersonNameKey, in unit: UnitID) -> [Person] {
    known(byClass[InClass(unit: unit, key: key)], 200)
  }

  /// People of a class whose names differ from this one by marks, or by i and y, at most.
  func named(like name: String, in unit: UnitID) -> [Person] {
    known(byLikeness[LikeName(unit: unit, likeness: Self.likeness(of: name))], 50)
  }

  private static func likeness(of name: String) -> String {
    foldedName(name).replacing("y", with: "i")
  }

  /// Namesakes of one year of birth anywhere, as many as a question needs.
  func named(_ key: PersonNameKey, bornIn year: Int) -> [Person] {
    known(byYear[InYear(year: year, key: key)], 50)
  }

  /// Who has that code in a class.
  func coded(_ code: String, in unit: UnitID) -> Person? {
    byClassCode[ClassCode(unit: unit, code: code)].flatMap { people[$0] }
  }

  /// Who has that code, anywhere.
  func coded(_ code: String) -> [Person] { known(byCode[code], 200) }

  private func known(_ ids: [PersonID]?, _ count: Int) -> [Person] {
    (ids ?? []).prefix(count).compactMap { people[$0] }
  }

  func numbered(_ number: Digest) -> Person? { byNumber[number].flatMap { people[$0] } }
  func holder(of username: String) -> Person? { byUsername[username].flatMap { people[$0] } }
  func isHere(_ person: Person) -> Bool { here.contains(person.unit) }
}

/// What a list looks for among the people of other units.
struct ImportWanted: Sendable {
  private let keys: Set<PersonNameKey>
  private let years: Set<Int>
  private let codes: Set<String>
  private let ids: Set<PersonID>
  let usernames: Set<String>

  init(_ entries: [ClassListLine]) {
    keys = Set(entries.map { PersonNameKey($0.name) })
    years = Set(entries.compactMap(\.birthYear))
    codes = Set(entries.compactMap(\.code).filter { $0.utf8.count > 3 })
    ids = Set(entries.compactMap { $0.known?.id })
    usernames = Set(entries.compactMap(\.username))
  }

  /// Whether somebody may be one of the list's.
  func takes(_ person: Person) -> Bool {
    if ids.contains(person.id) { return true }
    if let code = person.code, codes.contains(code) { return true }
    guard let year = person.birthYear, years.contains(year) else { return false }
    return keys.contains(PersonNameKey(person.name))
  }
}
