/// Text whose comparison, hash and normalisation cost no more than its length.
///
/// Swift compares and hashes strings by canonical equivalence: marks on one letter are sorted first,
/// which is quadratic in their number. UAX #15 section 13 bounds them: stream-safe text has at most
/// thirty in a row; the longest in a living language is below ten.
package enum StreamSafeText {
  /// The most combining marks on one letter.
  package static let mostMarks = 30

  /// What is said of a text that is not safe.
  static let complaint = LocalizedText(
    vi: "Có chữ mang hơn \(mostMarks) dấu chồng lên nhau. Hãy xoá các dấu thừa.",
    en: "A letter carries more than \(mostMarks) marks. Take the surplus ones away.")

  /// Whether no letter of this well-formed UTF-8 carries more marks; looks at each octet once.
  package static func isSafe(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
    // U+0300 is the first scalar that is not a starter.
    guard octets.contains(where: { $0 >= 0xcc }) else { return true }
    var marks = 0
    var decoder = UTF8()
    var iterator = octets.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { return false }
    }
    return true
  }

  /// Whether no letter of the text carries more marks.
  package static func isSafe(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isSafe($0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300: false
    // The block of marks that people write, but for the joiner in it: no table is asked.
    case 0x300...0x34e, 0x350...0x36f: true
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
