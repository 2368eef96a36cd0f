/// What a person answered to one item, in the option letters of their own paper.
package enum Response: Hashable, Sendable {
  /// Nothing chosen, or the choice taken back.
  case cleared
  /// One letter.
  case choice(OptionLetter)
  /// Letters in ascending order without repeats, at least one.
  case choices([OptionLetter])
}

/// An option's place in one person's paper: 0 is `a`.
package struct OptionLetter: Hashable, Comparable, Sendable {
  package let index: Int

  /// Nil outside 0…25.
  package init?(index: Int) {
    guard (0..<26).contains(index) else { return nil }
    self.index = index
  }

  /// Reads `a` … `z`; nil for anything else.
  package init?(_ text: String) {
    guard let octet = text.utf8.first, text.utf8.count == 1 else { return nil }
    self.init(octet: octet)
  }

  /// Reads the ASCII of `a` … `z`; nil for anything else.
  init?(octet: UInt8) {
    guard (97...122).contains(octet) else { return nil }
    index = Int(octet) - 97
  }

  package var text: String { String(UnicodeScalar(octet)) }

  /// The letter in ASCII.
  var octet: UInt8 { UInt8(truncatingIfNeeded: 97 + index) }

  package static func < (left: OptionLetter, right: OptionLetter) -> Bool {
    left.index < right.index
  }
}

/// The outcome of one item.
package struct Verdict: Hashable, Sendable {
  package let points: Points
  package let isCorrect: Bool

  package init(points: Points, isCorrect: Bool) {
    self.points = points
    self.isCorrect = isCorrect
  }
}
