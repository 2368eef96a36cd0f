/// A statement of law with its source, the days it is in force, and what replaced it.
package struct LawFact: Hashable, Sendable {
  /// `L-001` and so on, as in `Courses/law/facts.json`.
  package let id: String
  package let statement: LocalizedText
  package let source: LocalizedText
  /// First moment in force, Vietnamese civil time; nil when it is in force with no known day.
  package let inForceFrom: Instant?
  /// First moment no longer in force; nil while it is.
  package let inForceUntil: Instant?
  package let replacedBy: [String]
  package let confidence: Confidence

  /// How sure the statement is; C is never taught and cannot be said here.
  package enum Confidence: String, Sendable {
    case lawText = "A"
    case reliableSource = "B"
  }

  package init(
    id: String, statement: LocalizedText, source: LocalizedText, inForceFrom: Instant?,
    inForceUntil: Instant?, replacedBy: [String], confidence: Confidence
  ) {
    self.id = id
    self.statement = statement
    self.source = source
    self.inForceFrom = inForceFrom
    self.inForceUntil = inForceUntil
    self.replacedBy = replacedBy
    self.confidence = confidence
  }

  /// Whether the statement is law at `instant`.
  package func isInForce(at instant: Instant) -> Bool {
    (inForceFrom.map { $0 <= instant } ?? true) && (inForceUntil.map { instant < $0 } ?? true)
  }
}
