import Foundation

/// A heading reduced to lower-case letters without diacritics and digits, single spaces between:
/// “Họ_và  TÊN ” becomes “ho va ten”, “Đơn vị” becomes “don vi”.
package func foldedName(_ name: String) -> String {
  var folded = String.UnicodeScalarView()
  var needsSpace = false
  for scalar in name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: continue
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber:
      if needsSpace, !folded.isEmpty { folded.append(" ") }
      needsSpace = false
      // đ has no canonical decomposition.
      folded.append(scalar == "đ" ? "d" : scalar)
    default: needsSpace = true
    }
  }
  return String(folded)
}
