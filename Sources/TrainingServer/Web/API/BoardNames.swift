import QuizEngine

/// Whose names a reader of a board may see.
struct BoardNames: Sendable {
  let units: UnitTree
  private let seesNames: Bool
  /// Sees their own name in full; nil for nobody in particular.
  private let reader: PersonID?

  init(_ contest: Contest, _ reader: Session, _ units: UnitTree) {
    self.init(
      units: units,
      seesNames: reader.allows(.manageContests) && units.contains(contest.unit, in: reader.unit),
      reader: reader.person)
  }

  private init(units: UnitTree, seesNames: Bool, reader: PersonID?) {
    (self.units, self.seesNames, self.reader) = (units, seesNames, reader)
  }

  /// The reader, unless they see every name.
  var readerOfPublicNames: PersonID? { seesNames ? nil : reader }

  /// The names that everybody may see.
  var asSeenByOthers: BoardNames { BoardNames(units: units, seesNames: false, reader: nil) }

  func name(of person: Person) -> String {
    seesNames || person.id == reader ? person.name : PublicName.of(person)
  }

  func isReader(_ person: Person) -> Bool { person.id == reader }

  func school(of person: Person) -> String { PublicName.school(of: person.unit, in: units) }
}
