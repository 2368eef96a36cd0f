/// What tells apart the cards of pupils of one class who have the same name.
struct CardNamesakes {
  private struct InClass: Hashable {
    let unit: UnitID
    let key: PersonNameKey
  }

  private let namesakes: [InClass: [Person]]

  /// - Parameter members: everybody of the classes whose cards are made.
  init(_ members: [Person]) {
    namesakes = Dictionary(grouping: members) {
      InClass(unit: $0.unit, key: PersonNameKey($0.name))
    }.filter { $0.value.count > 1 }
  }

  /// The year of birth, the code where that is the same too; nil where the name says enough.
  func distinction(of person: Person) -> String? {
    let key = InClass(unit: person.unit, key: PersonNameKey(person.name))
    guard let others = namesakes[key]?.filter({ $0.id != person.id }), !others.isEmpty
    else { return nil }
    if let year = person.birthYear, !others.contains(where: { $0.birthYear == year }) {
      return "sinh năm \(year)"
    }
    return person.code.map { "mã \($0)" }
  }
}
