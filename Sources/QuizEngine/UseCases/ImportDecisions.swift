/// What the person decided about the questions of an import; none is decided for them.
package struct ImportDecisions: Sendable {
  /// Which sheet of a workbook is the list.
  package var sheet: SheetChoice?
  /// By the slug of the class as written.
  package var classes: [String: ForClass] = [:]
  /// For every new class that `classes` does not name.
  package var everyClass: ForClass?
  /// By line of the file.
  package var people: [Int: ForPerson] = [:]
  /// For every doubt about a person that `people` does not name.
  package var everybody: ForEverybody?
  /// Whether the rows that are in order are written although others are not.
  package var takesReadyRows = false

  package init() {}

  /// What a class that does not exist yet is.
  package enum ForClass: Hashable, Sendable {
    /// A class of the school that stands under another name.
    case existing(UnitID)
    case create
    /// Its rows are left out.
    case skip
  }

  /// Who somebody is who might be known already.
  package enum ForPerson: Hashable, Sendable {
    case same(PersonID)
    case different
    case later
  }

  /// The same for all whose question offers it.
  package enum ForEverybody: String, CaseIterable, Sendable {
    case same, different, later
  }
}
