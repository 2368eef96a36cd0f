import Foundation

/// The text of a cell: trimmed, in Unicode normal form C; nil where more marks stand on one letter
/// than text ever has (30, UAX #15, “Stream-Safe Text Format”): putting them in order would cost
/// the square of their number.
package func plainText(_ bytes: [UInt8]) -> String? {
  let text = String(decoding: bytes, as: UTF8.self)
  guard bytes.contains(where: { $0 >= 0x80 }) else {
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
  var marks = 0
  for scalar in text.unicodeScalars {
    let isMark = scalar.properties.canonicalCombiningClass != .notReordered
    marks = isMark ? marks + 1 : 0
    if marks > 30 { return nil }
  }
  return text.precomposedStringWithCanonicalMapping
    .trimmingCharacters(in: .whitespacesAndNewlines)
}
