/// What an import asks before anything is written.
package enum ImportQuestion {
  /// A class that the school does not have.
  package struct NewClass: Sendable {
    package let slug: String
    /// As the file writes it.
    package let name: String
    /// The first line that names it, and how many do.
    package let line: Int
    package var rows: Int
    /// The classes it may be, the most alike first.
    package let known: [Unit]
    /// Whether it can be made: not where the list goes into a single class.
    package let canBeMade: Bool
    package var decision: ImportDecisions.ForClass?
  }

  /// Somebody who may be known already.
  package struct Twin: Sendable {
    package let line: Int
    package let name: String
    package let birthYear: Int?
    package let code: String?
    package let className: String
    package let reason: Reason
    package let candidates: [Candidate]
    package var decision: ImportDecisions.ForPerson?

    /// Whether the file's can be somebody else.
    package var canBeAnother: Bool { reason != .codeOfAnother }
  }

  /// Somebody known, and where.
  package struct Candidate: Sendable {
    package let person: Person
    package let unitName: String
  }

  /// Why somebody may be known.
  package enum Reason: Sendable {
    /// The same name and year of birth in another class or school, or the same code or number.
    case elsewhere
    /// The same name in the class, but one year of birth is missing.
    case birthYearMissing
    /// The same name and year in the class under another code.
    case otherCode
    /// The same, and the codes differ only by zeros that a spreadsheet drops.
    case lostZeros
    /// Nearly the same name in the class, and no other year of birth: perhaps a correction.
    case likeName
    /// The code belongs to a person of quite another name.
    case codeOfAnother
  }
}
