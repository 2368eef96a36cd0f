/// A score in whole thousandths of a point; exact, never floating.
package struct Points: Hashable, Comparable, Sendable {
  package let thousandths: Int64

  package init(thousandths: Int64) {
    self.thousandths = thousandths
  }

  package static let zero = Points(thousandths: 0)

  /// Reads a decimal such as `5`, `0.25` or `7,5` with up to three decimals; nil otherwise.
  package init?(_ text: String) {
    var whole: Int64 = 0
    var decimals = -1
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        digits += 1
        guard digits <= 12, decimals < 3 else { return nil }
        whole = whole * 10 + Int64(byte - 48)
        if decimals >= 0 { decimals += 1 }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard decimals < 0, digits > 0 else { return nil }
        decimals = 0
      default: return nil
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in max(0, decimals)..<3 { whole *= 10 }
    thousandths = whole
  }

  package static func < (left: Points, right: Points) -> Bool {
    left.thousandths < right.thousandths
  }

  package static func + (left: Points, right: Points) -> Points {
    let (sum, overflow) = left.thousandths.addingReportingOverflow(right.thousandths)
    return Points(thousandths: overflow ? .max : sum)
  }

  /// The share `millionths`/1,000,000 of these points, rounded half up to a thousandth.
  package func share(millionths: Int) -> Points {
    let product = Int128(thousandths) * Int128(millionths)
    return Points(thousandths: Int64(clamping: (product + 500_000) / 1_000_000))
  }

  /// The shortest decimal text: `5`, `7.5`; `separator` is a comma on Vietnamese screens.
  package func text(separator: String = ".") -> String {
    let magnitude = thousandths.magnitude
    var decimals = padded(Int(magnitude % 1000), 3)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let sign = thousandths < 0 ? "-" : ""
    return sign + String(magnitude / 1000) + (decimals.isEmpty ? "" : separator + decimals)
  }
}

extension Points {
  /// The points `count` times over.
  package func times(_ count: Int) -> Points {
    let (product, overflow) = thousandths.multipliedReportingOverflow(by: Int64(count))
    return Points(thousandths: overflow ? .max : product)
  }
}
