/// What importing a class list does, or would do.
package struct ImportPlan: Sendable {
  package let rows: [Row]
  /// The classes named in the file, in the order of their first mention.
  package let classes: [Class]
  /// Everything wrong; when there is any, nothing is written.
  package let issues: [SourceIssue]

  /// One person of the file.
  package struct Row: Sendable {
    package let line: Int
    package let person: Person
    package let className: String
    package let change: Change
  }

  /// What happens to one person.
  package enum Change: String, CaseIterable, Sendable {
    case created
    case changed
    case unchanged
  }

  /// A class as a unit, new or known.
  package struct Class: Sendable {
    package let unit: Unit
    package let isNew: Bool
  }

  package var created: Int { rows.count { $0.change == .created } }
  package var changed: Int { rows.count { $0.change == .changed } }
  package var unchanged: Int { rows.count { $0.change == .unchanged } }
}
