/// What importing a class list does, or would do.
package struct ImportPlan: Sendable {
  /// The people who are written, in the file's order.
  package internal(set) var rows: [Row] = []
  /// The rows that are not: left for later, undecided, or of a class that is left out.
  package internal(set) var waiting: [Waiting] = []
  /// The classes named in the file, in the order of their first mention.
  package internal(set) var classes: [Class] = []
  /// The sheets that may be the list, where there are several, and the one that was read.
  package internal(set) var sheets: [ClassList.Sheet] = []
  package internal(set) var sheet: Int?
  /// The questions about classes and people, with what was decided.
  package internal(set) var newClasses: [ImportQuestion.NewClass] = []
  package internal(set) var twins: [ImportQuestion.Twin] = []
  /// Everything wrong; when there is any, nothing is written unless that is wanted.
  package internal(set) var issues: [SourceIssue] = []
  /// What was understood or skipped.
  package internal(set) var notes: [SourceIssue] = []
  /// Rows that `issues` keep out, told or not.
  package internal(set) var refusedRows = 0
  /// Whether anything can be taken from the file at all.
  package internal(set) var isReadable = true
  /// The import by which it can be undone; nil while nothing is written.
  package internal(set) var run: ImportID?

  /// One person of the file.
  package struct Row: Sendable {
    package let line: Int
    package let person: Person
    /// As they were before.
    package let before: Person?
    package let className: String
    package let change: Change
    package let personalNumber: PersonalNumber?
  }

  /// A row of which nothing is written.
  package struct Waiting: Sendable {
    package let line: Int
    package let name: String
    package let birthYear: Int?
    package let code: String?
    package let className: String
    package let isLeftOut: Bool
  }

  /// What happens to one person.
  package enum Change: String, CaseIterable, Sendable {
    case created
    case changed
    /// Into another class.
    case moved
    case unchanged
  }

  /// A class as a unit, new or known.
  package struct Class: Sendable {
    package let unit: Unit
    package let isNew: Bool
  }

  package func count(_ change: Change) -> Int { rows.count { $0.change == change } }
  package var created: Int { count(.created) }
  package var changed: Int { count(.changed) }
  package var moved: Int { count(.moved) }
  package var unchanged: Int { count(.unchanged) }

  /// Whether nothing was read yet, because several sheets may be the list.
  package var asksForSheet: Bool { sheet == nil && !sheets.isEmpty }

  /// Questions that nobody answered.
  package var undecided: Int {
    (asksForSheet ? 1 : 0) + newClasses.count { $0.decision == nil }
      + twins.count { $0.decision == nil }
  }

  /// Rows that stay out when the plan is carried out.
  package var keptOut: Int { refusedRows + waiting.count }

  /// Whether the plan may be carried out.
  func isReady(_ decisions: ImportDecisions) -> Bool {
    isReadable && undecided == 0 && (issues.isEmpty || decisions.takesReadyRows)
  }
}
