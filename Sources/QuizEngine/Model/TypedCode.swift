/// A code as people type, copy and dictate it: its letters and digits without what programs put
/// between them.
///
/// Word processors make en dashes of hyphens, telephones copy no-break spaces, keyboards of East
/// Asia write full-width digits, and copied text has marks that nobody sees.
package enum TypedCode {
  /// More is no code: what is longer is not read to its end.
  private static let longest = 400

  /// Letters and digits in lower case; nil when anything else is left, or more than `most` of them.
  package static func letters(_ text: String, most: Int) -> [UInt8]? {
    var letters: [UInt8] = []
    for scalar in text.unicodeScalars.prefix(longest + 1) where !isBetween(scalar) {
      guard let letter = letter(scalar), letters.count < most else { return nil }
      letters.append(letter)
    }
    return text.utf8.count <= longest * 4 ? letters : nil
  }

  /// The same, with letters that Crockford's base 32 leaves out read as the digits they look like.
  package static func folded(_ text: String, most: Int) -> [UInt8]? {
    letters(text, most: most)?.map { letter in
      switch letter {
      case UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: "i"), UInt8(ascii: "l"): UInt8(ascii: "1")
      default: letter
      }
    }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = (0xff01...0xff5e).contains(scalar.value) ? scalar.value - 0xfee0 : scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7a: return UInt8(truncatingIfNeeded: value)
    case 0x41...0x5a: return UInt8(truncatingIfNeeded: value | 0x20)
    default: return nil
    }
  }

  /// Spaces, dashes, minus signs, and formatting that shows nothing.
  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace { return true }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .format: return true
    default: return [0x2212, 0x2043, 0x02d7, 0x30fc, 0x180e].contains(scalar.value)
    }
  }
}
