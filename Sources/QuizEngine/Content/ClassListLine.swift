/// One person of a class list, as the file says.
package struct ClassListLine: Hashable, Sendable {
  /// Full name, single spaces, NFC, only letters that can be seen.
  package let name: String
  /// As written, such as `6A` or `Lớp 6A`; nil for staff of the whole school.
  package let className: String?
  package let birthYear: Int?
  package let code: String?
  /// The national number, for matching only: what is stored is a keyed digest.
  package let personalNumber: PersonalNumber?
  /// `student` or `teacher`; our own export may say more.
  package let roles: Set<Role>
  /// Lower-case sign-in name; only teachers have one.
  package let username: String?
  /// By our own export: who it is, and the code of their unit.
  package let known: Known?
  package let places: Places

  /// What our own export says besides.
  package struct Known: Hashable, Sendable {
    package let id: PersonID?
    package let unit: String?
  }

  /// Where the parts stand, for messages.
  package struct Places: Hashable, Sendable {
    package let name: ClassListPlace
    package let className: ClassListPlace
    package let code: ClassListPlace
    package let username: ClassListPlace
  }

  /// Line of the file.
  package var line: Int { places.name.location.line }
}

/// A number of twelve digits by which the state knows a person; it is shown to nobody.
package struct PersonalNumber: Hashable, Sendable {
  let digits: String

  /// What is shown in its place.
  package var tail: String { String(digits.suffix(4)) }

  /// Nil for anything but twelve digits.
  init?(_ text: String) {
    let digits = text.utf8.filter { $0 != 0x20 && $0 != UInt8(ascii: ".") }
    guard digits.count == 12, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// Whether its first three digits are those of a province: 001 to 096.
  var namesProvince: Bool {
    wholeNumber(Array(digits.utf8)[..<3]).map { (1...96).contains($0) } ?? false
  }
}

/// A cell as messages name it.
package struct ClassListPlace: Hashable, Sendable {
  package let location: SourceLocation
  /// The heading as the file writes it, or the usual one.
  package let heading: String

  /// “Dòng 4, cột Ngày sinh: …”.
  func issue(_ vietnamese: String, _ english: String) -> SourceIssue {
    SourceIssue(
      location,
      LocalizedText(
        vi: "Dòng \(location.line), cột \(heading): \(vietnamese)",
        en: "Line \(location.line), column \(heading): \(english)"))
  }
}

/// The people of a file and everything wrong with it.
package struct ClassList: Sendable {
  package var entries: [ClassListLine] = []
  /// What must be corrected; at most `issueLimit` of them are told.
  package var issues: [SourceIssue] = []
  /// Rows of people that cannot be taken as they are.
  package var refusedRows = 0
  /// What was understood or skipped without being asked.
  package var notes: [SourceIssue] = []
  /// Whether anything can be taken from the file at all.
  package var isReadable = true
  /// The sheets of a workbook that may be the list, where there are several.
  package var sheets: [Sheet] = []
  /// The one that was read, counted from 1; nil while it is to be chosen.
  package var sheet: Int?

  /// A sheet of a workbook.
  package struct Sheet: Hashable, Sendable {
    package let number: Int
    package let name: String
  }

  static let issueLimit = 200
}
