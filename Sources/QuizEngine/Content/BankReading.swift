/// What a bank must have to be taken.
package enum BankDemands: Sendable {
  /// A bank of `Courses`: ids of our own, explanations, every question in both languages.
  case course
  /// A teacher's file as other programs write it: what is missing is made or told, not refused.
  case teacher
}

/// A bank and what its author may want to know about it.
package struct BankReading: Sendable {
  package let bank: QuestionBank
  /// In the order of the files; none of them keeps the bank from being used.
  package let warnings: [SourceIssue]
}
