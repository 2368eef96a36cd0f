/// One person of a class list, as the file says.
package struct ClassListLine: Hashable, Sendable {
  /// Full name, single spaces, NFC.
  package let name: String
  /// As written, such as `6A` or `Lớp 6A`; nil for staff of the whole school.
  package let className: String?
  package let birthYear: Int?
  package let code: String?
  /// `student` or `teacher`.
  package let role: Role
  /// Lower-case sign-in name; only teachers have one.
  package let username: String?
  package let places: Places

  /// Where the parts stand, for messages.
  package struct Places: Hashable, Sendable {
    package let name: SourceLocation
    package let className: SourceLocation
    package let code: SourceLocation
    package let username: SourceLocation
  }

  /// Line of the file.
  package var line: Int { places.name.line }
}

/// The people of a file and everything wrong with it.
package struct ClassList: Sendable {
  package let entries: [ClassListLine]
  package let issues: [SourceIssue]
}
