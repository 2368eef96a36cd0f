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
  /// Elements and exceptions without which the statement is wrong; readers see them.
  package let conditions: LocalizedText?
  /// Shortened or false versions that no text may state; for authors, never for pupils.
  package let doNotSay: LocalizedText?
  /// The day on which the clause itself was read; nil where only reports of it were.
  package let clauseRead: Instant?

  /// How sure the statement is.
  package enum Confidence: String, Sendable {
    /// The clause was read, or two independent sources agree on what is not law.
    case lawText = "A"
    /// A report or a literal quotation, or derived from clauses.
    case reliableSource = "B"
    /// Kept so that nobody looks for it again; never taught.
    case uncertain = "C"
  }

  package init(
    id: String, statement: LocalizedText, source: LocalizedText, inForceFrom: Instant?,
    inForceUntil: Instant?, replacedBy: [String], confidence: Confidence,
    conditions: LocalizedText? = nil, doNotSay: LocalizedText? = nil, clauseRead: Instant? = nil
  ) {
    self.id = id
    self.statement = statement
    self.source = source
    self.inForceFrom = inForceFrom
    self.inForceUntil = inForceUntil
    self.replacedBy = replacedBy
    self.confidence = confidence
    self.conditions = conditions
    self.doNotSay = doNotSay
    self.clauseRead = clauseRead
  }

  /// Whether the statement is law at `instant`.
  package func isInForce(at instant: Instant) -> Bool {
    (inForceFrom.map { $0 <= instant } ?? true) && (inForceUntil.map { instant < $0 } ?? true)
  }

  /// Whether lessons and pages may show it.
  package var isTeachable: Bool { confidence != .uncertain }

  /// Whether points and places in a contest may rest on it.
  package var carriesContestQuestion: Bool {
    switch confidence {
    case .lawText: true
    case .reliableSource: clauseRead != nil
    case .uncertain: false
    }
  }
}
