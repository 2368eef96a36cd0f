import QuizEngine

/// The part of a filter that is the same for every list of people.
struct PeopleSearch: Sendable {
  /// As it was typed.
  let text: String
  /// Code of a class.
  let unit: String?
  private let folded: [UInt8]

  /// Reads `q` and `class` of an address; longer text than any name is cut.
  init(_ request: Request) {
    let typed = (request.query["q"] ?? "").unicodeScalars.prefix(60)
    text = String(String.UnicodeScalarView(typed)).trimmed
    folded = Array(foldedName(text).utf8)
    unit = request.query["class"].flatMap { $0.isEmpty || $0.utf8.count > 64 ? nil : $0 }
  }

  /// Whether the person's name or code has the text in it, marks or none.
  func finds(_ person: Person, in personUnit: Unit?) -> Bool {
    if let unit, personUnit?.code.utf8.elementsEqual(unit.utf8) != true { return false }
    guard !folded.isEmpty else { return true }
    return contains(folded, in: Array(foldedName(person.name).utf8))
      || contains(folded, in: Array(foldedName(person.code ?? "").utf8))
  }

  /// The classes of some people, in the order of their names, for the choice.
  static func options(_ units: [Unit?]) -> [SelectOption] {
    let known = Dictionary(
      units.compactMap { $0 }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return known.values.sorted { $0.code < $1.code }.map {
      SelectOption(value: $0.code, text: $0.name)
    }
  }
}

/// Whether `part` stands anywhere in `whole`.
private func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
  guard part.count <= whole.count else { return false }
  return (0...(whole.count - part.count)).contains { start in
    whole[start..<(start + part.count)].elementsEqual(part)
  }
}
