/// A place in a file that a person wrote.
///
/// Lines and columns count from 1; a column is a Unicode scalar, as editors count.
package struct SourceLocation: Hashable, Sendable {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// Something wrong in a file: where it is, what it is and what to do, in both languages.
package struct SourceIssue: Error, Hashable, Sendable {
  package let location: SourceLocation
  package let message: LocalizedText

  package init(_ location: SourceLocation, _ message: LocalizedText) {
    self.location = location
    self.message = message
  }

  /// `file:line:column: message`, the form editors can jump to.
  package func text(_ language: Language) -> String {
    "\(location.file):\(location.line):\(location.column): \(message[language])"
  }
}

/// Everything wrong in one or more files; thrown whole, so that one run shows all of it.
package struct SourceIssues: Error, Hashable, Sendable {
  package let issues: [SourceIssue]

  package init(_ issues: [SourceIssue]) {
    self.issues = issues
  }
}
